package org.kamiau.needs.language;

/**
 * A word of a text.
 *
 * @param key what it is compared by: base form, width and spelling variants folded, English stems
 * @param start its place in the raw text, in UTF-16 units
 */
public record Word(String surface, String key, Kind kind, int start, int end) {

    /** What a word does in its sentence. */
    public enum Kind {
        /** It carries meaning. */
        CONTENT,
        /** Particles, auxiliaries, articles. */
        FUNCTION,
        /** The end of a clause or sentence. */
        BREAK
    }

    public boolean content() {
        return kind == Kind.CONTENT;
    }

    boolean is(String other) {
        return key.equals(other) || surface.equals(other);
    }
}
