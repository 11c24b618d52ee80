package org.kamiau.needs.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Cuts texts into words: Japanese with Lucene's Kuromoji, English words stemmed, both in one text. Not for several threads. */
public final class Words {

    private static final Set<String> ENGLISH_FUNCTION_WORDS = Set.of(
            "a", "an", "the", "and", "or", "but", "if", "of", "at", "by", "for", "with", "about", "to", "from", "in", "on", "as", "is", "are",
            "was", "were", "be", "been", "being", "am", "do", "does", "did", "have", "has", "had", "i", "you", "he", "she", "it", "we", "they",
            "me", "him", "her", "us", "them", "my", "your", "his", "its", "our", "their", "this", "that", "these", "those", "will", "would",
            "can", "could", "should", "shall", "may", "might", "must", "not", "no", "so", "than", "then", "there", "here", "when", "where", "who",
            "what", "which", "how", "why", "very", "just", "also", "too", "please", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't",
            "won't", "wouldn't", "can't", "cannot", "couldn't", "i'm", "we're", "it's", "i'd", "we'd", "that's");
    /** Verbs and nouns that carry nothing by themselves. */
    private static final Set<String> EMPTY = Set.of(
            "する", "ある", "いる", "なる", "できる", "いう", "思う", "おもう", "くださる", "いただく", "頂く", "もらう", "くれる", "やる", "れる",
            "られる", "せる", "いく", "くる", "みる", "しまう", "おる", "ござる", "致す", "いたす", "こと", "もの", "の", "よう", "ため", "ところ",
            "とき", "さん", "様", "的", "方", "ん", "ない", "なし", "です");
    private static final String BREAKS = "。、．，！？!?.,;:「」『』（）()・…";
    private static final Set<String> CLAUSE_ENDS = Set.of("が", "けど", "けれど", "けれども", "ので", "から", "し", "のに", "ものの");

    private final JapaneseTokenizer tokenizer = new JapaneseTokenizer(null, false, true, JapaneseTokenizer.Mode.SEARCH);
    private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    private final PartOfSpeechAttribute partOfSpeech = tokenizer.addAttribute(PartOfSpeechAttribute.class);
    private final BaseFormAttribute baseForm = tokenizer.addAttribute(BaseFormAttribute.class);
    private final ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);
    private final EnglishStemmer stemmer = new EnglishStemmer();

    /** The words of a text in order, with the ends of clauses between them. */
    public List<Word> of(String raw) {
        var normalised = Normalised.of(raw);
        var words = new ArrayList<Word>();
        try {
            tokenizer.setReader(new StringReader(normalised.text()));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                add(words, normalised);
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return List.copyOf(words);
    }

    private void add(List<Word> words, Normalised normalised) {
        var surface = term.toString();
        int start = normalised.start(offset.startOffset());
        int end = normalised.end(offset.endOffset());
        if (latin(surface) && !words.isEmpty() && words.getLast().end() == start && latin(words.getLast().surface())) {
            // The analyzer cuts "don't" and "e-mail" into pieces.
            var before = words.removeLast();
            words.add(english(before.surface() + surface, before.start(), end));
        } else if (latin(surface)) {
            words.add(english(surface, start, end));
        } else if (!surface.isBlank() || surface.contains("\n")) {
            var part = String.valueOf(partOfSpeech.getPartOfSpeech());
            var key = key(surface, part);
            words.add(new Word(surface, key, kind(surface, key, part), start, end));
        }
    }

    private static boolean latin(String text) {
        return text.chars().allMatch(unit -> unit >= 'a' && unit <= 'z' || unit == '\'' || unit == '’' || unit == '-');
    }

    private Word english(String surface, int start, int end) {
        var plain = surface.replace('’', '\'');
        if (plain.chars().noneMatch(Character::isLetter)) {
            return new Word(plain, plain, plain.contains("-") ? Word.Kind.BREAK : Word.Kind.FUNCTION, start, end);
        }
        stemmer.setCurrent(plain);
        stemmer.stem();
        return new Word(
                plain, stemmer.getCurrent(), ENGLISH_FUNCTION_WORDS.contains(plain) ? Word.Kind.FUNCTION : Word.Kind.CONTENT, start, end);
    }

    /** Nouns that differ only in how their reading is spelled out are the same: 見積, 見積り, 見積もり. */
    private String key(String surface, String part) {
        var base = baseForm.getBaseForm();
        if (base != null) {
            return base;
        }
        var read = reading.getReading();
        if (part.startsWith("名詞") && read != null && ideograph(surface) && surface.length() > 1) {
            return Character.toString(surface.codePointAt(0)) + read;
        }
        return surface.length() > 3 && surface.endsWith("ー") ? surface.substring(0, surface.length() - 1) : surface;
    }

    private static boolean ideograph(String surface) {
        return Character.isIdeographic(surface.codePointAt(0));
    }

    private static Word.Kind kind(String surface, String key, String part) {
        if (surface.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return surface.contains("\n") || surface.codePoints().anyMatch(Words::breaks) ? Word.Kind.BREAK : Word.Kind.FUNCTION;
        }
        if (part.startsWith("助詞-接続助詞") && CLAUSE_ENDS.contains(surface)) {
            return Word.Kind.BREAK;
        }
        boolean carries = part.startsWith("接頭詞") || part.startsWith("名詞") && !part.startsWith("名詞-非自立") && !part.startsWith("名詞-代名詞")
                || part.startsWith("動詞-自立") || part.startsWith("形容詞-自立") || part.startsWith("副詞") || part.startsWith("未知語");
        return carries && !EMPTY.contains(key) ? Word.Kind.CONTENT : Word.Kind.FUNCTION;
    }

    private static boolean breaks(int point) {
        return BREAKS.indexOf(point) >= 0;
    }
}
