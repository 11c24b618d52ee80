package org.kamiau.leads;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.people.Members;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Requests;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A draft of the rules: what it changes, who approved, and the form it is written in. Every member reads. */
@Controller
@RequestMapping("/settings/scoring/drafts")
@Access.Members
class RulesDraftPages {

    /** A seat with who approved for it, or who could. */
    public record SeatLine(RulesDraft.Seat seat, @Nullable String by, @Nullable Instant at, List<String> could) {}

    /**
     * A draft, or the version that it became.
     *
     * @param version 0 while it is none
     * @param last whether this reader's approval is the one that releases
     */
    public record Page(
            RulesDraft.Terms draft, String state, int version, String changedBy, List<String> changes, List<SeatLine> seats,
            boolean author, boolean approver, boolean last, RulesTrial.@Nullable Figures figures) {}

    /**
     * The trial.
     *
     * @param domains whether competitors' domains differ, which a trial cannot see
     * @param links from its numbers to their leads; null when the draft is open no more
     * @param figures for the approvals on the draft's page; null on a page of its own
     */
    public record PreviewPage(
            RulesDraft.Id id, int revision, RulesOutcome outcome, @Nullable TrialLinks links, boolean domains, boolean some,
            RulesTrial.@Nullable Figures figures) {}

    /** The form. */
    public record FormPage(RulesDraft.Id id, RulesForm form, List<Choice> prefectures) {}

    private static final int FEW = 6;
    private static final int MANY = 200;

    private final RulesDrafts drafts;
    private final RulesTrial trial;
    private final Scoring scoring;
    private final Members members;
    private final Languages languages;

    RulesDraftPages(RulesDrafts drafts, RulesTrial trial, Scoring scoring, Members members, Languages languages) {
        this.drafts = drafts;
        this.trial = trial;
        this.scoring = scoring;
        this.members = members;
        this.languages = languages;
    }

    @PostMapping
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    ModelAndView begin(@Me Actor me) {
        return seeOther(drafts.begin(me).terms().id(), "/rules");
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable RulesDraft.Id id, @Me Actor me, Locale locale) {
        return new ModelAndView("leads/rulesdraft", "page", page(drafts.get(id), me, languages.text(locale)));
    }

    private Page page(RulesDraft draft, Actor me, Text t) {
        var terms = draft.terms();
        var author = me.is(RulesDrafts.AUTHORS);
        return switch (draft) {
            case RulesDraft.Open open -> {
                var holders = drafts.holders();
                var approver = open.awaits(me, holders);
                var before = scoring.current().rules();
                yield new Page(
                        terms, "open", 0, name(terms.changedBy()), changes(before, terms.rules(), t), seats(open.approvals(), holders),
                        author, approver, approver && open.missing(holders).size() == 1, trial.found(terms).orElse(null));
            }
            case RulesDraft.Released released -> new Page(
                    terms, "released", released.version(), name(terms.changedBy()), changes(before(released.version()), terms.rules(), t),
                    seats(released.approvals(), new RulesDraft.Holders(Map.of())), author, false, false, trial.found(terms).orElse(null));
            case RulesDraft.Discarded _ -> new Page(
                    terms, "discarded", 0, name(terms.changedBy()), changes(before(terms.base() + 1), terms.rules(), t), List.of(), author,
                    false, false, null);
        };
    }

    /** The rules that were in force before that version. */
    private ScoreRules before(int version) {
        return scoring.versions().stream().filter(one -> one.version() == version - 1).map(Scoring.Version::rules).findFirst().orElse(ScoreRules.DEFAULT);
    }

    static List<String> changes(ScoreRules before, ScoreRules after, Text t) {
        return RulesChange.between(before, after).stream().map(change -> change.text(t)).toList();
    }

    private String name(MemberId id) {
        return members.names(List.of(id)).getOrDefault(id, "");
    }

