package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.customers.Account;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.alerts.Outcome;

/**
 * The radar says that a need rises or is confirmed; people say what became of it.
 *
 * @param day the day at whose beginning it was detected: all that was heard before it counts
 * @param accounts whose words it rests on, those that lead first
 * @param leading how many of them lead
 */
public record Signal(
        Id id, Need.Id need, Rule rule, LocalDate day, Instant raisedAt, Instant dueAt, @Nullable MemberId owner, List<Account.Id> accounts,
        int leading, @Nullable Closing closing) {

    public Signal {
        accounts = List.copyOf(accounts);
    }

    /**
     * What became of it, said once.
     *
     * @param by null where it followed from a step of the need itself
     */
    public record Closing(Outcome outcome, String reason, @Nullable MemberId by, Instant at) {}

    /** What was seen. */
    public enum Rule {
        /** きざし: several accounts speak anew, those that lead among them. */
        SIGN(Need.State.SIGN, 2),
        /** 兆候: a burst that is strong. */
        BURST(Need.State.BURST, 5),
        /** 確認: a published survey shows the rise. */
        SURVEY(Need.State.CONFIRMED, 10),
        /** 確認: many accounts in several segments. */
        SPREAD(Need.State.CONFIRMED, 10);

        private final Need.State state;
        private final int days;

        Rule(Need.State state, int days) {
            this.state = state;
            this.days = days;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Rule of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Where it takes a need. */
        public Need.State state() {
            return state;
        }

        /** Until when somebody says what became of it. */
        BusinessTime allowed() {
            return BusinessTime.days(days);
        }
    }

    /** Identity of a signal. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @JsonValue
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public boolean open() {
        return closing == null;
    }

    /** Marketing owns the outcome; both heads, operations and executives may speak for it. */
    public static boolean mayClose(Actor actor) {
        return actor.is(Role.MKT, Role.MKT_HEAD, Role.SALES_HEAD, Role.REVOPS, Role.EXEC);
    }

    Signal closed(Closing said) {
        if (closing != null) {
            throw new SignalClosed();
        }
        return new Signal(id, need, rule, day, raisedAt, dueAt, owner, accounts, leading, said);
    }
}
