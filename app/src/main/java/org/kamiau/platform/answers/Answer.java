package org.kamiau.platform.answers;

import java.util.List;

/** What somebody answered to one question. */
public sealed interface Answer {

    /** The options, or the one point of a scale; none where several could be ticked and none was. */
    record Chosen(List<Integer> values) implements Answer {
        public Chosen {
            values = values.stream().distinct().sorted().toList();
        }

        public static Chosen of(Integer... values) {
            return new Chosen(List.of(values));
        }
    }

    /** Words of their own. */
    record Said(String text) implements Answer {}
}
