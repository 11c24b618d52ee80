package org.kamiau.needs.language;

import java.util.List;
import java.util.Map;

/**
 * An utterance that people have judged.
 *
 * @param wanted what it carries, each with the words that say so where anybody knows them
 * @param refused what is named as not wanted, in the same way
 */
public record Example<K>(Reading reading, Map<K, List<Span>> wanted, Map<K, List<Span>> refused) {

    /** Everything that occurs as wanted in any of them. */
    static <K> List<K> labels(List<Example<K>> examples) {
        return examples.stream().flatMap(example -> example.wanted().keySet().stream()).distinct().toList();
    }
}
