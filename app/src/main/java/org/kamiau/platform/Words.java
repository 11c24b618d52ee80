package org.kamiau.platform;

import java.time.Instant;

/** A text by its message key, as an argument of another text: said in the reader's language. */
public record Words(String key) {

    /** An argument as a text shows it: moments and words in the reader's language, all else as it is. */
    public static Object said(Object argument, Text t) {
        return switch (argument) {
            case Instant moment -> t.dateTime(moment);
            case Words words -> t.get(words.key());
            default -> argument;
        };
    }
}
