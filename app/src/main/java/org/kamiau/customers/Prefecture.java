package org.kamiau.customers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The 47 prefectures in the order of their official codes. */
public enum Prefecture {
    HOKKAIDO("北海道", "Hokkaido", Region.HOKKAIDO),
    AOMORI("青森県", "Aomori", Region.TOHOKU),
    IWATE("岩手県", "Iwate", Region.TOHOKU),
    MIYAGI("宮城県", "Miyagi", Region.TOHOKU),
    AKITA("秋田県", "Akita", Region.TOHOKU),
    YAMAGATA("山形県", "Yamagata", Region.TOHOKU),
    FUKUSHIMA("福島県", "Fukushima", Region.TOHOKU),
    IBARAKI("茨城県", "Ibaraki", Region.KANTO),
    TOCHIGI("栃木県", "Tochigi", Region.KANTO),
    GUNMA("群馬県", "Gunma", Region.KANTO),
    SAITAMA("埼玉県", "Saitama", Region.KANTO),
    CHIBA("千葉県", "Chiba", Region.KANTO),
    TOKYO("東京都", "Tokyo", Region.KANTO),
    KANAGAWA("神奈川県", "Kanagawa", Region.KANTO),
    NIIGATA("新潟県", "Niigata", Region.CHUBU),
    TOYAMA("富山県", "Toyama", Region.CHUBU),
    ISHIKAWA("石川県", "Ishikawa", Region.CHUBU),
    FUKUI("福井県", "Fukui", Region.CHUBU),
    YAMANASHI("山梨県", "Yamanashi", Region.CHUBU),
    NAGANO("長野県", "Nagano", Region.CHUBU),
    GIFU("岐阜県", "Gifu", Region.CHUBU),
    SHIZUOKA("静岡県", "Shizuoka", Region.CHUBU),
    AICHI("愛知県", "Aichi", Region.CHUBU),
    MIE("三重県", "Mie", Region.KINKI),
    SHIGA("滋賀県", "Shiga", Region.KINKI),
    KYOTO("京都府", "Kyoto", Region.KINKI),
    OSAKA("大阪府", "Osaka", Region.KINKI),
    HYOGO("兵庫県", "Hyogo", Region.KINKI),
    NARA("奈良県", "Nara", Region.KINKI),
    WAKAYAMA("和歌山県", "Wakayama", Region.KINKI),
    TOTTORI("鳥取県", "Tottori", Region.CHUGOKU),
    SHIMANE("島根県", "Shimane", Region.CHUGOKU),
    OKAYAMA("岡山県", "Okayama", Region.CHUGOKU),
    HIROSHIMA("広島県", "Hiroshima", Region.CHUGOKU),
    YAMAGUCHI("山口県", "Yamaguchi", Region.CHUGOKU),
    TOKUSHIMA("徳島県", "Tokushima", Region.SHIKOKU),
    KAGAWA("香川県", "Kagawa", Region.SHIKOKU),
    EHIME("愛媛県", "Ehime", Region.SHIKOKU),
    KOCHI("高知県", "Kochi", Region.SHIKOKU),
    FUKUOKA("福岡県", "Fukuoka", Region.KYUSHU),
    SAGA("佐賀県", "Saga", Region.KYUSHU),
    NAGASAKI("長崎県", "Nagasaki", Region.KYUSHU),
    KUMAMOTO("熊本県", "Kumamoto", Region.KYUSHU),
    OITA("大分県", "Oita", Region.KYUSHU),
    MIYAZAKI("宮崎県", "Miyazaki", Region.KYUSHU),
    KAGOSHIMA("鹿児島県", "Kagoshima", Region.KYUSHU),
    OKINAWA("沖縄県", "Okinawa", Region.KYUSHU);

    /** The eight regions in which sales territories are cut. */
    public enum Region {
        HOKKAIDO,
        TOHOKU,
        KANTO,
        CHUBU,
        KINKI,
        CHUGOKU,
        SHIKOKU,
        KYUSHU;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<String, Prefecture> BY_WORD = byWord();

    private final String ja;
    private final String en;
    private final Region region;

    Prefecture(String ja, String en, Region region) {
        this.ja = ja;
        this.en = en;
        this.region = region;
    }

    /** JIS X 0401: {@code "01"} to {@code "47"}. */
    public String code() {
        var number = ordinal() + 1;
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    public String ja() {
        return ja;
    }

    public String en() {
        return en;
    }

    public Region region() {
        return region;
    }

    /** Reads 東京都, 東京, Tokyo, 13, JP-13, or a whole address that begins with the prefecture. */
    public static Parsed<Prefecture> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Parsed.Blank<>();
        }
        var plain = JapaneseText.folded(text.length() > 300 ? text.substring(0, 300) : text).strip();
        var named = BY_WORD.get(plain.replaceFirst("[ -](to|fu|ken|prefecture)$", "").replaceFirst("^jp-", ""));
        var found = named == null ? inAddress(plain) : Optional.of(named);
        return found.<Parsed<Prefecture>>map(Parsed.Value::new)
                .orElseGet(() -> new Parsed.Refused<>("customers.prefecture.unknown"));
    }

    /** @throws IllegalArgumentException for anything but an official code */
    public static Prefecture ofCode(String code) {
        var number = Integer.parseInt(code);
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("No prefecture " + code);
        }
        return values()[number - 1];
    }

    /** The prefecture that an address begins with; none when it begins with the town. */
    public static Optional<Prefecture> inAddress(String address) {
        for (var length = 3; length <= Math.min(4, address.length()); length++) {
            var named = BY_WORD.get(address.substring(0, length));
            if (named != null && named.ja.length() == length) {
                return Optional.of(named);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Prefecture> byWord() {
        var words = new HashMap<String, Prefecture>();
        for (var prefecture : values()) {
            words.put(prefecture.ja, prefecture);
            if (prefecture != HOKKAIDO) {
                words.put(prefecture.ja.substring(0, prefecture.ja.length() - 1), prefecture);
            }
            words.put(prefecture.en.toLowerCase(Locale.ROOT), prefecture);
            words.put(prefecture.code(), prefecture);
            words.put(Integer.toString(prefecture.ordinal() + 1), prefecture);
        }
        return Map.copyOf(words);
    }
}
