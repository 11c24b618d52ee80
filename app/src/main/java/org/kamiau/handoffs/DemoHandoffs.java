package org.kamiau.handoffs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessClock.Outcome;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.DemoPromises;
import org.kamiau.calendar.NewClock;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the handoffs of the demonstration's past year with all that followed, as the verbs would have left them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DemoHandoffs {

    /**
     * A handoff of the past.
     *
     * @param packet null when the handoff was offered through the intake and keeps its packet
     * @param agreement whose fields it was offered with
     * @param known codes of the fields that the packet holds
     * @param answer null while the receiver's clock runs
     */
    public record Told(
            UUID id, Boundary boundary, UUID lead, @Nullable MemberId from, @Nullable MemberId to, @Nullable String packet,
            Agreement agreement, Set<String> known, Instant offeredAt, BusinessTime allowed, @Nullable Instant meetingAt,
            @Nullable Answer answer) {

        List<String> fields() {
            return agreement.fields(boundary);
        }

        List<String> missing() {
            return fields().stream().filter(field -> !known.contains(field)).toList();
        }

        String state() {
            return switch (answer) {
                case null -> "offered";
                case Accepted _ -> "accepted";
                case Returned _ -> "returned";
            };
        }

        boolean silent() {
            return answer instanceof Accepted accepted && accepted.silent();
        }

        @Nullable Returned returned() {
            return answer instanceof Returned returned ? returned : null;
        }

        @Nullable Meeting meeting() {
            return answer instanceof Accepted accepted ? accepted.meeting() : null;
        }
    }

    /** How it was answered. */
    public sealed interface Answer {
        Instant at();

        MemberId by();
    }

    /** @param silent at the due moment, by nobody's word */
    public record Accepted(Instant at, MemberId by, boolean silent, @Nullable Meeting meeting) implements Answer {}

    /** Given back, with the giver's reply and the ruling where there are any. */
    public record Returned(Instant at, MemberId by, ReturnReason reason, String advice, @Nullable Reply reply, @Nullable Ruling ruling)
            implements Answer {}

    /** @param kind correct, agree or dispute */
    public record Reply(String kind, Instant at, MemberId by, String note) {}

    /** @param winner marketing or sales */
    public record Ruling(String winner, Instant at, MemberId by, String reason) {}

    /** What came of the first meeting; ratings are null while they are owed. */
    public record Meeting(boolean held, List<String> reasked, Instant toldAt, MemberId by, @Nullable Rated giver, @Nullable Rated receiver) {}

    /** One side's rating, 1 to 5. */
    public record Rated(int score, Instant at) {}

    private final DemoHandoffRows rows;
    private final DemoPromises promises;

    DemoHandoffs(DemoHandoffRows rows, DemoPromises promises) {
        this.rows = rows;
        this.promises = promises;
    }

    public void tell(List<Told> told) {
        rows.write(told);
        rows.rate(told);
        var past = new ArrayList<DemoPromises.Past>();
        told.forEach(one -> past.addAll(promises(one)));
        promises.tell(past);
    }

    /** The clocks that the verbs would have started and stopped. */
    private static List<DemoPromises.Past> promises(Told one) {
        var clocks = new Started(one, new ArrayList<>());
        var terms = one.agreement();
        var answer = one.answer();
        clocks.add(
                one.boundary() == Boundary.IS_FS ? Promise.CONFIRMATION.clock() : Promise.ANSWER.clock(), one.boundary().to(), one.to(),
                one.offeredAt(), one.allowed(), answer == null ? null : answer.at(), one.silent() ? Outcome.BREACHED : null);
        switch (answer) {
            case null -> {}
            case Returned returned -> {
                var reply = returned.reply();
                var ruling = returned.ruling();
                clocks.add(
                        Promise.REPLY.clock(), one.boundary().from(), one.from(), returned.at(), terms.time(Promise.REPLY),
                        reply == null ? null : reply.at(), null);
                if (reply != null && reply.kind().equals("dispute")) {
                    clocks.add(
                            Promise.RULING.clock(), Function.SALES_OPS, null, reply.at(), terms.time(Promise.RULING),
                            ruling == null ? null : ruling.at(), null);
                }
            }
            case Accepted accepted -> followed(clocks, accepted);
        }
        return clocks.all();
    }

    private static void followed(Started clocks, Accepted accepted) {
        var one = clocks.told();
        var terms = one.agreement();
        var meeting = accepted.meeting();
        var meetingAt = one.meetingAt();
        if (meetingAt != null) {
            clocks.add(
                    Promise.FIRST_MEETING.clock(), one.boundary().to(), accepted.by(), accepted.at(), terms.time(Promise.FIRST_MEETING),
                    meeting == null ? null : meetingAt, null);
            clocks.add(
                    Promise.FEEDBACK.clock(), one.boundary().to(), accepted.by(), meetingAt, terms.time(Promise.FEEDBACK),
                    meeting == null ? null : meeting.toldAt(), null);
        }
        if (meeting != null && meeting.held()) {
            clocks.add(
                    Promise.RATING.clock() + "_giver", one.boundary().from(), one.from(), meeting.toldAt(), terms.time(Promise.RATING),
                    meeting.giver() == null ? null : meeting.giver().at(), null);
            clocks.add(
                    Promise.RATING.clock() + "_receiver", one.boundary().to(), accepted.by(), meeting.toldAt(), terms.time(Promise.RATING),
                    meeting.receiver() == null ? null : meeting.receiver().at(), null);
        }
    }

    private record Started(Told told, List<DemoPromises.Past> all) {
        void add(
                String promise, Function turn, @Nullable MemberId holder, Instant from, BusinessTime allowed,
                @Nullable Instant stopped, @Nullable Outcome outcome) {
            all.add(new DemoPromises.Past(new NewClock(new RecordRef("handoff", told.id()), promise, turn, holder, from, allowed), stopped, outcome));
        }
    }
}
