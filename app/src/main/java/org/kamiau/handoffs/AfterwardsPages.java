package org.kamiau.handoffs;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Me;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Act;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What follows an answer, as forms on the page of the record that was handed over: the reply to a return, the ruling,
 * the first meeting, the rating.
 */
@Controller
@Access.Members
public class AfterwardsPages {

    /** A form with what was typed into it and what is wrong with that. */
    public record Form<F>(String id, List<String> fields, F typed, Map<String, String> errors) {}

    public record ReplyForm(Handoff.@NotNull @Nullable ReplyKind kind, @NotBlank @Size(max = 2000) @Nullable String note) {}

    public record RulingForm(HandoffApi.@NotNull @Nullable Winner winner, @NotBlank @Size(max = 2000) @Nullable String reason) {
        public @Nullable String chosen() {
            return winner == null ? null : winner.code();
        }
    }

    public record CompletionForm(
            HandoffApi.@NotNull @Nullable Outcome outcome, @Nullable List<String> reasked, @Size(max = 2000) @Nullable String note) {
        public @Nullable String chosen() {
            return outcome == null ? null : outcome.code();
        }

        public boolean reasked(String field) {
            return reasked != null && reasked.contains(field);
        }
    }

    public record RatingForm(@NotNull @Min(1) @Max(5) @Nullable Integer score, @Size(max = 2000) @Nullable String note) {}


    private final Handoffs handoffs;
    private final FirstMeetings meetings;
    private final RecordKinds records;
    private final Forms forms;

    AfterwardsPages(Handoffs handoffs, FirstMeetings meetings, RecordKinds records, Forms forms) {
        this.handoffs = handoffs;
        this.meetings = meetings;
        this.records = records;
        this.forms = forms;
    }

    /** What this reader may do with a handoff now; the first is what is waited for. */
    public List<Act> acts(Handoff handoff, List<Rating> ratings, Actor me, Instant now) {
        var acts = new ArrayList<Act>();
        var id = handoff.id().toString();
        switch (handoff) {
            case Handoff.Returned returned -> {
                if (returned.reply() == null && returned.terms().mayReply(me)) {
                    acts.add(act("reply", id, List.of(), new ReplyForm(null, null), true));
                } else if (returned.disputed() && handoffs.mayRule(me)) {
                    acts.add(act("ruling", id, List.of(), new RulingForm(null, null), true));
                }
            }
            case Handoff.Accepted accepted -> {
                var meetingAt = accepted.terms().meetingAt();
                if (meetingAt != null && accepted.meeting() == null && (accepted.terms().mayAnswer(me) || me.is(accepted.answer().by()))) {
                    acts.add(act("completion", id, accepted.terms().fields(), new CompletionForm(null, null, null), !now.isBefore(meetingAt)));
                }
                rateable(accepted, ratings, me, now).ifPresent(next -> acts.add(act("ratings", id, List.of(), new RatingForm(null, null), next)));
            }
            case Handoff.Offered _, Handoff.Withdrawn _ -> {}
        }
        return acts;
    }

    /** Whether it is asked for now, where this reader's side may still rate. */
    private static Optional<Boolean> rateable(Handoff.Accepted handoff, List<Rating> ratings, Actor me, Instant now) {
        return handoff.rater(me)
                .filter(_ -> !handoff.beforeMeeting(now))
                .filter(side -> ratings.stream().noneMatch(rating -> rating.side() == side))
                .map(_ -> handoff.meeting() != null && handoff.meeting().held());
    }

    private static Act act(String name, String id, List<String> fields, Object blank, boolean next) {
        return new Act(name, "handoffs.act." + name, new Fragment("handoffs/" + name, new Form<>(id, fields, blank, Map.of())), next);
    }

    /** The choices of each form. */
    public static List<Choice> replies(Text t) {
        return Arrays.stream(Handoff.ReplyKind.values()).map(kind -> choice("handoffs.reply." + kind.code(), kind.code(), t)).toList();
    }

    public static List<Choice> winners(Text t) {
        return Arrays.stream(HandoffApi.Winner.values()).map(winner -> choice("handoffs.ruling." + winner.code(), winner.code(), t)).toList();
    }

    public static List<Choice> outcomes(Text t) {
        return Arrays.stream(HandoffApi.Outcome.values()).map(one -> choice("handoffs.completion." + one.code(), one.code(), t)).toList();
    }

    public static List<Choice> scores(Text t) {
        return IntStream.iterate(5, score -> score >= 1, score -> score - 1)
                .mapToObj(score -> new Choice(String.valueOf(score), t.get("handoffs.score." + score)))
                .toList();
    }

    private static Choice choice(String key, String code, Text t) {
        return new Choice(code, t.get(key), t.get(key + "-meaning"));
    }

    @PostMapping("/handoffs/{id}/reply")
    ModelAndView reply(
            @PathVariable Handoff.Id id, @Valid ReplyForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "reply", form, binding, locale, response, () -> handoffs.reply(
                id, Objects.requireNonNull(form.kind()), Objects.requireNonNull(form.note()), me));
    }

    @PostMapping("/handoffs/{id}/ruling")
    ModelAndView rule(
            @PathVariable Handoff.Id id, @Valid RulingForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "ruling", form, binding, locale, response, () -> handoffs.rule(
                id, Objects.requireNonNull(form.winner()).side(), Objects.requireNonNull(form.reason()), me));
    }

    @PostMapping("/handoffs/{id}/completion")
    ModelAndView complete(
            @PathVariable Handoff.Id id, @Valid CompletionForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "completion", form, binding, locale, response, () -> meetings.complete(
                id, Objects.requireNonNull(form.outcome()) == HandoffApi.Outcome.HELD, form.reasked() == null ? List.of() : form.reasked(),
                form.note(), me));
    }

    @PostMapping("/handoffs/{id}/ratings")
    ModelAndView rate(
            @PathVariable Handoff.Id id, @Valid RatingForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "ratings", form, binding, locale, response, () -> meetings.rate(
                id, Objects.requireNonNull(form.score()), form.note(), me));
    }

    /** Does it and goes back to the record; or shows the form again with what was typed and what is wrong. */
    private ModelAndView carry(
            Handoff.Id id, String form, Object typed, BindingResult binding, Locale locale, HttpServletResponse response, Runnable verb) {
        var terms = handoffs.find(id).orElseThrow(Refusal.NotFound::new).terms();
        var sent = new Forms.Sent(
                "handoffs.act." + form, "handoffs.done." + form, records.path(terms.about()), "handoffs.back",
                errors -> new Fragment("handoffs/" + form, new Form<>(id.toString(), terms.fields(), typed, errors)));
        return forms.carry(sent, binding, locale, response, verb);
    }
}
