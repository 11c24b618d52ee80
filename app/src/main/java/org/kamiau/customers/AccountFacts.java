package org.kamiau.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;

/**
 * What scoring and routing ask of an account.
 *
 * @param industry a code of {@link Industry}, or the words that came in when they name none
 * @param segments codes of the segments whose rule it meets
 */
public record AccountFacts(
        Account.Id id,
        String name,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable Prefecture prefecture,
        List<String> segments,
        boolean targetSegment,
        @Nullable Integer abmTier,
        @Nullable MemberId fsOwner,
        @Nullable MemberId isOwner,
        @Nullable MemberId csOwner,
        Lifecycle lifecycle) {

    public AccountFacts {
        segments = List.copyOf(segments);
    }
}
