package org.kamiau.customers;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 姓 and 名 with their readings, in Japanese order; any part may be unknown. */
public record PersonName(
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable String familyKana,
        @Nullable String givenKana) {

    /** Tidies the names and brings half-width kana and hiragana readings to full-width katakana. */
    public static PersonName of(
            @Nullable String familyName,
            @Nullable String givenName,
            @Nullable String familyKana,
            @Nullable String givenKana) {
        return new PersonName(tidy(familyName), tidy(givenName), reading(familyKana), reading(givenKana));
    }

    /** Whether this can be a reading: kana, Latin letters, spaces and the marks between them, no kanji. */
    public static boolean readable(String kana) {
        return JapaneseText.katakana(kana)
                .codePoints()
                .allMatch(c -> JapaneseText.kana(c) || c == '・' || c == ' ' || c == '\'' || c == '.'
                        || c < 0x250 && Character.isLetter(c));
    }

    public boolean blank() {
        return familyName == null && givenName == null && familyKana == null && givenKana == null;
    }

    /** 「姓 名」, else the reading, else nothing. */
    public String display() {
        var name = joined(" ", familyName, givenName);
        return name.isEmpty() ? kana() : name;
    }

    public String kana() {
        return joined(" ", familyKana, givenKana);
    }

    /** Orders by reading where there is one, as a Japanese list of names does. */
    public String sortKey() {
        var kana = joined(" ", familyKana, givenKana);
        return kana.isEmpty() ? JapaneseText.folded(display()) : kana;
    }

    /** Compared by this: the family name in its common characters, or its reading. Empty when unknown. */
    public String familyKey() {
        return key(familyName == null ? familyKana : familyName);
    }

    public String givenKey() {
        return key(givenName == null ? givenKana : givenName);
    }

    /** These parts, and the other's where this one has none. */
    PersonName filledFrom(PersonName other) {
        return new PersonName(
                familyName == null ? other.familyName : familyName,
                givenName == null ? other.givenName : givenName,
                familyKana == null ? other.familyKana : familyKana,
                givenKana == null ? other.givenKana : givenKana);
    }

    private static String key(@Nullable String part) {
        return part == null ? "" : JapaneseText.lettersOf(JapaneseText.folded(part));
    }

    private static @Nullable String tidy(@Nullable String part) {
        var tidy = part == null ? "" : JapaneseText.tidy(part);
        return tidy.isEmpty() ? null : tidy;
    }

    private static @Nullable String reading(@Nullable String kana) {
        var tidy = kana == null ? "" : JapaneseText.tidy(JapaneseText.katakana(kana));
        return tidy.isEmpty() ? null : tidy;
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(between));
    }
}
