package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;

import java.util.Comparator;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.search.Findable;
import org.springframework.stereotype.Component;

/** Accounts in the command palette: by a part of the name or its reading, or by the whole corporate number. */
@Component
class FindableAccounts implements Findable {
    /** Looked at before the best few are chosen: sorting all 株式会社 of a country would take longer than typing. */
    private static final int LOOKED_AT = 200;

    private final DSLContext sql;

    FindableAccounts(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String key() {
        return "customers.accounts.title";
    }

    @Override
    public String icon() {
        return "building";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Found> find(String words, Actor actor, int limit) {
        var condition = condition(words);
        if (condition == null) {
            return List.of();
        }
        var key = CompanyName.key(words);
        return sql.select(ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.NAME_KEY, ACCOUNT.PREFECTURE)
                .from(ACCOUNT)
                .where(condition)
                .limit(LOOKED_AT)
                .fetch()
                .stream()
                .sorted(Comparator.comparing((Record row) -> !row.get(ACCOUNT.NAME_KEY).startsWith(key))
                        .thenComparing(row -> row.get(ACCOUNT.NAME_KEY).length())
                        .thenComparing(row -> row.get(ACCOUNT.NAME)))
                .limit(limit)
                .map(row -> new Found(row.get(ACCOUNT.NAME), place(row.get(ACCOUNT.PREFECTURE), actor), "/accounts/" + row.get(ACCOUNT.ID)))
                .toList();
    }

    /** What the words ask for; null when nothing. */
    static @Nullable Condition condition(String words) {
        if (CorporateNumber.parse(words) instanceof Parsed.Value<CorporateNumber>(var number)) {
            return ACCOUNT.CORPORATE_NUMBER.eq(number.digits());
        }
        var grams = SearchGrams.wanted(CompanyName.key(words));
        return grams.isEmpty() ? null : ACCOUNT.GRAMS.contains(grams.toArray(String[]::new));
    }

    private static @Nullable String place(@Nullable String prefecture, Actor actor) {
        if (prefecture == null) {
            return null;
        }
        var place = Prefecture.ofCode(prefecture);
        return actor.language().getLanguage().equals("en") ? place.en() : place.ja();
    }
}
