package org.kamiau.handoffs;

import java.time.Instant;
import java.util.Locale;

/** Where a version of the agreement stands at a moment. */
public enum Standing {
    DRAFT,
    SCHEDULED,
    IN_FORCE,
    SUPERSEDED,
    WITHDRAWN;

    /** @param inForce the version in force then */
    static Standing of(AgreementVersion version, int inForce, Instant then) {
        return switch (version) {
            case AgreementVersion.Draft _ -> DRAFT;
            case AgreementVersion.Withdrawn _ -> WITHDRAWN;
            case AgreementVersion.Signed signed -> signed.version() == inForce
                    ? IN_FORCE
                    : signed.version() > inForce && signed.inForceAt().isAfter(then) ? SCHEDULED : SUPERSEDED;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
