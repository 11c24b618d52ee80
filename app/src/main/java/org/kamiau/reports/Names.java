package org.kamiau.reports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Text;
import org.kamiau.products.Products;
import org.springframework.stereotype.Component;

/** What the lines of a funnel are called. */
@Component
class Names {

    private final DSLContext sql;
    private final Products products;
    private final Directory directory;

    Names(DSLContext sql, Products products, Directory directory) {
        this.sql = sql;
        this.products = products;
        this.directory = directory;
    }

    /** A name for each of these keys. */
    Map<String, String> of(Dimension by, Collection<String> keys, Text t) {
        var known = switch (by) {
            case SEGMENT -> segments(t);
            case PRODUCT -> products.all().stream().collect(Collectors.toMap(product -> product.id().toString(), product -> product.name(t)));
            case OWNER -> members(keys);
            case MONTH, ORIGIN, TARGET, SPEED -> Map.<String, String>of();
        };
        var names = new HashMap<String, String>();
        keys.forEach(key -> names.put(key, called(by, key, known, t)));
        return names;
    }

    private static String called(Dimension by, String key, Map<String, String> known, Text t) {
        if (key.isEmpty()) {
            return t.get("reports.none." + by.code());
        }
        return switch (by) {
            case MONTH -> month(YearMonth.parse(key), t);
            case ORIGIN -> key;
            case TARGET -> t.get("reports.target." + key);
            case SPEED -> t.get("reports.speed." + key);
            case OWNER -> key.equals(Individuals.OTHERS) ? t.get("reports.others") : known.getOrDefault(key, key);
            case SEGMENT, PRODUCT -> known.getOrDefault(key, key);
        };
    }

    static String month(YearMonth month, Text t) {
        return t.get("reports.month", month.getYear(), month.getMonthValue(), month.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, java.util.Locale.ENGLISH));
    }

    static String shortMonth(YearMonth month, Text t) {
        return t.get("reports.month-short", month.getMonthValue(), month.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, java.util.Locale.ENGLISH));
    }

    private Map<String, String> segments(Text t) {
        return sql.select(field(name("code"), String.class), field(name(t.japanese() ? "name_ja" : "name_en"), String.class))
                .from(table(name("customers", "segment_view")))
                .fetchMap(org.jooq.Record2::value1, org.jooq.Record2::value2);
    }

    private Map<String, String> members(Collection<String> keys) {
        var ids = keys.stream().filter(key -> !key.isEmpty() && !key.equals(Individuals.OTHERS)).map(MemberId::of).toList();
        return directory.people(ids).entrySet().stream()
                .collect(Collectors.toMap(person -> person.getKey().toString(), person -> person.getValue().name()));
    }
}
