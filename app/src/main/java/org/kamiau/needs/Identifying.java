package org.kamiau.needs;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.kamiau.customers.Prefecture;
import org.kamiau.needs.language.ProperNames;

/** Words by which a reader could tell who is meant: names, amounts, places, ways to reach somebody. */
final class Identifying {

    /** "お客様", "皆さん", "同様" and "仕様" name nobody. */
    private static final String NOBODY = "(?<![客皆々社者員先請督人主長方名同一多仕模異各両神有左何誰])";

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
            Pattern.compile("https?://\\S+|\\bwww\\.\\S+|\\b[\\w-]+\\.(?:co\\.jp|or\\.jp|go\\.jp|com|net|jp)\\b"),
            Pattern.compile("(?<!\\d)0\\d{1,4}[-( ]?\\d{1,4}[-) ]?\\d{3,4}(?!\\d)"),
            Pattern.compile("〒?\\b\\d{3}-\\d{4}\\b"),
            Pattern.compile("[¥￥$€£]\\s?\\d[\\d,.]*|[\\d,.一二三四五六七八九十百千]+\\s?(?:百|千|万|億|兆)*(?:円|ドル|ユーロ)|\\d[\\d,.]*\\s?(?:百万|千万|万|億)"),
            Pattern.compile("\\b\\d[\\d,.]*\\s?(?:yen|jpy|usd|dollars?|euros?|million|billion)\\b"),
            Pattern.compile("\\d{1,3}(?:,\\d{3})+|(?<!\\d)\\d{5,}(?!\\d)"),
            Pattern.compile("[\\p{IsHan}々ァ-ヶー]{1,6}" + NOBODY + "(?:様(?!式|々|子)|氏|さん(?!付))"),
            Pattern.compile("\\b(?:mr|mrs|ms|dr)\\.? [a-z]+|\\b[a-z]+-san\\b"),
            Pattern.compile("(?:株式会社|有限会社|合同会社|㈱|\\(株\\)|\\(有\\))[\\p{L}\\p{N}]*|[\\p{L}\\p{N}]{1,20}(?:株式会社|有限会社|合同会社|㈱|\\(株\\)|\\(有\\))"),
            Pattern.compile("\\b[a-z][\\w&-]* (?:inc|ltd|llc|corp|gmbh|co)\\b"));

    /** In the middle of an English sentence only names are capitalised, and these. */
    private static final Pattern CAPITALISED = Pattern.compile(
            "(?<=[a-z0-9,;:] )(?!(?:Excel|Word|Japan|Japanese|English|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March"
                    + "|April|May|June|July|August|September|October|November|December)\\b)[A-Z][a-z]{2,}");

    private Identifying() {}

    /** What in the text says who it is about; empty when nothing does. Names of customers are looked up apart. */
    static Set<String> in(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var found = new LinkedHashSet<String>();
        var lower = plain.toLowerCase(Locale.ROOT);
        PATTERNS.forEach(pattern -> pattern.matcher(lower).results().map(match -> match.group().strip()).forEach(found::add));
        Arrays.stream(Prefecture.values()).forEach(prefecture -> {
            if (plain.contains(prefecture.ja())) {
                found.add(prefecture.ja());
            }
            if (Pattern.compile("\\b" + prefecture.en().toLowerCase(Locale.ROOT) + "\\b").matcher(lower).find()) {
                found.add(prefecture.en());
            }
        });
        CAPITALISED.matcher(plain).results().map(match -> match.group()).forEach(found::add);
        found.addAll(ProperNames.in(plain));
        return found;
    }
}
