package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static db.needs.Tables.VOICE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.kamiau.needs.AccountView.ACCOUNT_VIEW;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words on which a signal rests. */
@Component
class RadarQuotes {

    private static final int LONGEST = 180;
    private static final Table<Record> PERSON_VIEW = table(name("customers", "person_view")).as("person_view");
    private static final Field<UUID> PERSON_ID = field(name("person_view", "id"), UUID.class);
    private static final Field<String> PERSON_TITLE = field(name("person_view", "title"), String.class);

    /**
     * What one customer said.
     *
     * @param marked the words that carry the need; it may be empty
     */
    public record Quote(UUID voice, String before, String marked, String after, UUID account, String company, @Nullable String title, String channel, Instant at) {}

    private final DSLContext sql;

    RadarQuotes(DSLContext sql) {
        this.sql = sql;
    }

    /** Of these accounts, the latest up to a moment and one of each before a second; of any account when there are none. */
    List<Quote> of(Need.Id need, Collection<UUID> accounts, Instant upTo, int limit) {
        Condition whose = accounts.isEmpty() ? DSL.noCondition() : VOICE.ACCOUNT_ID.in(accounts);
        var turn = DSL.rowNumber().over(DSL.partitionBy(VOICE.ACCOUNT_ID).orderBy(VOICE.HEARD_AT.desc(), VOICE.ID));
        var latest = sql.select(VOICE.ID, VOICE.HEARD_AT, turn.as("turn"))
                .from(MAPPING)
                .join(VOICE).on(VOICE.ID.eq(MAPPING.VOICE_ID))
                .where(MAPPING.NEED_ID.eq(need.value()), MAPPING.COUNTED.isTrue(), VOICE.HEARD_AT.le(upTo), VOICE.ACCOUNT_ID.isNotNull(), whose)
                .asTable("latest");
        return sql.select(VOICE.ID, VOICE.RAW, MAPPING.SPANS, VOICE.ACCOUNT_ID, AccountView.NAME, PERSON_TITLE, VOICE.CHANNEL, VOICE.HEARD_AT)
                .from(latest)
                .join(VOICE).on(VOICE.ID.eq(latest.field(VOICE.ID)))
                .join(MAPPING).on(MAPPING.VOICE_ID.eq(VOICE.ID), MAPPING.NEED_ID.eq(need.value()))
                .join(ACCOUNT_VIEW).on(AccountView.ID.eq(VOICE.ACCOUNT_ID))
                .leftJoin(PERSON_VIEW).on(PERSON_ID.eq(VOICE.PERSON_ID))
                .orderBy(DSL.field("turn"), VOICE.HEARD_AT.desc(), VOICE.ID)
                .limit(limit)
                .fetch(RadarQuotes::quote);
    }

    private static Quote quote(Record row) {
        var raw = row.get(VOICE.RAW).replace('\n', ' ');
        var spans = row.get(MAPPING.SPANS);
        int start = spans.length < 2 ? 0 : Math.clamp(spans[0], 0, raw.length());
        int end = spans.length < 2 ? 0 : Math.clamp(spans[1], start, raw.length());
        int from = whole(raw, Math.max(0, Math.min(start - LONGEST / 4, raw.length() - LONGEST)));
        int to = whole(raw, Math.min(raw.length(), Math.max(end, from + LONGEST)));
        return new Quote(
                row.get(VOICE.ID), (from > 0 ? "…" : "") + raw.substring(from, start), raw.substring(start, end),
                raw.substring(end, to) + (to < raw.length() ? "…" : ""), row.get(VOICE.ACCOUNT_ID), row.get(AccountView.NAME), row.get(PERSON_TITLE),
                row.get(VOICE.CHANNEL), row.get(VOICE.HEARD_AT));
    }

    /** Never between the two halves of one character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
