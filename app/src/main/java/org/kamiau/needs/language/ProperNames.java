package org.kamiau.needs.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Names of people, places and organisations in Japanese text, as Kuromoji's dictionary knows them. */
public final class ProperNames {

    private ProperNames() {}

    /** In the order of the text. */
    public static Set<String> in(String text) {
        var names = new LinkedHashSet<String>();
        try (var tokenizer = new JapaneseTokenizer(null, false, true, JapaneseTokenizer.Mode.NORMAL)) {
            var term = tokenizer.addAttribute(CharTermAttribute.class);
            var offset = tokenizer.addAttribute(OffsetAttribute.class);
            var part = tokenizer.addAttribute(PartOfSpeechAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                if (identifies(String.valueOf(part.getPartOfSpeech())) && whole(text, offset.startOffset(), offset.endOffset())) {
                    names.add(term.toString());
                }
            }
            tokenizer.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return names;
    }

    /** The dictionary takes every Latin word for an organisation, and finds "スマート" in "スマートフォン". */
    private static boolean whole(String text, int from, int to) {
        return to - from > 1 && text.charAt(from) >= 0x80
                && !(katakana(text, from) && katakana(text, from - 1))
                && !(katakana(text, to - 1) && katakana(text, to));
    }

    private static boolean katakana(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == 'ー' || Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.KATAKANA);
    }

    /** Countries name nobody. */
    private static boolean identifies(String part) {
        return part.startsWith("名詞-固有名詞-人名") || part.startsWith("名詞-固有名詞-組織") || part.startsWith("名詞-固有名詞-地域-一般");
    }
}
