package org.kamiau.handoffs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows an accepted handoff: the first meeting with the customer, what came of it, and how both sides rate it. */
@Component
@Transactional
public class FirstMeetings {

    private final HandoffRows rows;
    private final Clocks clocks;
    private final Agreements agreements;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    FirstMeetings(
            HandoffRows rows, Clocks clocks, Agreements agreements, Audit audit, ApplicationEventPublisher events, InstantSource clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.agreements = agreements;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The first meeting of an accepted handoff is planned; its clocks start. */
    public void plan(Handoff.Id id, Instant meetingAt, Actor by) {
        var planned = accepted(id);
        if (planned.meeting() != null) {
            throw new AlreadyCompleted();
        }
        var now = clock.instant();
        rows.plan(id, meetingAt);
        clocks.waive(Handoffs.ref(id), now);
        start(planned, meetingAt, now);
        audit.record(by, Change.made(Handoffs.KIND, id.value(), "meeting_planned", Map.of("meetingAt", meetingAt)));
    }

    /** Its clocks: that it takes place, and that its outcome is told. */
    void start(Handoff.Accepted handoff, Instant meetingAt, Instant now) {
        var agreement = agreements.current();
        var terms = handoff.terms();
        var receiver = handoff.answer().by();
        var met = meetingAt.isBefore(now) ? now : meetingAt;
        clocks.start(List.of(
                new NewClock(Handoffs.ref(terms.id()), Promise.FIRST_MEETING.clock(), terms.boundary().to(), receiver, now, agreement.time(Promise.FIRST_MEETING)),
                new NewClock(Handoffs.ref(terms.id()), Promise.FEEDBACK.clock(), terms.boundary().to(), receiver, met, agreement.time(Promise.FEEDBACK))));
    }

    /** What came of the first meeting; when it was held, both sides are asked for a rating. 409 when it was told before. */
    public Handoff.Accepted complete(Handoff.Id id, boolean held, List<String> reasked, @Nullable String note, Actor by) {
        var now = clock.instant();
        var meeting = new Handoff.Meeting(held, reasked, note, new Handoff.Answer(by.id(), now));
        var completed = accepted(id).complete(meeting, by);
        var terms = completed.terms();
        rows.store(completed);
        clocks.stop(Handoffs.ref(id), Promise.FEEDBACK.clock(), now);
        clocks.stop(Handoffs.ref(id), Promise.FIRST_MEETING.clock(), terms.meetingAt() != null && terms.meetingAt().isBefore(now) ? terms.meetingAt() : now);
        if (held) {
            var asked = new ArrayList<>(EnumSet.allOf(Handoff.Rater.class));
            rows.ratings(List.of(id.value())).forEach(rating -> asked.remove(rating.side()));
            clocks.start(asked.stream().map(side -> ratingClock(completed, side, now)).toList());
        }
        audit.record(by, Change.made(
                Handoffs.KIND, id.value(), "completed", Map.of("completion", held ? "held" : "no_show", "reasked", String.join(", ", reasked))));
        events.publishEvent(new HandoffEvent.Completed(completed, meeting, by, now));
        return completed;
    }

    private NewClock ratingClock(Handoff.Accepted handoff, Handoff.Rater side, Instant now) {
        var terms = handoff.terms();
        var giver = side == Handoff.Rater.GIVER;
        return new NewClock(
                Handoffs.ref(terms.id()), ratingClock(side), giver ? terms.boundary().from() : terms.boundary().to(),
                giver ? terms.from() : handoff.answer().by(), now, agreements.current().time(Promise.RATING));
    }

    private static String ratingClock(Handoff.Rater side) {
        return Promise.RATING.clock() + "_" + side.code();
    }

    /**
     * One side's rating, 1 (poor) to 5 (perfect); anybody named in the handoff or doing that side's work gives it.
     * 409 {@code handoffs.before-meeting} while the planned first meeting lies ahead, {@code handoffs.already-rated} for
     * a second one of the same side.
     */
    public Rating rate(Handoff.Id id, int score, @Nullable String note, Actor by) {
        if (score < 1 || score > 5) {
            throw new Invalid("score", "handoffs.invalid.score");
        }
        var now = clock.instant();
        var accepted = accepted(id);
        var side = accepted.rater(by).orElseThrow(Refusal.NotAllowed::new);
        if (accepted.beforeMeeting(now)) {
            throw new BeforeMeeting();
        }
        var rating = new Rating(id, side, score, note, new Handoff.Answer(by.id(), now));
        if (!rows.rate(rating)) {
            throw new AlreadyRated();
        }
        clocks.stop(Handoffs.ref(id), ratingClock(rating.side()), now);
        audit.record(by, Change.made(Handoffs.KIND, id.value(), "rated", Map.of("side", rating.side().code(), "score", score)));
        return rating;
    }

    private Handoff.Accepted accepted(Handoff.Id id) {
        if (rows.lock(id).orElseThrow(Refusal.NotFound::new) instanceof Handoff.Accepted accepted) {
            return accepted;
        }
        throw new NotAccepted();
    }
}
