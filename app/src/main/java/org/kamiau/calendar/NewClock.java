package org.kamiau.calendar;

import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;

import java.time.Instant;

/** A clock to be started; see {@link BusinessClock} for its parts. */
public record NewClock(
        RecordRef about,
        String promise,
        Function turn,
        @Nullable MemberId holder,
        Instant startedAt,
        BusinessTime allowed) {}
