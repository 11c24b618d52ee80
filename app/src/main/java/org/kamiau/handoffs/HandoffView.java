package org.kamiau.handoffs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;

/**
 * A handoff as the API shows it.
 *
 * @param state offered, accepted, returned or withdrawn
 * @param turn whose turn it is: the receiver's while offered, the giver's once returned, sales operations' once
 *     disputed, else nobody's
 * @param silent accepted because the receiver kept silent until the due moment; counts as late
 * @param packet what was known when it was offered
 * @param missing agreed fields that the packet lacks
 */
public record HandoffView(
        String id,
        Boundary boundary,
        Function from,
        Function to,
        @Nullable MemberId fromMember,
        @Nullable MemberId toMember,
        String state,
        Instant offeredAt,
        @Nullable Instant dueAt,
        @Nullable Function turn,
        @Nullable Instant answeredAt,
        @Nullable MemberId answeredBy,
        @Nullable Boolean late,
        boolean silent,
        @Nullable ReturnReason reason,
        @Nullable String advice,
        @Nullable Replied reply,
        @Nullable Ruled ruling,
        @Nullable Instant meetingAt,
        @Nullable Completion completion,
        List<Rated> ratings,
        Map<String, Object> packet,
        List<String> missing,
        About about) {

    /** What the handoff is about. */
    public record About(String kind, String id) {}

    public record Replied(Handoff.ReplyKind kind, String note, Instant at, MemberId by) {}

    /**
     * A ruling.
     *
     * @param winner marketing or sales
     */
    public record Ruled(String winner, String reason, Instant at, MemberId by) {}

    /**
     * The first meeting.
     *
     * @param outcome held or no_show
     */
    public record Completion(String outcome, List<String> reasked, @Nullable String note, Instant at, MemberId by) {}

    /** One side's rating, 1 to 5. */
    public record Rated(Handoff.Rater side, int score, @Nullable String note, Instant at, MemberId by) {}

    public static HandoffView of(Handoff handoff, List<Rating> ratings) {
        var terms = handoff.terms();
        var answer = answer(handoff);
        var accepted = handoff instanceof Handoff.Accepted one ? one : null;
        var returned = handoff instanceof Handoff.Returned one ? one : null;
        return new HandoffView(
                terms.id().toString(), terms.boundary(), terms.boundary().from(), terms.boundary().to(), terms.from(), terms.to(),
                state(handoff), terms.offeredAt(), terms.dueAt(), turn(handoff),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.by(),
                answer == null ? null : accepted != null && accepted.silent() || answer.lateFor(terms),
                accepted != null && accepted.silent(),
                returned == null ? null : returned.reason(),
                returned == null ? null : returned.advice(),
                returned == null ? null : reply(returned.reply()),
                returned == null ? null : ruling(returned.ruling()),
                terms.meetingAt(),
                accepted == null ? null : completion(accepted.meeting()),
                ratings.stream().map(one -> new Rated(one.side(), one.score(), one.note(), one.answer().at(), one.answer().by())).toList(),
                terms.packet(), terms.missing(),
                new About(terms.about().kind(), terms.about().id().toString()));
    }

    private static String state(Handoff handoff) {
        return switch (handoff) {
            case Handoff.Offered _ -> "offered";
            case Handoff.Accepted _ -> "accepted";
            case Handoff.Returned _ -> "returned";
            case Handoff.Withdrawn _ -> "withdrawn";
        };
    }

    private static @Nullable Function turn(Handoff handoff) {
        var boundary = handoff.terms().boundary();
        return switch (handoff) {
            case Handoff.Offered _ -> boundary.to();
            case Handoff.Returned returned -> returned.reply() == null
                    ? boundary.from()
                    : returned.disputed() ? Function.SALES_OPS : null;
            case Handoff.Accepted _, Handoff.Withdrawn _ -> null;
        };
    }

    private static Handoff.@Nullable Answer answer(Handoff handoff) {
        return switch (handoff) {
            case Handoff.Accepted accepted -> accepted.answer();
            case Handoff.Returned returned -> returned.answer();
            case Handoff.Offered _, Handoff.Withdrawn _ -> null;
        };
    }

    private static @Nullable Replied reply(Handoff.@Nullable Reply reply) {
        return reply == null ? null : new Replied(reply.kind(), reply.note(), reply.answer().at(), reply.answer().by());
    }

    private static @Nullable Ruled ruling(Handoff.@Nullable Ruling ruling) {
        return ruling == null ? null : new Ruled(ruling.winner().code(), ruling.reason(), ruling.answer().at(), ruling.answer().by());
    }

    private static @Nullable Completion completion(Handoff.@Nullable Meeting meeting) {
        return meeting == null
                ? null
                : new Completion(
                        meeting.held() ? "held" : "no_show", meeting.reasked(), meeting.note(), meeting.answer().at(), meeting.answer().by());
    }
}
