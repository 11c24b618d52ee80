package org.kamiau.diagnoses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;

/**
 * One time that both sides are asked.
 *
 * @param closesOn the last day on which answers are taken
 * @param least from so many answers a side on something is shown
 */
public record Round(Id id, String name, Instant openedAt, LocalDate closesOn, @Nullable Instant closedAt, int least) {

    /** Who answers. */
    static final List<Side> SIDES = List.of(Side.SALES, Side.MARKETING);

    /** Everywhere, and in a small company. */
    static final int ENOUGH = 5;

    static final int ENOUGH_WHERE_SMALL = 3;

    /** Identity of a round. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public boolean openOn(LocalDate today) {
        return closedAt == null && !today.isAfter(closesOn);
    }

    /** Heads of both sides, executives, sales operations and administrators ask. */
    public static boolean mayAsk(Actor actor) {
        return actor.is(Role.SALES_HEAD, Role.MKT_HEAD, Role.EXEC, Role.REVOPS, Role.ADMIN) || actor.equals(Actor.SYSTEM);
    }

    static void needAsker(Actor actor) {
        if (!mayAsk(actor)) {
            throw new Refusal.NotAllowed();
        }
    }

    static Side side(String code) {
        return SIDES.stream().filter(side -> side.code().equals(code)).findFirst().orElseThrow(Refusal.NotFound::new);
    }
}
