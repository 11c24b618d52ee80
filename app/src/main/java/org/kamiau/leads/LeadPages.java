package org.kamiau.leads;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.customers.Customers;
import org.kamiau.customers.IncomingText;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.HandoffPages;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Panel;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Act;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Happening;
import org.kamiau.platform.pieces.Toast;
import org.kamiau.products.Product;
import org.kamiau.products.Products;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A lead's page, and taking one in by hand. */
@Controller
@Access.Members
class LeadPages {

    /** The record page. */
    public record Page(
            LeadDetail lead,
            @Nullable ClockView clock,
            boolean mayAnswer,
            boolean mayPromote,
            List<Act> acts,
            Handoff.@Nullable Terms packet,
            List<org.kamiau.platform.pieces.Reason> reasons,
            List<String> routing,
            List<Happening> happenings,
            List<Fragment> panels,
            HandoffPages.@Nullable ReturnForm returnForm) {}

    /** What was typed by hand. */
    public record Form(
            @Size(max = 200) @Nullable String company,
            @Size(max = 40) @Nullable String corporateNumber,
            @Size(max = 60) @Nullable String familyName,
            @Size(max = 60) @Nullable String givenName,
            @Size(max = 60) @Nullable String familyKana,
            @Size(max = 60) @Nullable String givenKana,
            @Size(max = 254) @Nullable String email,
            @Size(max = 40) @Nullable String phone,
            @Size(max = 100) @Nullable String title,
            @Size(max = 100) @Nullable String department,
            @Size(max = 20) @Nullable String employees,
            @Size(max = 20) @Nullable String prefecture,
            @Size(max = 40) @Nullable String kind,
            @Size(max = 120) @Nullable String product,
            @Size(max = 100) @Nullable String origin,
            @Size(max = 10_000) @Nullable String message) {

        static final Form EMPTY = new Form(
                null, null, null, null, null, null, null, null, null, null, null, null, "contact", null, null, null);

        IncomingText who() {
            return new IncomingText(
                    new IncomingText.PersonText(familyName, givenName, familyKana, givenKana, email, phone, title, department),
                    new IncomingText.CompanyText(company, corporateNumber, null, null, employees, prefecture, null, null, null, null));
        }
    }

    /** The form with what was typed and what is wrong with it. */
    public record NewPage(Form form, Map<String, String> errors, List<Choice> kinds, List<Choice> products) {}

    /** Marketing's reason for handing over by hand. */
    record Promotion(@NotBlank @Size(max = 2000) @Nullable String reason) {}


    private final LeadDetails details;
    private final LeadStory story;
    private final LeadActs acts;
    private final Leads leads;
    private final Inquiries inquiries;
    private final IntakeQueue queue;
    private final Products products;
    private final Clocks clocks;
    private final Languages languages;
    private final List<Panel> panels;

    LeadPages(
            LeadDetails details, LeadStory story, LeadActs acts, Leads leads, Inquiries inquiries, IntakeQueue queue, Products products, Clocks clocks,
            Languages languages, List<Panel> panels) {
        this.details = details;
        this.story = story;
        this.acts = acts;
        this.leads = leads;
        this.inquiries = inquiries;
        this.queue = queue;
        this.products = products;
        this.clocks = clocks;
        this.languages = languages;
        this.panels = panels.stream().sorted(Comparator.comparingInt(Panel::order)).toList();
    }

    @Bean
    static NavItem leadsInNavigation() {
        return new NavItem(50, "leads.title", "/leads", "target", Set.of());
    }

    @GetMapping("/leads/{id}")
    ModelAndView one(@PathVariable Lead.Id id, @Me Actor me, java.util.Locale locale) {
        return page(id, me, languages.text(locale));
    }

    private ModelAndView page(Lead.Id id, Actor me, Text t) {
        var lead = details.find(id, me).orElseThrow(Refusal.NotFound::new);
        var offered = lead.offered();
        return new ModelAndView("leads/page", "page", new Page(
                lead,
                clock(lead).orElse(null),
                offered.isPresent() && offered.get().terms().mayAnswer(me),
                lead.stage().mayQualify() && lead.stage() != Lead.Stage.RETURNED && !lead.contactMissing()
                        && (me.does(Function.MARKETING) || me.is(Role.REVOPS)),
                acts.of(lead, me),
                lead.handoff().map(Handoff::terms).orElse(null),
                lead.score().reasons().stream()
                        .map(reason -> new org.kamiau.platform.pieces.Reason(reason.text(t), reason.points()))
                        .toList(),
                lead.routing().stream().map(reason -> reason.text(t)).toList(),
                happenings(lead, t),
                panels(lead, me),
                HandoffPages.ReturnForm.EMPTY));
    }

