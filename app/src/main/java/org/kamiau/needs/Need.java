package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;
import org.kamiau.platform.Text;
import org.kamiau.products.Product;

/**
 * What customers want, in their words: the shared unit of language of both sides.
 *
 * @param segments codes of the segments that have it, as far as is known
 * @param hypothesis what is being verified
 * @param response what the company has decided to answer
 * @param meaning version of title, kind and phrases; both sides agree to a version
 */
public record Need(
        Id id, String code, Title title, Kind kind, Standing standing, @Nullable MemberId owner, @Nullable Id parent, List<String> segments,
        List<Product.Id> products, @Nullable String hypothesis, @Nullable String response, @Nullable MemberId createdBy, Instant createdAt,
        int meaning, int version) {

    /** For members without a role of the two sides. */
    private static final Role[] MAY_DECIDE = {Role.MKT, Role.MKT_HEAD, Role.EXEC};

    private static final int LONGEST_REASON = 2000;

    private static final Map<State, Set<State>> STEPS = Map.of(
            State.RAW, Set.of(State.SIGN, State.VERIFYING, State.DROPPED),
            State.SIGN, Set.of(State.RAW, State.BURST, State.VERIFYING, State.DROPPED),
            State.BURST, Set.of(State.RAW, State.VERIFYING, State.DROPPED),
            State.VERIFYING, Set.of(State.RAW, State.CONFIRMED, State.DROPPED),
            State.CONFIRMED, Set.of(State.VERIFYING, State.RESPONDING, State.DROPPED),
            State.RESPONDING, Set.of(State.CONFIRMED, State.ANSWERED, State.DROPPED),
            State.ANSWERED, Set.of(State.RESPONDING),
            State.MERGED, Set.of(),
            State.DROPPED, Set.of(State.RAW));

    public Need {
        segments = List.copyOf(segments);
        products = List.copyOf(products);
    }

    /** Identity of a need. */
    public record Id(UUID value) {
        @JsonCreator
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @JsonValue
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** In the customers' words; where one language is missing, it repeats the other. */
    public record Title(String ja, String en) {
        public String in(Text t) {
            return t.japanese() ? ja : en;
        }
    }

    /**
     * Where it stands.
     *
     * @param reason of a drop or a step back
     * @param reviewOn when a dropped one is looked at again
     * @param into what a merged one has become part of
     */
    public record Standing(State state, Instant since, @Nullable String reason, @Nullable LocalDate reviewOn, @Nullable Id into) {}

    /** From a first quote to an answer; the side states are merged and dropped. */
    public enum State {
        RAW,
        SIGN,
        BURST,
        VERIFYING,
        CONFIRMED,
        RESPONDING,
        ANSWERED,
        MERGED,
        DROPPED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Neither merged nor dropped: voices may carry it. */
        public boolean living() {
            return this != MERGED && this != DROPPED;
        }
    }

    /** What kind of wish it is. */
    public enum Kind {
        JOB,
        PAIN,
        OUTCOME;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A step that somebody wants to take.
     *
     * @param reason to verify: the hypothesis; to confirm: what confirms it; to respond: what we answer; back or
     *     dropped: why. At most 2,000 characters
     * @param reviewOn only for a drop
     */
    public record Move(State to, @Nullable String reason, @Nullable LocalDate reviewOn) {

        boolean needsReason(State from) {
            return to != State.ANSWERED && (to != State.SIGN || to.ordinal() < from.ordinal());
        }
    }

    /** What it wants to be called and recognised by; a change of these is another meaning. */
    static boolean mayPropose(Actor actor) {
        return !actor.readsOnly() && actor.functions().stream().anyMatch(function -> function.side() != Side.COMPANY) || mayDecide(actor);
    }

    /** Research moves needs; executives may decide a deadlock. */
    static boolean mayDecide(Actor actor) {
        return actor.equals(Actor.SYSTEM) || actor.is(MAY_DECIDE) || actor.does(Function.PRODUCT);
    }

    /** Whoever found it may still word it while nobody has looked at it. */
    boolean mayChange(Actor actor) {
        return mayDecide(actor) || standing.state() == State.RAW && actor.member() != null && actor.member().equals(createdBy) && !actor.readsOnly();
    }

    static boolean mayDispute(Actor actor) {
        return actor.functions().stream().anyMatch(function -> function.side() == Side.SALES);
    }

    /** The steps that people may take from here, in their order. */
    public List<State> steps() {
        return STEPS.getOrDefault(standing.state(), Set.of()).stream().sorted().toList();
    }

    /** The need after the step; refuses a step that there is not, a missing reason or review date. */
    Need moved(Move move, Instant now, LocalDate today) {
        mustBeLiving();
        if (!steps().contains(move.to())) {
            throw new NeedStepRefused(standing.state(), move.to());
        }
        check(move, today);
        var dropped = move.to() == State.DROPPED;
        var back = dropped || move.to().ordinal() < standing.state().ordinal();
        return new Need(
                id, code, title, kind, new Standing(move.to(), now, back ? move.reason() : null, dropped ? move.reviewOn() : null, null), owner,
                parent, segments, products, move.to() == State.VERIFYING ? move.reason() : hypothesis,
                move.to() == State.RESPONDING ? move.reason() : response, createdBy, createdAt, meaning, version + 1);
    }

    private void check(Move move, LocalDate today) {
        var findings = new Invalid.Findings();
        if (move.needsReason(standing.state()) && (move.reason() == null || move.reason().isBlank())) {
            findings.add("reason", "needs.need-reason-needed");
        }
        if (move.reason() != null && move.reason().length() > LONGEST_REASON) {
            findings.add("reason", "needs.need-too-long", LONGEST_REASON);
        }
        if (move.to() == State.DROPPED && (move.reviewOn() == null || !move.reviewOn().isAfter(today) || move.reviewOn().isAfter(today.plusYears(3)))) {
            findings.add("reviewOn", "needs.need-review-needed");
        }
        findings.raise();
    }

    /** Detections only go forward, and never over what people have decided. */
    boolean risesTo(State detected) {
        var now = standing.state();
        return switch (detected) {
            case SIGN -> now == State.RAW;
            case BURST -> now == State.RAW || now == State.SIGN;
            case CONFIRMED -> now.ordinal() < State.CONFIRMED.ordinal();
            case RAW, VERIFYING, RESPONDING, ANSWERED, MERGED, DROPPED -> throw new IllegalArgumentException("nothing detects " + detected);
        };
    }

    Need risen(State detected, Instant asOf) {
        return new Need(
                id, code, title, kind, new Standing(detected, asOf, null, null, null), owner, parent, segments, products, hypothesis, response,
                createdBy, createdAt, meaning, version + 1);
    }

    Need mergedInto(Id into, String why, Instant now) {
        return new Need(
                id, code, title, kind, new Standing(State.MERGED, now, why, null, into), owner, null, segments, products, hypothesis, response,
                createdBy, createdAt, meaning, version + 1);
    }

    /** Raises 409 {@code needs.need-merged}. */
    void mustBeLiving() {
        if (standing.state() == State.MERGED) {
            throw new NeedMerged();
        }
    }
}
