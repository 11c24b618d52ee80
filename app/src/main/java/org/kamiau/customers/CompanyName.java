package org.kamiau.customers;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Company names compared by a key: two spellings of one company share it. The key alone never says that two
 * companies are the same (there are many 鈴木建設); {@link Matching} asks for a second proof.
 */
public final class CompanyName {
    private static final List<String> FORMS = List.of(
            "株式会社", "特例有限会社", "有限会社", "合同会社", "合資会社", "合名会社", "相互会社", "有限責任事業組合",
            "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "社団法人", "財団法人",
            "特定非営利活動法人", "認定特定非営利活動法人", "npo法人", "社会福祉法人", "宗教法人", "更生保護法人",
            "医療法人社団", "医療法人財団", "社会医療法人", "特定医療法人", "医療法人", "学校法人", "準学校法人",
            "独立行政法人", "地方独立行政法人", "国立大学法人", "公立大学法人", "国立研究開発法人",
            "大学共同利用機関法人", "有限責任監査法人", "監査法人", "税理士法人", "弁護士法人", "弁理士法人",
            "特許業務法人", "司法書士法人", "行政書士法人", "社会保険労務士法人", "土地家屋調査士法人", "農事組合法人");

    private static final Set<String> ABBREVIATED = Set.of(
            "株", "有", "同", "資", "名", "相", "社", "財", "一社", "一財", "公社", "公財", "特非", "福", "社福", "宗",
            "医", "医社", "医財", "学", "独", "独法", "国", "大", "監", "税", "弁", "農", "カ", "ユ", "ド", "シ", "メ",
            "イ", "ザイ", "シヤ", "フク", "ガク", "ドク", "トクヒ");

    private static final Set<String> LATIN = Set.of(
            "co", "company", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "llc", "llp", "lp", "plc",
            "kk", "gk", "yk", "gmbh", "ag", "sa", "sas", "bv", "nv", "pte", "pty", "srl", "spa", "kabushiki",
            "kabushikigaisha", "kabushikikaisha", "kaisha", "gaisha", "godo", "yugen");

    /** Latin forms that also stand in front; "Co" or "SA" there is part of the name. */
    private static final Set<String> LATIN_IN_FRONT = Set.of(
            "kk", "gk", "yk", "kabushiki", "kabushikigaisha", "kabushikikaisha", "kaisha", "gaisha", "godo", "yugen");

    /** By first character, longest first, so that one pass over the name finds the longest form at each place. */
    private static final Map<Character, List<String>> FORMS_BY_FIRST = FORMS.stream()
            .map(JapaneseText::folded)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.groupingBy(form -> form.charAt(0)));

    private static final int LONGEST_ABBREVIATION = 3;

    private CompanyName() {}

    /** Empty when nothing but legal form and symbols is left: such a name cannot be compared. Linear in its length. */
    public static String key(String name) {
        var folded = JapaneseText.folded(name.replace("㊑", "(株)").replace("㊒", "(有)"));
        return JapaneseText.lettersOf(withoutLatinForm(withoutForms(folded)));
    }

    private static String withoutForms(String name) {
        var rest = new StringBuilder(name.length());
        for (var i = 0; i < name.length(); ) {
            var length = Math.max(formAt(name, i), abbreviationAt(name, i));
            if (length > 0) {
                rest.append(' ');
                i += length;
            } else {
                rest.append(name.charAt(i++));
            }
        }
        return rest.toString();
    }

    private static int formAt(String name, int at) {
        for (var form : FORMS_BY_FIRST.getOrDefault(name.charAt(at), List.of())) {
            if (name.startsWith(form, at)) {
                return form.length();
            }
        }
        return 0;
    }

    /** {@code (株)} anywhere; {@code カ)} at the very front and {@code (カ} at the very end as in bank kana. */
    private static int abbreviationAt(String name, int at) {
        var open = opening(name.charAt(at));
        if (!open && at > 0) {
            return 0;
        }
        var from = open ? at + 1 : at;
        for (var to = from + 1; to <= Math.min(name.length(), from + LONGEST_ABBREVIATION); to++) {
            var closed = to < name.length() && closing(name.charAt(to));
            var ends = open && to == name.length();
            if ((closed || ends) && ABBREVIATED.contains(name.substring(from, to))) {
                return closed ? to + 1 - at : to - at;
            }
        }
        return 0;
    }

    private static boolean opening(char c) {
        return c == '(' || c == '〔' || c == '[' || c == '【' || c == '<' || c == '〈';
    }

    private static boolean closing(char c) {
        return c == ')' || c == '〕' || c == ']' || c == '】' || c == '>' || c == '〉';
    }

    private static String withoutLatinForm(String name) {
        var words = new ArrayDeque<String>();
        for (var word : name.replace(".", "").replace(',', ' ').split("[\\s・]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        while (words.size() > 1 && LATIN.contains(words.getLast())) {
            words.removeLast();
        }
        while (words.size() > 1 && LATIN_IN_FRONT.contains(words.getFirst())) {
            words.removeFirst();
        }
        return String.join(" ", words);
    }
}
