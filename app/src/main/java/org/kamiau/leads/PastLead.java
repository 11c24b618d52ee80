package org.kamiau.leads;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it came, to be judged at its time by whatever rules: with the responses and words up to a moment,
 * and without the decay since. Company and person are as they are known today.
 *
 * @param reachable whether there was a way to contact it; without one no rules make it an MQL
 * @param qualifiedAt when it became an MQL, null when it never did
 * @param sqlAt when field sales confirmed it
 * @param responses in the order of time
 */
record PastLead(
        UUID id, @Nullable String company, @Nullable String origin, boolean target, boolean reachable, Instant receivedAt,
        @Nullable Instant qualifiedAt, @Nullable Instant sqlAt, @Nullable UUID receiver, Prospect who, List<Response> responses) {

    /** One response with what was written. */
    record Response(Touch touch, @Nullable String message) {}

    PastLead {
        responses = List.copyOf(responses);
    }

    /** The moment and score with which the rules would have made it an MQL. */
    record Passed(Instant at, Score score) {}

    /** The first response after which it would have qualified, no later than then. */
    Optional<Passed> passes(ScoreRules rules, Instant until) {
        if (!reachable || rules.outside(who).isPresent()) {
            return Optional.empty();
        }
        var touches = new ArrayList<Touch>();
        var messages = new ArrayList<String>();
        for (var response : responses) {
            var at = response.touch().at();
            if (at.isAfter(until)) {
                break;
            }
            add(response, touches, messages);
            var score = rules.score(who.saying(messages), touches, at);
            if (rules.qualifies(score, response.touch().kind().handRaise())) {
                return Optional.of(new Passed(at, score));
            }
        }
        return Optional.empty();
    }

    /** As it stood at a moment. */
    Score score(ScoreRules rules, Instant at) {
        var touches = new ArrayList<Touch>();
        var messages = new ArrayList<String>();
        responses.stream().filter(response -> !response.touch().at().isAfter(at)).forEach(response -> add(response, touches, messages));
        return rules.score(who.saying(messages), touches, at);
    }

    private static void add(Response response, List<Touch> touches, List<String> messages) {
        touches.add(response.touch());
        if (response.message() != null) {
            messages.add(response.message());
        }
    }

    /** Whether field sales confirmed it so soon after it became an MQL. */
    boolean confirmedWithin(Duration time) {
        return qualifiedAt != null && sqlAt != null && !sqlAt.isAfter(qualifiedAt.plus(time));
    }

    /** The moment up to which it is judged: when it became an MQL, else its last response. */
    Instant judgedUntil() {
        return Objects.requireNonNullElseGet(
                qualifiedAt, () -> responses.isEmpty() ? receivedAt : responses.getLast().touch().at());
    }
}
