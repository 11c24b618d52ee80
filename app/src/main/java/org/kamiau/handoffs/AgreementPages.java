package org.kamiau.handoffs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
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
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The agreement as a page of two equal columns: read, drafted, compared, signed. */
@Controller
@Access.Members
public class AgreementPages {

    /** The version in force with its results, and what is being drafted. */
    public record Current(
            AgreementTerms terms, @Nullable AgreementCard card, @Nullable AgreementCard draft, AgreementResults.Both results,
            List<AgreementCard> versions, boolean mayDraft, int scoring) {}

    /** One version; {@code clock} while a signature is waited for. */
    public record One(
            AgreementTerms terms, AgreementCard card, @Nullable ClockView clock, List<AgreementTerms.Changed> changes, int scoring,
            boolean mayEdit, boolean maySign, boolean mayDecide, @Nullable String error) {}

    /** Two versions compared. */
    public record Compared(int before, int after, List<AgreementTerms.Changed> changes, List<Choice> versions) {}

    /** The form: as typed, with what was wrong. */
    public record Draft(int version, int revision, AgreementForm form, Map<String, String> errors) {}

    private final Agreements agreements;
    private final AgreementCards cards;
    private final AgreementResults results;
    private final Clocks clocks;
    private final Languages languages;
    private final InstantSource clock;

    AgreementPages(
            Agreements agreements, AgreementCards cards, AgreementResults results, Clocks clocks, Languages languages, InstantSource clock) {
        this.agreements = agreements;
        this.cards = cards;
        this.results = results;
        this.clocks = clocks;
        this.languages = languages;
        this.clock = clock;
    }

    /** What a packet may be asked to contain, for the form. */
    public static List<String> fields() {
        return Agreement.KNOWN_FIELDS;
    }

    @Bean
    static NavItem agreementInNavigation() {
        return new NavItem(60, "handoffs.nav.agreement", "/agreement", "heart-handshake", Set.of());
    }

    @GetMapping("/agreement")
    ModelAndView current(@Me Actor me, Locale locale) {
        var t = languages.text(locale);
        var all = cards.all();
        var page = new Current(
                AgreementTerms.of(agreements.current(), t),
                all.stream().filter(card -> card.standing() == Standing.IN_FORCE).findFirst().orElse(null),
                all.stream().filter(card -> card.standing() == Standing.DRAFT).findFirst().orElse(null),
                results.latest(agreements.current(), clock.instant(), t),
                all, AgreementVersion.drafts(me), results.scoring());
        return new ModelAndView("handoffs/agreement", "page", page);
    }

    /** From an id, as others name records, to the version. */
    @GetMapping("/agreement/records/{id}")
    String record(@PathVariable AgreementVersion.Id id) {
        return "redirect:/agreement/" + agreements.version(id);
    }

    @GetMapping("/agreement/{version}")
    ModelAndView one(@PathVariable int version, @Me Actor me, Locale locale) {
        return one(agreements.find(version), null, me, languages.text(locale));
    }

    private ModelAndView one(AgreementVersion version, @Nullable String error, Actor me, Text t) {
        var open = version instanceof AgreementVersion.Draft;
        var mine = AgreementVersion.sidesOf(me);
        var page = new One(
                AgreementTerms.of(version.terms(), t),
                cards.card(version),
                clocks.of(AgreementNotices.ref(version)).stream().filter(ClockView::running).findFirst().orElse(null),
                AgreementTerms.changes(agreements.at(version.head().base()), version.terms(), t),
                results.scoring(),
                open && AgreementVersion.drafts(me),
                open && !version.signatures().keySet().containsAll(mine),
                open && me.is(Role.EXEC) && !version.signatures().isEmpty(),
                error);
        return new ModelAndView("handoffs/agreementversion", "page", page);
    }

    @GetMapping("/agreement/{version}/comparison")
    ModelAndView compare(@PathVariable int version, @RequestParam(required = false) @Nullable Integer with, Locale locale) {
        var t = languages.text(locale);
        var after = agreements.find(version);
        int before = with == null ? after.head().base() : with;
        var choices = new java.util.ArrayList<Choice>();
        choices.add(new Choice("0", t.get("handoffs.agreement.standard")));
        agreements.all().stream().filter(one -> one.version() != version).forEach(one ->
                choices.add(new Choice(String.valueOf(one.version()), t.get("handoffs.agreement.version", one.version()))));
        return new ModelAndView("handoffs/agreementcomparison", "page", new Compared(
                before, version, AgreementTerms.changes(agreements.at(before), after.terms(), t), choices));
    }

