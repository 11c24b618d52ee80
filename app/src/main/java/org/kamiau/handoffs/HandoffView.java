package org.kamiau.handoffs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;

/**
 * A handoff as the API shows it.
 *
 * @param state offered, accepted, returned or withdrawn
 * @param turn whose turn it is: the receiver's while offered, the giver's once returned, else nobody's
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
        @Nullable ReturnReason reason,
        @Nullable String advice,
        About about) {

    /** What the handoff is about. */
    public record About(String kind, String id) {}

    public static HandoffView of(Handoff handoff) {
        var terms = handoff.terms();
        return switch (handoff) {
            case Handoff.Offered _ -> view(terms, "offered", terms.boundary().to(), null, null, null);
            case Handoff.Accepted accepted -> view(terms, "accepted", null, accepted.answer(), null, null);
            case Handoff.Returned returned -> view(
                    terms, "returned", terms.boundary().from(), returned.answer(), returned.reason(), returned.advice());
            case Handoff.Withdrawn _ -> view(terms, "withdrawn", null, null, null, null);
        };
    }

    private static HandoffView view(
            Handoff.Terms terms, String state, @Nullable Function turn, Handoff.@Nullable Answer answer,
            @Nullable ReturnReason reason, @Nullable String advice) {
        return new HandoffView(
                terms.id().toString(), terms.boundary(), terms.boundary().from(), terms.boundary().to(), terms.from(), terms.to(),
                state, terms.offeredAt(), terms.dueAt(), turn,
                answer == null ? null : answer.at(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.lateFor(terms),
                reason, advice,
                new About(terms.about().kind(), terms.about().id().toString()));
    }
}
