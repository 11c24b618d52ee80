package org.kamiau.customers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a person can decide, as far as the title tells. */
public enum RoleLevel {
    EXECUTIVE,
    HEAD,
    MANAGER,
    STAFF,
    UNKNOWN;

    private static final List<String> EXECUTIVES = List.of(
            "代表", "社長", "会長", "取締役", "執行役", "役員", "理事", "頭取", "オーナー", "ceo", "coo", "cto", "cfo",
            "cio", "cmo", "president", "chief", "founder", "owner", "vice president");
    private static final List<String> HEADS = List.of(
            "本部長", "部長", "工場長", "支店長", "支社長", "所長", "局長", "院長", "校長", "センター長", "ディレクター",
            "head", "director", "general manager");
    private static final List<String> MANAGERS = List.of(
            "課長", "室長", "係長", "主任", "主査", "リーダー", "マネージャ", "マネジャ", "次長", "店長", "班長",
            "職長", "チーフ", "manager", "leader", "supervisor");

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RoleLevel ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Reads the title in Japanese or English; a title without a rank is staff, no title is unknown. */
    public static RoleLevel ofTitle(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return UNKNOWN;
        }
        var plain = JapaneseText.compatible(title).toLowerCase(Locale.ROOT);
        if (names(plain, EXECUTIVES)) {
            return EXECUTIVE;
        }
        if (names(plain, HEADS)) {
            return HEAD;
        }
        return names(plain, MANAGERS) ? MANAGER : STAFF;
    }

    private static boolean names(String title, List<String> ranks) {
        return ranks.stream().anyMatch(title::contains);
    }
}
