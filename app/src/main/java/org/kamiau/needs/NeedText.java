package org.kamiau.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.products.Product;

/**
 * What is typed or sent to make or change a need, untouched; null or blank is not given.
 *
 * @param titleEn where it is missing, the Japanese title stands in, and the other way round
 * @param owner id of a member
 * @param parent id of a need
 * @param products ids
 */
public record NeedText(
        @Nullable String code, @Nullable String titleJa, @Nullable String titleEn, @Nullable String kind, @Nullable String owner,
        @Nullable String parent, List<String> segments, List<String> products, List<Phrase> phrases) {

    private static final int LONGEST_JA = 120;
    private static final int LONGEST_EN = 160;
    private static final int MOST_TAGS = 20;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_-]{1,60}");

    public NeedText {
        segments = List.copyOf(segments);
        products = List.copyOf(products);
        phrases = List.copyOf(phrases);
    }

    public static NeedText of(@Nullable String titleJa, @Nullable String titleEn, @Nullable String kind) {
        return new NeedText(null, titleJa, titleEn, kind, null, null, List.of(), List.of(), List.of());
    }

    public static NeedText of(Need need, List<Phrase> phrases) {
        var owner = need.owner();
        var parent = need.parent();
        return new NeedText(
                need.code(), need.title().ja(), need.title().en(), need.kind().code(), owner == null ? null : owner.toString(),
                parent == null ? null : parent.toString(), need.segments(), need.products().stream().map(Product.Id::toString).toList(), phrases);
    }

    public NeedText code(@Nullable String given) {
        return new NeedText(given, titleJa, titleEn, kind, owner, parent, segments, products, phrases);
    }

    public NeedText owner(@Nullable MemberId member) {
        return new NeedText(code, titleJa, titleEn, kind, member == null ? null : member.toString(), parent, segments, products, phrases);
    }

    public NeedText parent(Need.@Nullable Id above) {
        return new NeedText(code, titleJa, titleEn, kind, owner, above == null ? null : above.toString(), segments, products, phrases);
    }

    public NeedText segments(List<String> codes) {
        return new NeedText(code, titleJa, titleEn, kind, owner, parent, codes, products, phrases);
    }

    public NeedText products(List<Product.Id> ids) {
        return new NeedText(code, titleJa, titleEn, kind, owner, parent, segments, ids.stream().map(Product.Id::toString).toList(), phrases);
    }

    public NeedText phrases(List<Phrase> words) {
        return new NeedText(code, titleJa, titleEn, kind, owner, parent, segments, products, words);
    }

    /** What is usable of it. */
    record Checked(
            @Nullable String code, Need.Title title, Need.Kind kind, @Nullable MemberId owner, Need.@Nullable Id parent, List<String> segments,
            List<Product.Id> products, List<Phrase> phrases) {}

    /** Raises {@link Invalid} with everything that is wrong. */
    Checked checked() {
        var findings = new Invalid.Findings();
        var ja = given(titleJa);
        var en = given(titleEn);
        if (ja == null && en == null) {
            findings.add("titleJa", "needs.need-title-needed");
        }
        length("titleJa", ja, LONGEST_JA, findings);
        length("titleEn", en, LONGEST_EN, findings);
        var name = given(code);
        if (name != null && !CODE.matcher(name).matches()) {
            findings.add("code", "needs.need-code-invalid");
        }
        var wish = kind(findings);
        var member = id("owner", owner, "needs.need-owner-unknown", findings);
        var above = id("parent", parent, "needs.need-parent-unknown", findings);
        var checked = new Checked(
                name, new Need.Title(cut(Objects.requireNonNullElse(ja, String.valueOf(en)), LONGEST_JA), Objects.requireNonNullElse(en, String.valueOf(ja))),
                wish, member == null ? null : new MemberId(member), above == null ? null : new Need.Id(above), segments(findings), products(findings),
                phrases(findings));
        findings.raise();
        return checked;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void length(String field, @Nullable String text, int longest, Invalid.Findings findings) {
        if (text != null && text.length() > longest) {
            findings.add(field, "needs.need-too-long", longest);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private Need.Kind kind(Invalid.Findings findings) {
        var code = given(kind);
        for (var known : Need.Kind.values()) {
            if (code != null && known.code().equals(code.toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        findings.add("kind", "needs.need-kind-needed");
        return Need.Kind.PAIN;
    }

    private static @Nullable UUID id(String field, @Nullable String text, String code, Invalid.Findings findings) {
        var given = given(text);
        try {
            return given == null ? null : UUID.fromString(given);
        } catch (IllegalArgumentException noId) {
            findings.add(field, code);
            return null;
        }
    }

    private List<String> segments(Invalid.Findings findings) {
        var codes = segments.stream().map(String::strip).filter(segment -> !segment.isEmpty()).distinct().toList();
        if (codes.size() > MOST_TAGS || codes.stream().anyMatch(segment -> !SEGMENT.matcher(segment).matches())) {
            findings.add("segments", "needs.need-segment-unknown");
        }
        return codes;
    }

    private List<Product.Id> products(Invalid.Findings findings) {
        var ids = new ArrayList<Product.Id>();
        for (var text : products) {
            var id = id("products", text, "needs.need-product-unknown", findings);
            if (id != null && !ids.contains(new Product.Id(id))) {
                ids.add(new Product.Id(id));
            }
        }
        return ids;
    }

    private List<Phrase> phrases(Invalid.Findings findings) {
        var kept = new TreeSet<Phrase>();
        for (int i = 0; i < phrases.size(); i++) {
            var phrase = phrases.get(i);
            var text = phrase.text().strip();
            length("phrases[" + i + "].text", text, Phrase.LONGEST, findings);
            if (!text.isEmpty()) {
                kept.add(new Phrase(phrase.language(), phrase.kind(), text));
            }
        }
        if (kept.size() > Phrase.MOST) {
            findings.add("phrases", "needs.need-too-many-phrases", Phrase.MOST);
        }
        return List.copyOf(kept);
    }
}
