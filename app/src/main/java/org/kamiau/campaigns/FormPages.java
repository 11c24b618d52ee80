package org.kamiau.campaigns;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.leads.ResponseKind;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.kamiau.platform.visitors.Typed;
import org.kamiau.products.Product;
import org.kamiau.products.Products;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Public forms under settings. */
@Controller
@Access.Only({Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.MKT})
class FormPages {

    /** One form of the list. */
    public record Line(InquiryForm form, @Nullable String product, Place place) {}

    /** All forms. */
    public record ListPage(List<Line> lines) {}

    /**
     * Where visitors find a form.
     *
     * @param snippet what another site puts into its page to show it there
     */
    public record Place(String address, String snippet) {}

    /**
     * A form being written or changed.
     *
     * @param form null while it is new
     * @param version the one that is being changed
     */
    public record Page(
            @Nullable InquiryForm form, @Nullable Place place, int version, Typed typed, Map<String, String> errors,
            List<Choice> kinds, List<Choice> products) {}

    private final InquiryForms forms;
    private final Products products;
    private final Languages languages;

    FormPages(InquiryForms forms, Products products, Languages languages) {
        this.forms = forms;
        this.products = products;
        this.languages = languages;
    }

    @Bean
    static NavItem formsInNavigation() {
        return new NavItem(
                1045, "campaigns.title", "/settings/forms", "file-text", Set.of(Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.MKT));
    }

    @GetMapping("/settings/forms")
    ModelAndView list(HttpServletRequest request) {
        var t = languages.text(request);
        var names = new HashMap<Product.Id, String>();
        products.all().forEach(product -> names.put(product.id(), product.name(t)));
        var lines = forms.all().stream()
                .map(form -> new Line(form, product(form, names), place(form, t)))
                .toList();
        return new ModelAndView("campaigns/list", "page", new ListPage(lines));
    }

    private static @Nullable String product(InquiryForm form, Map<Product.Id, String> names) {
        return form.contents().product() == null ? null : names.get(form.contents().product());
    }

    private static Place place(InquiryForm form, Text t) {
        var address = ServletUriComponentsBuilder.fromCurrentContextPath().path("/f/" + form.code()).toUriString();
        var title = form.title(t).replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return new Place(
                address,
                "<iframe src=\"%s\" title=\"%s\" style=\"width:100%%;height:960px;border:0\" loading=\"lazy\"></iframe>"
                        .formatted(address, title));
    }

    @GetMapping("/settings/forms/new")
    ModelAndView blank(HttpServletRequest request) {
        var start = Map.of(
                "kind", List.of(ResponseKind.CONTACT.code()), "asks", List.of("phone", "title", "employees", "prefecture", "message"));
        return page(null, 0, new Typed(start), Map.of(), languages.text(request));
    }

    private ModelAndView page(@Nullable InquiryForm form, int version, Typed typed, Map<String, String> errors, Text t) {
        var kinds = Arrays.stream(ResponseKind.values())
                .map(kind -> new Choice(kind.code(), t.get("leads.kind." + kind.code())))
                .toList();
        var offered = products.all().stream()
                .filter(product -> product.offered() || form != null && product.id().equals(form.contents().product()))
                .map(product -> new Choice(product.code(), product.name(t)))
                .toList();
        var place = form == null ? null : place(form, t);
        return new ModelAndView("campaigns/edit", "page", new Page(form, place, version, typed, errors, kinds, offered));
    }

    @PostMapping("/settings/forms")
    ModelAndView add(HttpServletRequest request, HttpServletResponse response, @Me Actor me) {
        var typed = Typed.in(request, FormDraft.FIELDS);
        try {
            var draft = new FormDraft(typed, products.all());
            var code = draft.code();
            var contents = draft.contents();
            var consent = draft.consent();
            draft.check();
            var id = forms.add(code, contents, consent, me);
            Toast.after(response, "campaigns.added", null);
            return new ModelAndView("redirect:/settings/forms/" + id);
        } catch (Invalid invalid) {
            return wrong(null, 0, typed, invalid, languages.text(request));
        }
    }

    private ModelAndView wrong(@Nullable InquiryForm form, int version, Typed typed, Invalid invalid, Text t) {
        var errors = new TreeMap<String, String>();
        invalid.fields().forEach(fault -> errors.putIfAbsent(fault.field(), t.get(fault.code(), fault.arguments().toArray())));
        var page = page(form, version, typed, errors, t);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/settings/forms/{id}")
    ModelAndView one(@PathVariable InquiryForm.Id id, HttpServletRequest request) {
        var form = forms.find(id).orElseThrow(Refusal.NotFound::new);
        return page(form, form.version(), written(form), Map.of(), languages.text(request));
    }

    private Typed written(InquiryForm form) {
        var values = new HashMap<String, List<String>>();
        var contents = form.contents();
        var product = contents.product() == null ? null : products.find(contents.product()).map(Product::code).orElse(null);
        put(values, "titleJa", contents.titleJa());
        put(values, "titleEn", contents.titleEn());
        put(values, "introductionJa", contents.introductionJa());
        put(values, "introductionEn", contents.introductionEn());
        put(values, "product", product);
        put(values, "kind", contents.kind().code());
        put(values, "campaign", contents.campaign());
        put(values, "origin", contents.origin());
        values.put("asks", contents.questions());
        put(values, "consentPurpose", form.consent().purpose());
        put(values, "consentJa", form.consent().ja());
        put(values, "consentEn", form.consent().en());
        put(values, "consentRequired", String.valueOf(form.consent().required()));
        put(values, "thanksJa", contents.thanksJa());
        put(values, "thanksEn", contents.thanksEn());
        return new Typed(values);
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable String text) {
        if (text != null) {
            values.put(field, List.of(text));
        }
    }

    @PostMapping("/settings/forms/{id}")
    ModelAndView change(
            @PathVariable InquiryForm.Id id, @RequestParam int version, HttpServletRequest request, HttpServletResponse response, @Me Actor me) {
        var typed = Typed.in(request, FormDraft.FIELDS);
        var form = forms.find(id).orElseThrow(Refusal.NotFound::new);
        try {
            var draft = new FormDraft(typed, products.all());
            var contents = draft.contents();
            var consent = draft.consent();
            draft.check();
            forms.change(id, contents, consent, version, me);
            Toast.after(response, "campaigns.changed", null);
            return new ModelAndView("redirect:/settings/forms/" + id);
        } catch (Invalid invalid) {
            return wrong(form, version, typed, invalid, languages.text(request));
        }
    }

    @PostMapping("/settings/forms/{id}/activity")
    String open(@PathVariable InquiryForm.Id id, @RequestParam boolean active, HttpServletResponse response, @Me Actor me) {
        forms.open(id, active, me);
        Toast.after(response, active ? "campaigns.opened" : "campaigns.closed", null);
        return "redirect:/settings/forms/" + id;
    }
}
