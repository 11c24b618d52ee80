package org.kamiau.needs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wave counted for a question.
 *
 * @param supporting who speaks for the need that it tests; null where it tests none
 * @param share the same, weighted, of all who answered
 */
public record Tally(int n, double effectiveN, @Nullable Integer supporting, @Nullable Double share, List<Share> answers) {

    /** @param share weighted, of all who answered the question; several options may sum up to more than 1 */
    public record Share(int answer, int count, double share) {}

    public Tally {
        answers = List.copyOf(answers);
    }

    /** Of those who speak for the need. */
    public @Nullable Estimate estimate() {
        return share == null ? null : new Estimate(share, n, effectiveN);
    }

    /** Of those who gave this answer. */
    public Estimate of(int answer) {
        return answers.stream()
                .filter(one -> one.answer() == answer)
                .findFirst()
                .map(one -> new Estimate(Math.min(1, one.share()), n, effectiveN))
                .orElseGet(() -> new Estimate(0, n, effectiveN));
    }
}
