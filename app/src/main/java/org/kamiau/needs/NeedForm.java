package org.kamiau.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamiau.products.Product;

/**
 * The form of a need as it was typed; phrases stand one a line.
 *
 * @param segment codes of those that are ticked
 * @param voice voices out of which it is made
 */
public record NeedForm(
        @Nullable String titleJa, @Nullable String titleEn, @Nullable String kind, @Nullable String owner, @Nullable String parent,
        @Nullable List<String> segment, @Nullable List<String> product, @Nullable String synonymsJa, @Nullable String synonymsEn, @Nullable String examplesJa,
        @Nullable String examplesEn, @Nullable List<String> voice, @Nullable Integer version) {

    static NeedForm of(Need need, List<Phrase> phrases) {
        var text = NeedText.of(need, phrases);
        return new NeedForm(
                text.titleJa(), text.titleEn(), text.kind(), text.owner(), text.parent(), need.segments(),
                need.products().stream().map(Product.Id::toString).toList(), lines(phrases, Phrase.Language.JA, Phrase.Kind.SYNONYM),
                lines(phrases, Phrase.Language.EN, Phrase.Kind.SYNONYM), lines(phrases, Phrase.Language.JA, Phrase.Kind.EXAMPLE),
                lines(phrases, Phrase.Language.EN, Phrase.Kind.EXAMPLE), List.of(), need.version());
    }

    /** Nothing but the voices out of which it is to be made. */
    static NeedForm of(List<String> voices) {
        return new NeedForm(null, null, null, null, null, List.of(), List.of(), null, null, null, null, voices, null);
    }

    private static String lines(List<Phrase> phrases, Phrase.Language language, Phrase.Kind kind) {
        return phrases.stream().filter(phrase -> phrase.language() == language && phrase.kind() == kind).map(Phrase::text).collect(Collectors.joining("\n"));
    }

    NeedText text(@Nullable String code) {
        var phrases = new ArrayList<Phrase>();
        read(synonymsJa, Phrase.Language.JA, Phrase.Kind.SYNONYM, phrases);
        read(synonymsEn, Phrase.Language.EN, Phrase.Kind.SYNONYM, phrases);
        read(examplesJa, Phrase.Language.JA, Phrase.Kind.EXAMPLE, phrases);
        read(examplesEn, Phrase.Language.EN, Phrase.Kind.EXAMPLE, phrases);
        return new NeedText(code, titleJa, titleEn, kind, owner, parent, segments(), products(), phrases);
    }

    private static void read(@Nullable String lines, Phrase.Language language, Phrase.Kind kind, List<Phrase> into) {
        if (lines != null) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> into.add(new Phrase(language, kind, line)));
        }
    }

    /** The segments that are ticked, by their codes. */
    public List<String> segments() {
        return segment == null ? List.of() : segment.stream().filter(Objects::nonNull).toList();
    }

    /** The products that are ticked. */
    public List<String> products() {
        return product == null ? List.of() : product.stream().filter(Objects::nonNull).toList();
    }

    /** The voices that are chosen; what is no id is left out. */
    public List<Voice.Id> voices() {
        return voice == null ? List.of() : voice.stream().filter(Objects::nonNull).flatMap(text -> {
            try {
                return java.util.stream.Stream.of(new Voice.Id(UUID.fromString(text)));
            } catch (IllegalArgumentException noId) {
                return java.util.stream.Stream.empty();
            }
        }).toList();
    }

    int seen() {
        return version == null ? 0 : version;
    }
}
