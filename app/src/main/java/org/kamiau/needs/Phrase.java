package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Words by which a need is recognised: a synonym, or a whole example sentence. */
public record Phrase(Language language, Kind kind, String text) implements Comparable<Phrase> {

    static final int LONGEST = 200;
    static final int MOST = 100;

    /** The language of the words. */
    public enum Language {
        JA,
        EN;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Language of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What the words are. */
    public enum Kind {
        SYNONYM,
        EXAMPLE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public static Phrase ja(Kind kind, String text) {
        return new Phrase(Language.JA, kind, text);
    }

    public static Phrase en(Kind kind, String text) {
        return new Phrase(Language.EN, kind, text);
    }

    @Override
    public int compareTo(Phrase other) {
        var byLanguage = language.compareTo(other.language);
        var byKind = byLanguage == 0 ? kind.compareTo(other.kind) : byLanguage;
        return byKind == 0 ? text.compareTo(other.text) : byKind;
    }
}
