package org.kamiau.needs.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Names of people, places and organisations in Japanese text, as Kuromoji's dictionary knows them. */
public final class ProperNames {

    private ProperNames() {}

    /** In the order of the text. */
    public static Set<String> in(String text) {
        var names = new LinkedHashSet<String>();
        try (var tokenizer = new JapaneseTokenizer(null, false, true, JapaneseTokenizer.Mode.NORMAL)) {
            var term = tokenizer.addAttribute(CharTermAttribute.class);
            var part = tokenizer.addAttribute(PartOfSpeechAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                if (identifies(String.valueOf(part.getPartOfSpeech())) && term.length() > 1) {
                    names.add(term.toString());
                }
            }
            tokenizer.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return names;
    }

    /** Countries name nobody. */
    private static boolean identifies(String part) {
        return part.startsWith("名詞-固有名詞-人名") || part.startsWith("名詞-固有名詞-組織") || part.startsWith("名詞-固有名詞-地域-一般");
    }
}
