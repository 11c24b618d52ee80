package org.kamiau.leads;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;

/**
 * A change of the scoring rules on its way. Open until every seat that decides has approved one and the same
 * revision; then it is released, in the same act.
 */
public sealed interface RulesDraft {

    Terms terms();

    /** Under this kind audit and notices know drafts and the versions that they became. */
    String KIND = "score_rules";

    /** Identity of a draft, and of the version that it became. */
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

    /** Who decides about the rules. Sales operations only where the company has somebody for it. */
    enum Seat {
        SALES_OPS(Role.REVOPS, Side.COMPANY),
        MARKETING(Role.MKT_HEAD, Side.MARKETING),
        SALES(Role.SALES_HEAD, Side.SALES);

        private final Role role;
        private final Side side;

        Seat(Role role, Side side) {
            this.role = role;
            this.side = side;
        }

        public Role role() {
            return role;
        }

        public Side side() {
            return side;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Seat of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Who could approve, by seat: the active members with its role. */
    record Holders(Map<Seat, Set<MemberId>> members) {
        public Holders {
            members = Map.copyOf(members);
        }

        Set<MemberId> of(Seat seat) {
            return members.getOrDefault(seat, Set.of());
        }

        /** Both heads always; sales operations only where there is somebody. */
        public Set<Seat> needed() {
            var needed = EnumSet.of(Seat.MARKETING, Seat.SALES);
            if (!of(Seat.SALES_OPS).isEmpty()) {
                needed.add(Seat.SALES_OPS);
            }
            return needed;
        }
    }

    /** One seat's approval of the draft as it stands. */
    record Approval(Seat seat, MemberId by, Instant at) {}

    /**
     * What the draft says.
     *
     * @param base version it began from
     * @param revision counts the changes
     * @param why reason of the change, for whoever reads the version later
     */
    record Terms(
            Id id, int base, int revision, ScoreRules rules, @Nullable String why, MemberId madeBy, Instant madeAt, MemberId changedBy,
            Instant changedAt) {}

    /** It can be changed, approved and discarded. */
    record Open(Terms terms, List<Approval> approvals) implements RulesDraft {
        public Open {
            approvals = List.copyOf(approvals);
        }

        /** Whoever approved has approved something else: approvals fall. */
        Open change(ScoreRules rules, @Nullable String why, Actor by, Instant now) {
            return new Open(
                    new Terms(
                            terms.id(), terms.base(), terms.revision() + 1, rules, why, terms.madeBy(), terms.madeAt(), by.id(), now),
                    List.of());
        }

        /**
         * Approves for the seat that is the actor's to fill. Raises {@link Refused} for a revision or version
         * that is no longer the newest, for rules that change nothing, and for a seat that is filled.
         *
         * @param revision what the actor has read
         * @param current rules in force
         */
        Open approve(int revision, Scoring.Current current, Holders holders, Actor by, Instant now) {
            if (revision != terms.revision()) {
                throw new Refused("leads.draft.changed-since");
            }
            if (terms.base() != current.version()) {
                throw new Refused("leads.draft.overtaken", current.version());
            }
            if (terms.rules().equals(current.rules())) {
                throw new Refused("leads.draft.changes-nothing");
            }
            var added = new ArrayList<>(approvals);
            added.add(new Approval(seat(holders, by), by.id(), now));
            return new Open(terms, added);
        }

        /** Who has two of the roles approves for both only when nobody else has the other. */
        private Seat seat(Holders holders, Actor by) {
            var mine = Stream.of(Seat.values()).filter(seat -> by.is(seat.role())).toList();
            if (mine.isEmpty()) {
                throw new Refusal.NotAllowed();
            }
            boolean approved = approvals.stream().anyMatch(one -> by.is(one.by()));
            return mine.stream()
                    .filter(seat -> approvals.stream().noneMatch(one -> one.seat() == seat))
                    .filter(seat -> !approved || holders.of(seat).equals(Set.of(by.id())))
                    .findFirst()
                    .orElseThrow(() -> new Refused(approved ? "leads.draft.approved-already" : "leads.draft.seat-filled"));
        }

        /** Whether this member could approve now. */
        public boolean awaits(Actor actor, Holders holders) {
            try {
                var _ = seat(holders, actor);
                return true;
            } catch (Refusal no) {
                return false;
            }
        }

        /** Seats whose approval is still missing. */
        public Set<Seat> missing(Holders holders) {
            var missing = EnumSet.copyOf(holders.needed());
            approvals.forEach(one -> missing.remove(one.seat()));
            return missing;
        }
    }

    /** It is a version now. */
    record Released(Terms terms, List<Approval> approvals, int version) implements RulesDraft {
        public Released {
            approvals = List.copyOf(approvals);
        }
    }

    /** Given up; the rules in force stay. */
    record Discarded(Terms terms) implements RulesDraft {}

    /** The draft cannot be treated so, as it stands: 409 with the reason. */
    final class Refused extends Refusal {
        Refused(String key, Object... arguments) {
            super(org.springframework.http.HttpStatus.CONFLICT, key, arguments);
        }
    }
}
