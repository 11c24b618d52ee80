package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;

/**
 * A seller asks a customer that spoke first whether a hypothesis holds.
 *
 * @param askedBy null when the step to verifying asked by itself
 */
public record Hearing(
        Id id, Need.Id need, Account.Id account, MemberId seller, String hypothesis, @Nullable MemberId askedBy, Instant askedAt, Instant dueAt,
        @Nullable Answer answer) {

    /** What the customer said. */
    public record Answer(Finding finding, String words, MemberId by, Instant at) {}

    /** Whether the hypothesis holds for this customer. */
    public enum Finding {
        SUPPORTS,
        CONTRADICTS,
        UNCLEAR;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Finding of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Identity of a hearing. */
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
        return answer == null;
    }

    /** The seller, or a head who speaks for them. */
    public boolean mayAnswer(Actor actor) {
        return answer == null && (seller.equals(actor.member()) || actor.is(Role.SALES_HEAD, Role.FS_MGR));
    }

    Hearing answered(Finding finding, String words, Actor by, Instant now) {
        if (answer != null) {
            throw new HearingAnswered();
        }
        if (!mayAnswer(by)) {
            throw new Refusal.NotAllowed();
        }
        return new Hearing(id, need, account, seller, hypothesis, askedBy, askedAt, dueAt, new Answer(finding, words, by.id(), now));
    }
}
