package org.kamiau.handoffs;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;

/**
 * Something to be handed over.
 *
 * @param startedAt when the receiver's clock starts: the moment of the event, not of its recording
 * @param packet JSON of what is known now
 * @param known codes of the fields that the packet holds; agreed ones that are not among them are missing
 * @param meetingAt when the first meeting is planned, where one is
 * @param clock false for what a file brings from the past: no clock runs, nobody is woken
 */
public record Offer(
        RecordRef about,
        Boundary boundary,
        @Nullable MemberId from,
        @Nullable MemberId to,
        Instant startedAt,
        BusinessTime allowed,
        String packet,
        Set<String> known,
        @Nullable Instant meetingAt,
        boolean clock) {

    public Offer {
        known = Set.copyOf(known);
    }
}
