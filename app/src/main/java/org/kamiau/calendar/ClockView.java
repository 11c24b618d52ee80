package org.kamiau.calendar;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessClock.Outcome;
import org.kamiau.calendar.BusinessClock.State;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Text;

/**
 * A clock as it is shown now: whose turn it is, how it stands, and what to say about the time.
 *
 * @param allowance business minutes from start to due
 * @param leftMinutes business minutes left, negative when overdue; of a stopped clock, as they were when it stopped
 * @param stoppedAt null while it runs
 * @param office when the office opens and closes next, for a chip that counts on by itself
 */
public record ClockView(
        RecordRef about,
        String promise,
        Function turn,
        @Nullable MemberId holder,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant stoppedAt,
        @Nullable Outcome outcome,
        State state,
        long allowance,
        long leftMinutes,
        TimeLeft left,
        Office office) {

    /** Real minutes, counted from now, to the next opening (0 when open) and to the closing that follows. */
    public record Office(long opensIn, long closesIn) {
        static Office at(Instant now, BusinessCalendar calendar) {
            return new Office(
                    Duration.between(now, calendar.nextOpening(now)).toMinutes(),
                    Duration.between(now, calendar.nextClosing(now)).toMinutes());
        }

        public boolean open() {
            return opensIn == 0;
        }
    }

    static ClockView of(BusinessClock clock, Instant now, BusinessCalendar calendar) {
        var stop = clock.stop();
        var moment = stop == null ? now : stop.at();
        var due = clock.moments().dueAt();
        return new ClockView(
                clock.about(),
                clock.promise(),
                clock.turn(),
                clock.holder(),
                clock.moments().startedAt(),
                due,
                stop == null ? null : stop.at(),
                stop == null ? null : stop.outcome(),
                clock.state(now, calendar),
                clock.moments().allowance(),
                calendar.minutesBetween(moment, due),
                TimeLeft.at(moment, due, calendar),
                Office.at(now, calendar));
    }

    public boolean running() {
        return stoppedAt == null;
    }

    /** The colour of the chip, {@code null} for none. */
    public @Nullable String level() {
        return switch (state) {
            case KEPT -> "kept";
            case AMBER -> "amber";
            case RED -> "red";
            case RUNNING, PAUSED -> null;
        };
    }

    /** "残り 17分" while it runs, "期限内" once it has stopped. */
    public String words(Text t) {
        return outcome == null ? left.in(t) : t.get("calendar.outcome." + outcome.code());
    }

    /** The icon's name in the sprite. */
    public String icon() {
        if (running()) {
            return state == State.PAUSED ? "moon" : "clock";
        }
        return state == State.KEPT ? "circle-check" : "alert-circle";
    }

    /** How much of the allowance is gone, 0–100. */
    public long used() {
        return allowance == 0 ? 100 : Math.clamp(100 - 100 * leftMinutes / allowance, 0, 100);
    }

    /** The words already hold the due moment ("明朝 9:22 まで"). */
    public boolean saysWhen() {
        return outcome == null && left instanceof TimeLeft.Until;
    }
}
