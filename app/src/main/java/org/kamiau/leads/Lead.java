package org.kamiau.leads;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** A person at an organisation with a recorded response or referral. */
public interface Lead {

    /** The kind under which comments, history and notifications know leads. */
    String KIND = "lead";

    /** Identity of a lead. */
    record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @JsonValue
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where a lead stands. */
    enum Stage {
        RECEIVED,
        MQL,
        ASSIGNED,
        ACCEPTED,
        RETURNED,
        WORKING,
        SQL,
        SQO,
        NURTURE,
        RECYCLED,
        DISQUALIFIED,
        MERGED,
        UNSUBSCRIBED;

        /** A new inquiry of the same person joins a lead in one of these. */
        public static final Set<Stage> OPEN =
                Set.copyOf(EnumSet.of(RECEIVED, MQL, ASSIGNED, ACCEPTED, RETURNED, WORKING, SQL, NURTURE, RECYCLED));

        /** From these, enough fit and interest make it an MQL. */
        private static final Set<Stage> BEFORE_QUALIFICATION = EnumSet.of(RECEIVED, RETURNED, NURTURE, RECYCLED);

        boolean mayQualify() {
            return BEFORE_QUALIFICATION.contains(this);
        }

        /** Somebody in sales has it on their desk. */
        boolean burdensOwner() {
            return this == ASSIGNED || this == ACCEPTED || this == WORKING;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Stage of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
