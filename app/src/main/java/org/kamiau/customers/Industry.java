package org.kamiau.customers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The industries that segments and scoring tell apart: the major divisions of the Japanese standard classification,
 * finer where customers of one division need different things.
 */
public enum Industry {
    CONSTRUCTION("建設業", "Construction", "建設", "建築", "土木", "工務店", "設備工事", "ゼネコン"),
    FOOD_MANUFACTURING("食品製造業", "Food manufacturing", "食品", "食料品製造", "飲料製造", "食品工場"),
    METAL_MANUFACTURING("金属加工業", "Metalworking", "金属", "鉄鋼", "金属製品製造", "鋳造", "鍛造"),
    MANUFACTURING("製造業", "Manufacturing", "製造", "メーカー", "機械", "化学", "電子部品"),
    COLD_STORAGE("冷凍・冷蔵倉庫業", "Cold storage", "冷凍倉庫", "冷蔵倉庫", "冷凍冷蔵"),
    LOGISTICS("運輸・倉庫業", "Transport and warehousing", "物流", "運輸", "運送", "倉庫", "運輸業", "郵便業"),
    EVENTS("イベント設営業", "Event staging", "イベント", "イベント設営", "設営", "展示会"),
    SECURITY("警備業", "Security services", "警備"),
    WHOLESALE("卸売業", "Wholesale", "卸売", "商社", "卸"),
    RETAIL("小売業", "Retail", "小売", "流通", "スーパー", "コンビニ"),
    INFORMATION("情報通信業", "Information and communications", "it", "情報通信", "ソフトウェア", "通信", "saas", "software"),
    FINANCE("金融・保険業", "Finance and insurance", "金融", "保険", "銀行"),
    REAL_ESTATE("不動産業", "Real estate", "不動産"),
    PROFESSIONAL("学術・専門サービス業", "Professional services", "コンサルティング", "専門サービス", "広告"),
    HOSPITALITY("宿泊・飲食業", "Hospitality", "宿泊", "飲食", "ホテル", "外食"),
    MEDICAL("医療・福祉", "Medical and welfare", "医療", "福祉", "介護", "病院"),
    EDUCATION("教育・学習支援業", "Education", "教育", "学校", "大学"),
    UTILITIES("電気・ガス・水道業", "Utilities", "電気", "ガス", "水道", "電力", "エネルギー"),
    AGRICULTURE("農林水産業", "Agriculture, forestry and fisheries", "農業", "林業", "漁業", "水産"),
    MINING("鉱業", "Mining", "採石"),
    GOVERNMENT("公務", "Government", "官公庁", "自治体", "行政"),
    SERVICES("サービス業", "Services", "サービス", "人材", "清掃", "ビルメンテナンス"),
    OTHER("その他", "Other", "分類不能");

    private static final Map<String, Industry> BY_WORD = byWord();

    private final String ja;
    private final String en;
    private final String[] aliases;

    Industry(String ja, String en, String... aliases) {
        this.ja = ja;
        this.en = en;
        this.aliases = aliases;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String ja() {
        return ja;
    }

    public String en() {
        return en;
    }

    /** Reads a code or a name; what it does not know stays text without a code, because a form may say anything. */
    public static Optional<Industry> find(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > 200) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_WORD.get(key(text)));
    }

    private static Map<String, Industry> byWord() {
        var words = new HashMap<String, Industry>();
        for (var industry : values()) {
            words.put(key(industry.code()), industry);
            words.put(key(industry.ja), industry);
            words.put(key(industry.en), industry);
            for (var alias : industry.aliases) {
                words.put(key(alias), industry);
                words.put(key(alias + "業"), industry);
            }
        }
        return Map.copyOf(words);
    }

    private static String key(String text) {
        return JapaneseText.lettersOf(JapaneseText.folded(text)).toLowerCase(Locale.ROOT);
    }
}
