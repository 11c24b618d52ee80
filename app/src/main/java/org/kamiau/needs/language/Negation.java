package org.kamiau.needs.language;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether words stand under "we do not need it". What fails or is missing ("記録が残らない") is a pain, and
 * no negation of the wish.
 */
public final class Negation {

    /** Where one looks for a refusal behind the words, up to the end of the clause. */
    private static final Pattern REFUSED_BEHIND = Pattern.compile(
            "(?:要ら|いら|要り|いり|入ら)(?:ない|なく|なかっ|ん(?:です)?|ません|ぬ)"
                    + "|(?:必要|必須)(?:は|が|も|では|じゃ|と(?:は|も)?)?(?:特に|全然|まったく|あまり|別に)?(?:ない|無い|なく|なかっ|なし|無し|ありません|ございません|思わ(?:ない|ず|なく|ません)|思いません|感じ(?:ない|ません|ていない|ていません))"
                    + "|不要|無用|不必要"
                    + "|(?:なく|無く|しなく)(?:て(?:も)?|とも)?(?:特に|全然)?(?:いい|良い|よい|結構|けっこう|かまわ|構わ|大丈夫|問題ない|問題ありません|平気|よろしい)"
                    + "|(?:は|も|なら|まで|で|$)?(?:特に|もう)?(?:結構|けっこう)(?:です|でござい|だと|と思|。|$)"
                    + "|遠慮(?:し|させ|いたし)|間に合って|足りて(?:い|ま)"
                    + "|(?:欲し|ほし)(?:い(?:とは|と|わけでは)(?:思わ|思いません|思っていない|思っていません)|く(?:は|も)?(?:ない|なかっ|ありません))"
                    + "|(?:希望|期待|検討|予定|求め|望ん|考え|重視)(?:は|も|を)?(?:し|て|で|に)*(?:は|も)?(?:ない|いない|いません|おりません|しません|ません|ありません|なし|無し)"
                    + "|(?:興味|関心|こだわり|拘り|希望)(?:は|が|も)?(?:特に|あまり|全然)?(?:ない|無い|なく|なし|無し|ありません|ございません)"
                    + "|(?:こだわら|こだわり|拘ら|拘り|問わ|問い|気にし|気にしてい)(?:ない|ず|ません)|気になりません|気にならない"
                    + "|(?:たい|たく)(?:とは|は|も)?(?:ない|思わ(?:ない|ず)|思いません|ありません)"
                    + "|^(?:など|なんか|とか)?(?:では|じゃ|で)(?:なく|ない(?:方|ほう|ところ|と(?:い|良|よ|嬉|助)))"
                    + "|^(?:という|って|と言う)?より(?:は|も)?|^以外|^(?:ところ|の|場所|とき)?(?:は|を|が)?(?:避け|さけ)"
                    + "|(?:付い|つい|入っ|含まれ)て(?:い)?ない(?:方|ほう|プラン|もの|の|ところ)"
                    + "|^(?:は|も)?(?:全て|すべて|全部|一切)?(?:なし|無し)で(?!は)"
                    + "|^(?:は|も|を)?(?:なし|無し|ナシ|抜き|ぬき)(?:で(?!は|も困|す(?:か|が))|の|を|に|が|。|$)");
    /** A refusal that is itself refused is none. */
    private static final Pattern WANTED_AFTER_ALL = Pattern.compile(
            "(?:ない|なく|不要|無し|なし)(?:という|な|の)?(?:わけ|訳|こと|の)(?:で(?:は|も)|じゃ|は)(?:ない|ありません)"
                    + "|不要(?:では|とは)(?:ない|ありません|言え|いえ)|(?:とは|とも)(?:言え|いえ|思え)(?:ない|ません)"
                    + "|なく(?:て|ては|ちゃ)(?:は)?(?:困|なら|いけ|だめ|ダメ|駄目)|なければ(?:困|なら|いけ)"
                    + "|(?:ない|無い)と(?:困|いけ|だめ|ダメ|駄目|厳し|回ら|始まら)|(?:なし|無し)では(?:困|回ら|仕事|無理)");
    /** A topic that the end of its sentence refuses, over a reason in between: 夕食は外で食べるので、なしでお願いします。 */
    private static final Pattern REFUSED_AT_LAST = Pattern.compile(
            "^(?:は|も).*?(?:ので|から|ため)、?(?:大丈夫(?:です|だ|かと)|いら(?:ない|ん)|いりません|要ら(?:ない|ん)|要りません)"
                    + "|^(?:は|も).*?(?:ので|から|ため)、?(?:特に)?(?:なし|無し|不要|結構|けっこう|必要(?:ない|ありません)|遠慮)");
    private static final Pattern REFUSED_BEFORE = Pattern.compile(
            "(?:(?:do|does|did|would|will)(?: not|n't)|don't|doesn't|didn't|won't|never|no longer) (?:really |actually |currently |necessarily |particularly )?"
                    + "(?:need|want|require|care (?:about|for)|plan|intend|look(?:ing)? for|ask(?:ing)? for|wish|expect|consider)\\b[^.;]{0,40}$"
                    + "|\\bno (?:real |particular |further )?(?:need|interest|wish|demand|plans?|requirement)\\b[^.;]{0,30}$"
                    + "|\\bnot (?:really |particularly )?(?:interested in|looking for|asking for|after|in need of|considering)\\b[^.;]{0,30}$"
                    + "|(?<!do |go |be |live |work |manage )\\bwithout (?:any |an? |the )?$|\\brather not (?:have )?[^.;]{0,20}$");
    private static final Pattern REFUSED_BEHIND_ENGLISH = Pattern.compile(
            "^[^.;]{0,30}?(?:(?:is|are|was|would be) (?:really |just )?(?:not|unnecessary|no longer)(?: really)? ?(?:needed|necessary|required|wanted|important|a priority|of interest|$)?"
                    + "|(?:isn't|aren't|wasn't) (?:really )?(?:needed|necessary|required|wanted|important|a priority)|(?:is|are) unnecessary)");
    private static final Pattern WANTED_AFTER_ALL_ENGLISH = Pattern.compile("\\bnot only\\b|\\bcan(?:'t|not| not) (?:do|go|live|work|manage|be) without\\b");
    private static final int REACH = 12;
    private static final int LONG_REACH = 30;