    private List<SeatLine> seats(List<RulesDraft.Approval> approvals, RulesDraft.Holders holders) {
        var bySeat = approvals.stream().collect(Collectors.toMap(RulesDraft.Approval::seat, one -> one));
        var asked = Stream.concat(
                        holders.members().values().stream().flatMap(java.util.Set::stream), approvals.stream().map(RulesDraft.Approval::by))
                .distinct()
                .toList();
        var names = members.names(asked);
        return Stream.of(RulesDraft.Seat.values())
                .filter(seat -> bySeat.containsKey(seat) || !holders.members().isEmpty() && holders.needed().contains(seat))
                .map(seat -> {
                    var approval = bySeat.get(seat);
                    return new SeatLine(
                            seat, approval == null ? null : names.get(approval.by()), approval == null ? null : approval.at(),
                            holders.of(seat).stream().map(id -> names.getOrDefault(id, "")).sorted().toList());
                })
                .toList();
    }

    @GetMapping("/{id}/rules")
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    Object edit(@PathVariable RulesDraft.Id id, Locale locale) {
        var draft = drafts.get(id);
        return draft instanceof RulesDraft.Open open ? form(id, RulesForm.of(open.terms()), HttpStatus.OK, locale) : seeOther(id, "");
    }

    @PostMapping("/{id}/rules")
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    ModelAndView change(@PathVariable RulesDraft.Id id, HttpServletRequest request, HttpServletResponse response, @Me Actor me, Locale locale) {
        var before = drafts.get(id);
        var form = RulesForm.of(request);
        try {
            drafts.change(id, form.revision(), form.rules(), form.why(), me);
        } catch (Invalid invalid) {
            return form(id, form.wrong(invalid.fields()), HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (Refusal.Stale stale) {
            return form(id, form.overtaken(drafts.get(id).terms().revision()), stale.status(), locale);
        }
        boolean fell = before instanceof RulesDraft.Open open && !open.approvals().isEmpty();
        Toast.after(response, fell ? "leads.draft.saved-approvals-fell" : "leads.draft.saved", null);
        return seeOther(id, "");
    }

    private ModelAndView form(RulesDraft.Id id, RulesForm form, HttpStatus status, Locale locale) {
        var view = new ModelAndView("leads/rulesform", "page", new FormPage(id, form, RulesPages.prefectures(languages.text(locale))));
        view.setStatus(status);
        return view;
    }

    /** The draft tried on real leads; a part of the draft's page, or a page of its own. */
    @GetMapping("/{id}/preview")
    ModelAndView preview(
            @PathVariable RulesDraft.Id id, @RequestParam(required = false) @Nullable String all, HttpServletRequest request) {
        var draft = drafts.get(id);
        var terms = draft.terms();
        var outcome = trial.run(terms, all == null ? FEW : MANY);
        var links = draft instanceof RulesDraft.Open ? new TrialLinks(outcome.period()) : null;
        boolean part = Requests.isFragment(request);
        return new ModelAndView(part ? "leads/rulesoutcome" : "leads/rulespreview", "page", new PreviewPage(
                id, terms.revision(), outcome, links, !terms.rules().competitorDomains().equals(scoring.current().rules().competitorDomains()),
                all == null, part ? trial.found(terms).orElse(null) : null));
    }

    @PostMapping("/{id}/approval")
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    ModelAndView approve(
            @PathVariable RulesDraft.Id id, @RequestParam(required = false) @Nullable Integer revision, HttpServletResponse response, @Me Actor me) {
        var draft = drafts.approve(id, revision == null ? -1 : revision, me);
        if (draft instanceof RulesDraft.Released released) {
            Toast.after(response, "leads.draft.toast-released", null, released.version());
        } else {
            Toast.after(response, "leads.draft.toast-approved", null);
        }
        return seeOther(id, "");
    }

    @PostMapping("/{id}/removal")
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    ModelAndView discard(@PathVariable RulesDraft.Id id, HttpServletResponse response, @Me Actor me) {
        drafts.discard(id, me);
        Toast.after(response, "leads.draft.toast-discarded", null);
        return see("/settings/scoring");
    }

    private static ModelAndView seeOther(RulesDraft.Id id, String below) {
        return see("/settings/scoring/drafts/" + id + below);
    }

    private static ModelAndView see(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
