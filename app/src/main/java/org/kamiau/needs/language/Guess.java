package org.kamiau.needs.language;

import java.util.List;

/**
 * What a classifier takes an utterance for.
 *
 * @param probability as often as that it was right where it was tried
 * @param spans the words that weigh most, of the raw text
 * @param why the terms that weigh most, as they stand in the text
 */
public record Guess<K>(K label, double probability, List<Span> spans, List<String> why) {}
