package org.kamiau.calendar;

import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A promise that runs on business time: who must act by when, and once it has stopped, what became
 * of it.
 *
 * @param promise the promise's key, such as {@code handoffs.answer}
 * @param turn the function that must act
 * @param holder the member who must act, where one is known
 * @param stop how it ended; null while it runs
 */
public record BusinessClock(
        UUID id,
        RecordRef about,
        String promise,
        Function turn,
        @Nullable MemberId holder,
        Moments moments,
        @Nullable Stop stop) {

    /** When and how a clock ended. */
    public record Stop(Instant at, Outcome outcome) {}

    /** What became of a promise. */
    public enum Outcome {
        MET,
        BREACHED,
        WAIVED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** How a clock looks now. */
    public enum State {
        /** Stopped in time, or waived. */
        KEPT,
        RUNNING,
        /** The office is closed; the time stands still. */
        PAUSED,
        /** 80 % of the time is used. */
        AMBER,
        /** The due moment passed, or it was stopped too late. */
        RED
    }

    State state(Instant now, BusinessCalendar calendar) {
        if (stop != null) {
            return stop.outcome() == Outcome.BREACHED ? State.RED : State.KEPT;
        }
        if (!now.isBefore(moments.dueAt())) {
            return State.RED;
        }
        if (!now.isBefore(moments.amberAt())) {
            return State.AMBER;
        }
        return calendar.open(now) ? State.RUNNING : State.PAUSED;
    }

    /** A promise kept at its very due moment is kept. */
    static Outcome outcome(Instant stopped, Instant due) {
        return stopped.isAfter(due) ? Outcome.BREACHED : Outcome.MET;
    }
}