    private Negation() {}

    /**
     * Whether the words from here to there are named as not wished for.
     *
     * @param words of one text
     * @param to exclusive
     */
    public static boolean over(List<Word> words, int from, int to) {
        var behind = behind(words, to);
        if (REFUSED_BEHIND.matcher(behind).find() && !WANTED_AFTER_ALL.matcher(behind).find()) {
            return true;
        }
        if (REFUSED_AT_LAST.matcher(sentence(words, to)).find()) {
            return true;
        }
        var before = before(words, from);
        var after = after(words, to);
        return !WANTED_AFTER_ALL_ENGLISH.matcher(before).find()
                && (REFUSED_BEFORE.matcher(before).find() || REFUSED_BEHIND_ENGLISH.matcher(after).find());
    }

    /** Without spaces, as Japanese is written. */
    private static String behind(List<Word> words, int to) {
        var text = new StringBuilder();
        for (int at = to; at < words.size() && at < to + REACH && words.get(at).kind() != Word.Kind.BREAK; at++) {
            text.append(words.get(at).surface());
        }
        return text.toString();
    }

    private static String sentence(List<Word> words, int to) {
        var text = new StringBuilder();
        for (int at = to; at < words.size() && at < to + LONG_REACH && !"。！？!?\n".contains(words.get(at).surface()); at++) {
            text.append(words.get(at).surface());
        }
        return text.toString();
    }

    private static String before(List<Word> words, int from) {
        int first = from;
        while (first > 0 && first > from - REACH && words.get(first - 1).kind() != Word.Kind.BREAK) {
            first--;
        }
        return english(words, first, from);
    }

    private static String after(List<Word> words, int to) {
        int last = to;
        while (last < words.size() && last < to + REACH && words.get(last).kind() != Word.Kind.BREAK) {
            last++;
        }
        return english(words, to, last);
    }

    private static String english(List<Word> words, int from, int to) {
        var text = new StringBuilder();
        for (var word : words.subList(from, to)) {
            text.append(word.surface()).append(' ');
        }
        return text.toString();
    }
}
