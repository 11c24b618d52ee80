package org.kamiau.customers;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** The character rules that all comparison keys share. */
final class JapaneseText {
    /**
     * Old and new forms of one character, in pairs: the left one is read as the right one. Only forms that people
     * mix up when they write the same name; characters that merely look alike are left out on purpose.
     */
    private static final String VARIANTS =
            "髙高﨑崎嵜崎齋斎齊斉邊辺邉辺濱浜濵浜澤沢櫻桜國国廣広德徳惠恵眞真實実壽寿榮栄學学會会龍竜瀧滝嶋島嶌島"
                    + "黑黒淸清靑青藏蔵莊荘萬万圓円區区醫医藝芸戶戸冨富曾曽峯峰鐵鉄鷗鴎槇槙寬寛渕淵曻昇桒桑彌弥豐豊舘館"
                    + "礒磯驒騨舊旧體体證証經経團団縣県總総當当變変與与來来樂楽繪絵應応歐欧橫横溫温價価歸帰龜亀峽峡驅駆"
                    + "勳勲溪渓輕軽號号濟済兒児寫写舍舎釋釈收収從従澁渋將将燒焼乘乗淨浄條条圖図數数專専淺浅雙双爭争續続"
                    + "對対臺台單単彈弾鑄鋳廳庁鎭鎮轉転傳伝燈灯黨党獨独讀読賣売發発佛仏竝並寶宝每毎藥薬譯訳樣様賴頼覽覧"
                    + "兩両綠緑禮礼靈霊爐炉勞労樓楼錄録灣湾";

    /** Small kana are written large in bank and register kana, and キヤノン is read as キャノン. */
    private static final String LARGE_KANA =
            "ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケヰイヱエぁあぃいぅうぇえぉおっつゃやゅゆょよゎわ";

    private static final char[] FOLD = foldTable();

    private JapaneseText() {}

    /** NFKC, with the spacing voiced marks of old kana keyboards joined to their kana. */
    static String compatible(String text) {
        return Normalizer.normalize(text.replace('゛', '\u3099').replace('゜', '\u309A').replace('ﾞ', '\u3099')
                .replace('ﾟ', '\u309A'), Form.NFKC);
    }

    /** The text as it should be kept: composed, control characters and outer spaces gone, inner spaces single. */
    static String tidy(String text) {
        var composed = Normalizer.normalize(text, Form.NFC);
        var tidy = new StringBuilder(composed.length());
        var gap = false;
        for (var i = 0; i < composed.length(); i++) {
            var c = composed.charAt(i);
            if (space(c)) {
                gap = !tidy.isEmpty();
            } else if (!invisible(c)) {
                if (gap) {
                    tidy.append(' ');
                }
                tidy.append(c);
                gap = false;
            }
        }
        return tidy.toString();
    }

    /** Hiragana and half-width katakana as full-width katakana. */
    static String katakana(String text) {
        var kana = compatible(text).toCharArray();
        for (var i = 0; i < kana.length; i++) {
            if (kana[i] >= 'ぁ' && kana[i] <= 'ゖ' || kana[i] == 'ゝ' || kana[i] == 'ゞ') {
                kana[i] += 'ァ' - 'ぁ';
            } else if (dash(kana[i])) {
                kana[i] = 'ー';
            }
        }
        return new String(kana);
    }

    /** Compatible, lower case, variants folded; 々 repeats the character before it. Symbols are still there. */
    static String folded(String text) {
        var folded = compatible(text).toLowerCase(Locale.ROOT).replace("𠮷", "吉").toCharArray();
        for (var i = 0; i < folded.length; i++) {
            folded[i] = folded[i] == '々' && i > 0 ? folded[i - 1] : FOLD[folded[i]];
        }
        return new String(folded);
    }

    /** Letters and digits only; any kind of dash after kana is a long vowel, elsewhere it is nothing. */
    static String lettersOf(String folded) {
        var letters = new StringBuilder(folded.length());
        for (var i = 0; i < folded.length(); ) {
            var c = folded.codePointAt(i);
            if (dash(c)) {
                if (!letters.isEmpty() && kana(letters.charAt(letters.length() - 1))) {
                    letters.append('ー');
                }
            } else if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return letters.toString();
    }

    static boolean kana(int c) {
        return c >= 'ぁ' && c <= 'ゖ' || c >= 'ァ' && c <= 'ヺ' || c == 'ー';
    }

    static boolean dash(int c) {
        return switch (c) {
            case 'ー', '-', '‐', '‑', '‒', '–', '—', '―', '−', 'ｰ', '－', '─', '━', '〜', '～', '~' -> true;
            default -> false;
        };
    }

    static boolean space(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u3000' || c == '\u00A0' || c == '\u2028'
                || c == '\u2029' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Control characters (NUL cannot be stored) and marks that only hide differences; joiners stay, emoji need them. */
    private static boolean invisible(char c) {
        return Character.isISOControl(c) || c == '\u200B' || c == '\uFEFF' || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }

    private static char[] foldTable() {
        var table = new char[Character.MAX_VALUE + 1];
        for (var c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        for (var pairs : new String[] {VARIANTS, LARGE_KANA}) {
            for (var i = 0; i < pairs.length(); i += 2) {
                table[pairs.charAt(i)] = pairs.charAt(i + 1);
            }
        }
        return table;
    }
}
