package org.kamiau.handoffs;

import org.jspecify.annotations.Nullable;

/**
 * How one side found a hand-over.
 *
 * @param score 1 (poor) to 5 (perfect)
 */
public record Rating(Handoff.Id handoff, Handoff.Rater side, int score, @Nullable String note, Handoff.Answer answer) {}
