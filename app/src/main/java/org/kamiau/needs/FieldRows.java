package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static db.needs.Tables.VOICE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the field says of needs: voices that are confirmed, or as good as certain. */
@Component
class FieldRows {

    private static final int LONGEST_QUOTE = 160;
    private static final int MOST_SAID = 20;

    private final DSLContext sql;

    FieldRows(DSLContext sql) {
        this.sql = sql;
    }

    /** How many voices carry each; from the index on mappings alone. */
    Map<Need.Id, Long> voices(Collection<Need.Id> needs) {
        var counts = new HashMap<Need.Id, Long>();
        sql.select(MAPPING.NEED_ID, count())
                .from(MAPPING)
                .where(MAPPING.NEED_ID.eq(any(needs.stream().map(Need.Id::value).toArray(UUID[]::new))), MAPPING.COUNTED.isTrue())
                .groupBy(MAPPING.NEED_ID)
                .forEach(row -> counts.put(new Need.Id(row.value1()), row.value2().longValue()));
        return counts;
    }

    /** So many, or {@code most} when there are more: what a page says need not be counted to the end. */
    long voices(Need.Id need, int most) {
        var some = selectOne().from(MAPPING).where(MAPPING.NEED_ID.eq(need.value()), MAPPING.COUNTED.isTrue()).limit(most).asTable("some");
        return sql.select(count()).from(some).fetchSingle().value1();
    }

    /**
     * One utterance as a need's page quotes it.
     *
     * @param before the words around {@code marked}, which are those that carry the need; it may be empty
     * @param sure somebody has confirmed it
     */
    public record Quote(
            UUID voice, String before, String marked, String after, UUID account, String company, @Nullable String title, String channel,
            Instant heard, boolean sure) {}

    /**
     * The latest that customers said of it. Goes back week by week through the deduplicated mentions and stops when it
     * has enough: a need that a hundred thousand voices carry costs no more than one that ten carry.
     */
    List<Quote> latest(Need.Id need, int limit, Instant now) {
        return sql.resultQuery(
                        """
                        with recent as (
                            select said.account_id, said.week
                            from generate_series(needs.week_of({1}), needs.week_of({1}) - interval '520 weeks', interval '-1 week') as week (day)
                            cross join lateral (
                                select mention.account_id, mention.week from needs.mention
                                where mention.week = week.day::date and mention.need_id = {0} limit {2}) as said
                            limit {2}
                        )
                        select voice.id, voice.raw, voice.spans, voice.account_id, account.name, person.title, voice.channel, voice.heard_at, voice.state
                        from recent
                        cross join lateral (
                            select voice.*, mapping.spans, mapping.state
                            from needs.voice join needs.mapping on mapping.voice_id = voice.id and mapping.need_id = {0} and mapping.counted
                            where voice.account_id = recent.account_id and voice.heard_at >= recent.week::timestamp at time zone 'Asia/Tokyo'
                                and voice.heard_at < (recent.week + 7)::timestamp at time zone 'Asia/Tokyo'
                            order by voice.heard_at desc limit {2}) as voice
                        join customers.account_view account on account.id = voice.account_id
                        left join customers.person_view person on person.id = voice.person_id
                        order by voice.heard_at desc, voice.id desc
                        limit {2}
                        """,
                        val(need.value()), val(now, Instant.class), val(limit))
                .fetch(FieldRows::quote);
    }

    /** The first words of these voices. */
    List<String> said(Collection<Voice.Id> voices) {
        return sql.select(VOICE.RAW)
                .from(VOICE)
                .where(VOICE.ID.eq(any(voices.stream().map(Voice.Id::value).toArray(UUID[]::new))))
                .orderBy(VOICE.HEARD_AT.desc(), VOICE.ID)
                .limit(MOST_SAID)
                .fetch(row -> row.value1().length() <= LONGEST_QUOTE ? row.value1() : row.value1().substring(0, whole(row.value1(), LONGEST_QUOTE)) + "…");
    }

    private static Quote quote(Record row) {
        var raw = row.get(1, String.class).replace('\n', ' ');
        var spans = row.get(2, Integer[].class);
        int start = spans.length < 2 ? 0 : Math.clamp(spans[0], 0, raw.length());
        int end = spans.length < 2 ? 0 : Math.clamp(spans[1], start, Math.min(raw.length(), start + LONGEST_QUOTE));
        int from = whole(raw, Math.max(0, Math.min(start - LONGEST_QUOTE / 4, raw.length() - LONGEST_QUOTE)));
        int to = whole(raw, Math.min(raw.length(), Math.max(end, from + LONGEST_QUOTE)));
        return new Quote(
                row.get(0, UUID.class), (from > 0 ? "…" : "") + raw.substring(from, start), raw.substring(start, end),
                raw.substring(end, to) + (to < raw.length() ? "…" : ""), row.get(3, UUID.class), row.get(4, String.class), row.get(5, String.class),
                row.get(6, String.class), row.get(7, OffsetDateTime.class).toInstant(), row.get(8, String.class).equals("confirmed"));
    }

    /** Never between the two halves of one character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
