package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Person;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;

/**
 * One utterance of a customer as it stands.
 *
 * @param account null where the customer is not known
 * @param raw what was said, in the customer's words; places in it are UTF-16 units
 * @param motive what may lie behind it: an interpretation, never mixed with the words
 * @param asked what our side said right before, where a conversation gives it
 * @param recorder null where another system brought it without saying who heard it
 */
public record Voice(
        Id id, Account.@Nullable Id account, Person.@Nullable Id person, @Nullable BuyingRole buyingRole, String raw, @Nullable Motive motive,
        Channel channel, List<String> competitors, @Nullable MemberId recorder, Instant heardAt, Instant recordedAt, boolean wantsAnswer,
        @Nullable UUID document, @Nullable String asked, int version) {

    static final String KIND = "voice";

    /** The longest text, in UTF-16 units. */
    static final int LONGEST = 20_000;

    /** The longest text of our side that is kept beside it. */
    static final int LONGEST_ASKED = 2000;

    /** From then on the words stand; notes are added beside them. */
    static final Duration OPEN_FOR = Duration.ofHours(24);

    public Voice {
        competitors = List.copyOf(competitors);
    }

    /** Identity of a voice. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where it was heard. */
    public enum Channel {
        MEETING,
        CALL,
        INQUIRY,
        CS,
        EVENT,
        SOCIAL,
        STORE,
        MAIL,
        SURVEY;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Channel of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Whether people speak there without saying where they are from. */
        boolean anonymous() {
            return this == SOCIAL || this == STORE || this == SURVEY;
        }
    }

    /** What the speaker has to do with the purchase. */
    public enum BuyingRole {
        DECIDES,
        INFLUENCES,
        USES,
        BUYS,
        GUARDS,
        CHAMPIONS;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static BuyingRole of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** How sure an interpretation is. */
    public enum Confidence {
        LOW,
        MEDIUM,
        HIGH;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Confidence of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** An interpretation. */
    public record Motive(String text, Confidence confidence, @Nullable MemberId by) {}

    static RecordRef ref(Id id) {
        return new RecordRef(KIND, id.value());
    }

    /** Until when its words may be corrected. */
    Instant openUntil() {
        return recordedAt.plus(OPEN_FOR);
    }

    boolean open(Instant now) {
        return now.isBefore(openUntil());
    }

    /** Whoever heard it, or a head of their side. */
    boolean correctableBy(Actor actor, @Nullable Function recorderDoes) {
        return recorder != null && actor.is(recorder) || recorderDoes != null && heads(actor, recorderDoes)
                || recorder == null && actor.is(Role.MKT_HEAD, Role.SALES_HEAD, Role.REVOPS);
    }

    private static boolean heads(Actor actor, Function function) {
        return switch (function.side()) {
            case SALES -> actor.is(Role.SALES_HEAD) || actor.is(Role.FS_MGR) && function == Function.FIELD_SALES
                    || actor.is(Role.IS_LEAD) && function == Function.INSIDE_SALES;
            case MARKETING -> actor.is(Role.MKT_HEAD);
            case COMPANY -> actor.is(Role.EXEC);
        };
    }
}
