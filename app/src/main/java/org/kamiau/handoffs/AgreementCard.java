package org.kamiau.handoffs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Side;

/**
 * A version in a line: its number, where it stands, who signed.
 *
 * @param from when it came or comes into force
 * @param reason of the executives, where they decided
 */
public record AgreementCard(
        UUID id, int version, int revision, int base, Standing standing, List<Signed> signed, @Nullable String decidedBy, @Nullable String reason,
        @Nullable Instant from, @Nullable LocalDate firstDay, String editedBy, Instant editedAt) {

    /** One head's line: signed, or not yet ({@code at} is null). */
    public record Signed(Side side, @Nullable String name, @Nullable Instant at) {}

    public String tone() {
        return switch (standing) {
            case IN_FORCE -> "k-green";
            case DRAFT -> "k-amber";
            case SCHEDULED -> "k-blue";
            case SUPERSEDED, WITHDRAWN -> "k-plain";
        };
    }
}
