package org.kamiau.needs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kamiau.people.Members;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.Lists;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.kamiau.products.Products;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Wording a need: a new one, a change, and a part that becomes a need of its own. */
@Controller
@Access.Members
class NeedFormPages {

    private static final int SPLIT_VOICES = 100;

    /**
     * The form.
     *
     * @param need whose words are changed, or that is split; null for a new one
     * @param quotes the voices to choose from in a split
     * @param said the words of the voices that it is made of
     */
    public record Page(
            @Nullable Need need, boolean split, NeedForm form, Map<String, String> errors, @Nullable String trouble, List<Choice> kinds, List<Choice> owners,
            List<Choice> parents, List<Choice> products, List<Choice> segments, List<FieldRows.Quote> quotes, List<String> said) {

        public @Nullable String error(String field) {
            return errors.get(field);
        }

        public String path() {
            return need == null ? "/needs" : split ? "/needs/" + need.id() + "/split" : "/needs/" + need.id();
        }
    }

    private final Needs needs;
    private final FieldRows field;
    private final Members members;
    private final Products products;
    private final SegmentNames segments;
    private final Lists lists;
    private final ListDefinition<VoiceList.Row> listedVoices;
    private final Languages languages;
    private final InstantSource clock;

    NeedFormPages(
            Needs needs, FieldRows field, Members members, Products products, SegmentNames segments, Lists lists, ListDefinition<VoiceList.Row> listedVoices,
            Languages languages, InstantSource clock) {
        this.needs = needs;
        this.field = field;
        this.members = members;
        this.products = products;
        this.segments = segments;
        this.lists = lists;
        this.listedVoices = listedVoices;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/needs/new")
    ModelAndView blank(@ModelAttribute("form") NeedForm form, @Me Actor me, Locale locale) {
        if (!Need.mayPropose(me)) {
            throw new Refusal.NotAllowed();
        }
        return form(null, false, form, Map.of(), null, languages.text(locale));
    }

    /** Out of the voices that were chosen in their list. */
    @PostMapping("/needs/drafts")
    ModelAndView ofVoices(HttpServletRequest request, @Me Actor me, Locale locale) {
        var chosen = lists.chosen(listedVoices, request).stream().map(UUID::toString).toList();
        return blank(NeedForm.of(chosen), me, locale);
    }

    @PostMapping("/needs")
    ModelAndView add(@ModelAttribute("form") NeedForm form, @Me Actor me, Locale locale, HttpServletResponse response) {
        return saved(null, false, form, locale, () -> {
            var made = needs.create(form.text(null), form.voices(), me);
            Toast.after(response, "needs.need-added", null, made.title().in(languages.text(locale)));
            return made;
        });
    }

    @GetMapping("/needs/{id}/edit")
    ModelAndView edit(@PathVariable Need.Id id, @Me Actor me, Locale locale) {
        var need = needs.find(id);
        need.mustBeLiving();
        if (!need.mayChange(me)) {
            throw new Refusal.NotAllowed();
        }
        return form(need, false, NeedForm.of(need, needs.phrases(List.of(id)).getOrDefault(id, List.of())), Map.of(), null, languages.text(locale));
    }

    @PostMapping("/needs/{id}")
    ModelAndView change(@PathVariable Need.Id id, @ModelAttribute("form") NeedForm form, @Me Actor me, Locale locale, HttpServletResponse response) {
        var need = needs.find(id);
        return saved(need, false, form, locale, () -> {
            var changed = needs.change(id, Version.of(form.seen()), form.text(null), me);
            Toast.after(response, "needs.need-changed", null);
            return changed;
        });
    }

    @GetMapping("/needs/{id}/split")
    ModelAndView split(@PathVariable Need.Id id, @ModelAttribute("form") NeedForm form, @Me Actor me, Locale locale) {
        var need = needs.find(id);
        need.mustBeLiving();
        if (!Need.mayDecide(me)) {
            throw new Refusal.NotAllowed();
        }
        return form(need, true, form, Map.of(), null, languages.text(locale));
    }

    @PostMapping("/needs/{id}/split")
    ModelAndView splitOff(@PathVariable Need.Id id, @ModelAttribute("form") NeedForm form, @Me Actor me, Locale locale, HttpServletResponse response) {
        return saved(needs.find(id), true, form, locale, () -> {
            var made = needs.split(id, form.text(null), form.voices(), me);
            Toast.after(response, "needs.need-split-done", null, made.title().in(languages.text(locale)));
            return made;
        });
    }

    private ModelAndView saved(@Nullable Need need, boolean split, NeedForm form, Locale locale, Supplier<Need> act) {
        var t = languages.text(locale);
        try {
            return new ModelAndView("redirect:/needs/" + act.get().id());
        } catch (Invalid invalid) {
            var errors = new TreeMap<String, String>();
            invalid.fields().forEach(wrong -> errors.putIfAbsent(
                    wrong.field().startsWith("phrases") ? "phrases" : wrong.field(), t.get(wrong.code(), wrong.arguments().toArray())));
            return refused(form(need, split, form, errors, t.get("platform.error.invalid"), t), 422);
        } catch (Refusal.NotFound | Refusal.NotAllowed none) {
            throw none;
        } catch (Refusal refusal) {
            return refused(form(need, split, form, Map.of(), refusal.text(t), t), refusal.status().value());
        }
    }

    private static ModelAndView refused(ModelAndView page, int status) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private ModelAndView form(@Nullable Need need, boolean split, NeedForm form, Map<String, String> errors, @Nullable String trouble, Text t) {
        var parents = needs.living().stream()
                .filter(other -> need == null || !other.id().equals(need.id()))
                .sorted(Comparator.comparing(other -> other.title().in(t)))
                .map(other -> new Choice(other.id().toString(), other.title().in(t), null))
                .toList();
        var owners = members.withFunction(Function.MARKETING).stream().map(member -> new Choice(member.id().toString(), member.name(), null)).toList();
        return new ModelAndView("needs/needform", "page", new Page(
                need, split, form, errors, trouble, kinds(t), owners, parents,
                products.all().stream().map(product -> new Choice(product.id().toString(), product.name(t), null)).toList(),
                segments.choices(form.segments(), t),
                need != null && split ? field.latest(need.id(), SPLIT_VOICES, clock.instant()) : List.of(),
                split ? List.of() : field.said(form.voices())));
    }

    private static List<Choice> kinds(Text t) {
        return List.of(
                new Choice("job", t.get("needs.kind.job"), t.get("needs.need-kind-means.job")),
                new Choice("pain", t.get("needs.kind.pain"), t.get("needs.need-kind-means.pain")),
                new Choice("outcome", t.get("needs.kind.outcome"), t.get("needs.need-kind-means.outcome")));
    }
}
