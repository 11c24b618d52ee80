package org.kamiau.platform.demo;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The jumps of the time bar. */
enum Jump {
    MINUTES_30("minutes-30") {
        @Override
        Instant from(Instant now, BusinessTimeAhead ahead) {
            return ahead.minutes(now, 30);
        }
    },
    DAY_1("day-1") {
        @Override
        Instant from(Instant now, BusinessTimeAhead ahead) {
            return ahead.days(now, 1);
        }
    },
    DAYS_5("days-5") {
        @Override
        Instant from(Instant now, BusinessTimeAhead ahead) {
            return ahead.days(now, 5);
        }
    };

    private final String code;

    Jump(String code) {
        this.code = code;
    }

    abstract Instant from(Instant now, BusinessTimeAhead ahead);

    static Optional<Jump> of(String code) {
        return Stream.of(values()).filter(jump -> jump.code.equals(code)).findFirst();
    }
}