    @GetMapping("/agreement/draft")
    ModelAndView draft(@Me Actor me) {
        mayDraft(me);
        var open = agreements.draft();
        return open.isPresent()
                ? new ModelAndView("redirect:/agreement/" + open.get().version() + "/edit")
                : form(new Draft(0, 0, AgreementForm.of(agreements.current(), null), Map.of()));
    }

    @PostMapping("/agreement/draft")
    ModelAndView open(@RequestParam MultiValueMap<String, String> typed, @Me Actor me, Locale locale, HttpServletResponse response) {
        mayDraft(me);
        var form = AgreementForm.of(typed);
        return saved(0, 0, form, locale, () -> {
            var version = agreements.draft(form.text(), firstDay(form), me).version();
            Toast.after(response, "handoffs.agreement.drafted", null);
            return version;
        });
    }

    @GetMapping("/agreement/{version}/edit")
    ModelAndView edit(@PathVariable int version, @Me Actor me) {
        mayDraft(me);
        if (!(agreements.find(version) instanceof AgreementVersion.Draft draft)) {
            throw new AgreementClosed(version);
        }
        return form(new Draft(version, draft.head().revision(), AgreementForm.of(draft.terms(), draft.head().firstDay()), Map.of()));
    }

    @PostMapping("/agreement/{version}/edit")
    ModelAndView save(
            @PathVariable int version, @RequestParam(defaultValue = "0") int revision, @RequestParam MultiValueMap<String, String> typed, @Me Actor me,
            Locale locale, HttpServletResponse response) {
        mayDraft(me);
        var form = AgreementForm.of(typed);
        return saved(version, revision, form, locale, () -> {
            agreements.edit(version, revision, form.text(), firstDay(form), me);
            Toast.after(response, "handoffs.agreement.saved", null);
            return version;
        });
    }

    private ModelAndView saved(int version, int revision, AgreementForm form, Locale locale, java.util.function.IntSupplier save) {
        try {
            return new ModelAndView("redirect:/agreement/" + save.getAsInt());
        } catch (Invalid invalid) {
            var t = languages.text(locale);
            var errors = new TreeMap<String, String>();
            invalid.fields().forEach(field -> errors.putIfAbsent(field.field(), t.get(field.code(), field.arguments().toArray())));
            var page = form(new Draft(version, revision, form, errors));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static ModelAndView form(Draft page) {
        return new ModelAndView("handoffs/agreementform", "page", page);
    }

    private static @Nullable LocalDate firstDay(AgreementForm form) {
        try {
            return form.value("firstDay").isEmpty() ? null : LocalDate.parse(form.value("firstDay").replace('/', '-'));
        } catch (DateTimeParseException noDate) {
            throw new Invalid("firstDay", "handoffs.agreement.invalid.first-day");
        }
    }

    @PostMapping("/agreement/{version}/signature")
    String sign(@PathVariable int version, @RequestParam(defaultValue = "0") int revision, @Me Actor me, HttpServletResponse response) {
        var signed = agreements.sign(version, revision, me);
        Toast.after(response, signed instanceof AgreementVersion.Signed ? "handoffs.agreement.holds" : "handoffs.agreement.signed-half", null);
        return "redirect:/agreement/" + version;
    }

    @PostMapping("/agreement/{version}/override")
    ModelAndView decide(
            @PathVariable int version, @RequestParam(defaultValue = "0") int revision, @RequestParam(required = false) @Nullable String reason, @Me Actor me,
            Locale locale, HttpServletResponse response) {
        if (!me.is(Role.EXEC)) {
            throw new Refusal.NotAllowed();
        }
        var said = Objects.requireNonNullElse(reason, "").strip();
        if (said.isEmpty() || said.length() > 1_000) {
            var t = languages.text(locale);
            var page = one(agreements.find(version), t.get(said.isEmpty() ? "platform.invalid.not-blank" : "platform.invalid.size"), me, t);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        agreements.decide(version, revision, said, me);
        Toast.after(response, "handoffs.agreement.holds", null);
        return new ModelAndView("redirect:/agreement/" + version);
    }

    @PostMapping("/agreement/{version}/withdrawal")
    String withdraw(@PathVariable int version, @Me Actor me, HttpServletResponse response) {
        agreements.withdraw(version, me);
        Toast.after(response, "handoffs.agreement.withdrawn", null);
        return "redirect:/agreement";
    }

    private static void mayDraft(Actor me) {
        if (!AgreementVersion.drafts(me)) {
            throw new Refusal.NotAllowed();
        }
    }
}
