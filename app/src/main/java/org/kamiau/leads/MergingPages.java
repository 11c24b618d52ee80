package org.kamiau.leads;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Panel;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two leads that are one: the other is chosen, and what stays and what follows is seen before it is done. */
@Controller
@Access.Members
class MergingPages {

    /** The page: choosing, or what was chosen. */
    public record Page(LeadDetail lead, Fragment body) {}

    /** The leads to choose from: of the same organisation, or those that the words name. */
    public record Choice(
            LeadDetail lead, @Nullable String words, List<MergeCandidates.Candidate> candidates, @Nullable String error) {}

    /** One of the two. */
    public record Side(LeadDetail lead, int responses, int attempts) {}

    /**
     * Both side by side.
     *
     * @param turnable whether the reader may merge them the other way round
     * @param error why it cannot be done
     */
    public record Comparison(Side gone, Side kept, boolean turnable, @Nullable String error) {

        /** People of different organisations are seldom one. */
        public boolean strangers() {
            return !Objects.equals(gone.lead().accountId(), kept.lead().accountId());
        }
    }

    /** What was merged into a lead. */
    public record Merged(List<MergeCandidates.Candidate> leads) {}

    record MergingForm(@NotNull Lead.@Nullable Id into) {}

    private final LeadDetails details;
    private final MergeCandidates candidates;
    private final Mergings mergings;
    private final Forms forms;
    private final Languages languages;

    MergingPages(LeadDetails details, MergeCandidates candidates, Mergings mergings, Forms forms, Languages languages) {
        this.details = details;
        this.candidates = candidates;
        this.mergings = mergings;
        this.forms = forms;
        this.languages = languages;
    }

    @Bean
    static Panel mergedLeads(MergeCandidates candidates) {
        return new Panel() {
            @Override
            public String on() {
                return Lead.KIND;
            }

            @Override
            public int order() {
                return 5;
            }

            @Override
            public Optional<Fragment> show(RecordRef record, Actor actor) {
                var merged = candidates.mergedInto(record.id());
                return merged.isEmpty() ? Optional.empty() : Optional.of(new Fragment("leads/merged", new Merged(merged)));
            }
        };
    }

    /** Refused where the lead itself cannot be merged any more (409). */
    @GetMapping("/leads/{id}/merging")
    ModelAndView show(
            @PathVariable Lead.Id id, @RequestParam(required = false) Lead.@Nullable Id into, @RequestParam(required = false) @Nullable String q,
            @Me Actor me, Locale locale) {
        var lead = details.find(id, me).orElseThrow(Refusal.NotFound::new);
        Standing.require(lead.standing().anySideMay(me));
        Move.MERGE.check(lead.stage());
        if (into == null) {
            return page(lead, choice(lead, q, null, me), HttpStatus.OK);
        }
        if (into.equals(id)) {
            var itself = languages.text(locale).get("leads.invalid.merge-itself");
            return page(lead, choice(lead, q, itself, me), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var kept = details.find(into, me).orElseThrow(Refusal.NotFound::new);
        var closed = closed(kept, languages.text(locale));
        return page(lead, comparison(lead, kept, closed, me), closed == null ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    private static ModelAndView page(LeadDetail lead, Fragment body, HttpStatus status) {
        var page = new ModelAndView("leads/mergingpage", "page", new Page(lead, body));
        page.setStatus(status);
        return page;
    }

    private Fragment choice(LeadDetail lead, @Nullable String words, @Nullable String error, Actor me) {
        var found = words == null ? candidates.near(lead) : candidates.named(lead, words, me);
        return new Fragment("leads/mergingchoice", new Choice(lead, words, found, error));
    }

    private static @Nullable String closed(LeadDetail kept, Text t) {
        return Move.MERGE.from(kept.stage()) ? null : new MoveRefused(Move.MERGE, kept.stage()).text(t);
    }

    private Fragment comparison(LeadDetail gone, LeadDetail kept, @Nullable String error, Actor me) {
        var luggage = candidates.luggage(gone.id(), kept.id());
        return new Fragment("leads/mergingcomparison", new Comparison(
                side(gone, luggage), side(kept, luggage), error == null && kept.standing().anySideMay(me), error));
    }

    private static Side side(LeadDetail lead, Map<Lead.Id, MergeCandidates.Luggage> luggage) {
        var own = luggage.getOrDefault(lead.id(), new MergeCandidates.Luggage(0, 0));
        return new Side(lead, own.responses(), own.attempts());
    }

    /** Goes on to the lead that stays; what is refused is said beside both. */
    @PostMapping("/leads/{id}/merging")
    ModelAndView merge(
            @PathVariable Lead.Id id, @Valid MergingForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        var lead = details.find(id, me).orElseThrow(Refusal.NotFound::new);
        var sent = new Forms.Sent(
                "leads.merging.title", "leads.done.merging", "/leads/" + (form.into() == null ? id : form.into()), "platform.record.lead",
                errors -> again(lead, form.into(), errors.values().stream().findFirst().orElse(null), me));
        return forms.carry(sent, binding, locale, response, () -> mergings.merge(id, Objects.requireNonNull(form.into()), me));
    }

    private Fragment again(LeadDetail lead, Lead.@Nullable Id into, @Nullable String error, Actor me) {
        return into == null || into.equals(lead.id())
                ? choice(lead, null, error, me)
                : details.find(into, me).map(kept -> comparison(lead, kept, error, me)).orElseThrow(Refusal.NotFound::new);
    }
}
