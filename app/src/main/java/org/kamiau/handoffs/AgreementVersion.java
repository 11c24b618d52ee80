package org.kamiau.handoffs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;

/** A version of the agreement: a draft until both heads have signed it, and unchangeable from then on. */
public sealed interface AgreementVersion {

    Head head();

    default int version() {
        return head().version();
    }

    default Agreement terms() {
        return head().terms();
    }

    /** Who of the two heads has signed. */
    Map<Side, Signature> signatures();

    /** May be changed, signed or withdrawn. */
    record Draft(Head head, Map<Side, Signature> signatures) implements AgreementVersion {

        public Draft {
            signatures = Map.copyOf(signatures);
        }

        /** A change asks for both signatures again: nobody is bound to what they have not read. */
        Draft edit(Agreement terms, @Nullable LocalDate firstDay, Actor by, Instant now) {
            mayDraft(by);
            return new Draft(
                    new Head(
                            head.id, head.version, head.revision + 1, head.base, terms.as(head.version), firstDay, head.drafted,
                            new Signature(by.id(), now)),
                    Map.of());
        }

        /**
         * Signs for the side or sides that this member heads.
         *
         * @param seen the revision that was read; another one raises {@link Refusal.Stale}
         */
        AgreementVersion sign(int seen, Actor by, Instant now, ZoneId zone) {
            var mine = sidesOf(by);
            if (mine.isEmpty()) {
                throw new Refusal.NotAllowed();
            }
            if (signatures.keySet().containsAll(mine)) {
                throw new AlreadySigned();
            }
            mustBe(seen);
            var all = new EnumMap<Side, Signature>(Side.class);
            mine.forEach(side -> all.put(side, new Signature(by.id(), now)));
            all.putAll(signatures);
            return all.size() < 2 ? new Draft(head, all) : new Signed(head, all, null, now, inForceAt(now, zone));
        }

        /** The executives decide for the head who has not signed, and say why. */
        Signed decide(String reason, int seen, Actor by, Instant now, ZoneId zone) {
            if (!by.is(Role.EXEC)) {
                throw new Refusal.NotAllowed();
            }
            if (signatures.isEmpty()) {
                throw new NoDeadlock();
            }
            mustBe(seen);
            return new Signed(head, signatures, new Decision(new Signature(by.id(), now), reason), now, inForceAt(now, zone));
        }

        Withdrawn withdraw(Actor by, Instant now) {
            mayDraft(by);
            return new Withdrawn(head, now);
        }

        private void mustBe(int seen) {
            if (seen != head.revision) {
                throw new Refusal.Stale();
            }
        }

        private Instant inForceAt(Instant now, ZoneId zone) {
            var from = head.firstDay == null ? now : head.firstDay.atStartOfDay(zone).toInstant();
            return from.isBefore(now) ? now : from;
        }
    }

    /**
     * Signed; in force from its moment until a later version is.
     *
     * @param decision by the executives, where one head had not signed
     */
    record Signed(
            Head head, Map<Side, Signature> signatures, @Nullable Decision decision, Instant signedAt, Instant inForceAt)
            implements AgreementVersion {
        public Signed {
            signatures = Map.copyOf(signatures);
        }
    }

    /** Dropped before it was signed. */
    record Withdrawn(Head head, Instant at) implements AgreementVersion {
        @Override
        public Map<Side, Signature> signatures() {
            return Map.of();
        }
    }

    /**
     * What every version has.
     *
     * @param revision counts the changes of the draft
     * @param base the version that it was drafted from
     * @param firstDay when it is to come into force; null for the moment of the second signature
     */
    record Head(
            Id id, int version, int revision, int base, Agreement terms, @Nullable LocalDate firstDay, Signature drafted, Signature edited) {}

    /** Who did it, and when. */
    record Signature(MemberId by, Instant at) {}

    /** The executives' word in a deadlock, for everybody to read. */
    record Decision(Signature signature, String reason) {}

    /** Identity of a version. */
    record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Either head, and sales operations for them. */
    static boolean drafts(Actor actor) {
        return actor.is(Role.SALES_HEAD, Role.MKT_HEAD, Role.REVOPS);
    }

    private static void mayDraft(Actor actor) {
        if (!drafts(actor)) {
            throw new Refusal.NotAllowed();
        }
    }

    /** The sides that this member heads: in a small company one person may head both. */
    static Set<Side> sidesOf(Actor actor) {
        var sides = EnumSet.noneOf(Side.class);
        if (actor.is(Role.SALES_HEAD)) {
            sides.add(Side.SALES);
        }
        if (actor.is(Role.MKT_HEAD)) {
            sides.add(Side.MARKETING);
        }
        return sides;
    }
}
