package org.kamiau.needs;

import org.jspecify.annotations.Nullable;

/**
 * What a customer said.
 *
 * @param asked what our side said right before, where a conversation gives it: "はい、お願いします" means nothing without
 */
public record Utterance(String raw, @Nullable String asked) {}