    /** What others show of the lead, and what travels with its account. */
    private List<Fragment> panels(LeadDetail lead, Actor me) {
        return panels.stream()
                .flatMap(panel -> {
                    if (panel.on().equals(Lead.KIND)) {
                        return panel.show(new RecordRef(Lead.KIND, lead.id().value()), me).stream();
                    }
                    return panel.travels() && panel.on().equals(Customers.ACCOUNT) && lead.accountId() != null
                            ? panel.show(new RecordRef(Customers.ACCOUNT, lead.accountId()), me).stream()
                            : Stream.<Fragment>empty();
                })
                .toList();
    }

    /** Of everything promised about it, what is due first. */
    private Optional<ClockView> clock(LeadDetail lead) {
        var refs = new ArrayList<>(List.of(new RecordRef(Lead.KIND, lead.id().value())));
        lead.handoff().ifPresent(handoff -> refs.add(new RecordRef(Handoffs.KIND, handoff.id().value())));
        return refs.stream().flatMap(ref -> clocks.of(ref).stream()).filter(ClockView::running).min(Comparator.comparing(ClockView::dueAt));
    }

    private List<Happening> happenings(LeadDetail lead, Text t) {
        var happenings = new ArrayList<Happening>();
        for (var moment : story.of(lead)) {
            var by = moment.by() == null ? null : lead.people().get(moment.by());
            happenings.add(new Happening(
                    moment.at(), moment.kind(), icon(moment.kind()),
                    by == null ? null : by.function().side(),
                    moment.text(t),
                    by == null ? null : by.name(), moment.body(), null));
        }
        return happenings;
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "touch" -> "inbox";
            case "attempt" -> "phone";
            case "rating" -> "star";
            case "meeting" -> "calendar";
            case "step" -> "arrow-right";
            default -> "arrows-exchange";
        };
    }

    @PostMapping("/leads/{id}/promotion")
    @Access.Only({Role.MKT_HEAD, Role.MKT, Role.REVOPS})
    ModelAndView promote(@PathVariable Lead.Id id, @Valid Promotion form, @Me Actor me, HttpServletResponse response) {
        leads.promote(id, Objects.requireNonNull(form.reason()), me);
        Toast.after(response, "leads.promoted", null);
        return new ModelAndView("redirect:/leads/" + id);
    }

    @GetMapping("/leads/new")
    @Access.Only({Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS})
    ModelAndView blank(java.util.Locale locale) {
        return form(Form.EMPTY, Map.of(), locale);
    }

    private ModelAndView form(Form form, Map<String, String> errors, java.util.Locale locale) {
        var t = languages.text(locale);
        var kinds = Arrays.stream(ResponseKind.values())
                .map(kind -> new Choice(kind.code(), t.get("leads.kind." + kind.code())))
                .toList();
        var offered = products.all().stream()
                .filter(Product::offered)
                .map(product -> new Choice(product.code(), product.name(t)))
                .toList();
        return new ModelAndView("leads/new", "page", new NewPage(form, errors, kinds, offered));
    }

    @PostMapping("/leads")
    @Access.Only({Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS})
    ModelAndView take(@Valid Form form, BindingResult binding, @Me Actor me, java.util.Locale locale, HttpServletResponse response) {
        var t = languages.text(locale);
        var errors = new TreeMap<String, String>();
        binding.getFieldErrors().forEach(error -> errors.put(error.getField(), String.valueOf(error.getDefaultMessage())));
        if (errors.isEmpty()) {
            try {
                var received = queue.take(inquiries.check(draft(form)), me);
                Toast.after(response, received.joined() ? "leads.joined" : "leads.taken", null);
                return new ModelAndView("redirect:/leads/" + received.id());
            } catch (Invalid invalid) {
                invalid.fields().forEach(field ->
                        errors.put(typed(field.field()), t.get(field.code(), field.arguments().toArray())));
            }
        }
        var page = form(form, errors, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static Inquiries.Draft draft(Form form) {
        var kind = Arrays.stream(ResponseKind.values()).filter(one -> one.code().equals(form.kind())).findFirst().orElse(null);
        return new Inquiries.Draft(
                form.who(), kind, Inquiry.Via.HAND, form.product(), null, null, form.origin(), form.message(), null, null, null, true);
    }

    /** The rules name fields as the API does; the form has flat names. */
    private static String typed(String field) {
        return switch (field) {
            case "company.name" -> "company";
            default -> field.substring(field.lastIndexOf('.') + 1);
        };
    }

}
