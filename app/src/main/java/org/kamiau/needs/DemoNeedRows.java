package org.kamiau.needs;

import static db.needs.Tables.NEED;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;

/** The SQL of the demonstration's needs and voices: as the verbs would have left them, one statement for all voices. */
@Component
class DemoNeedRows {

    /** Fictitious rivals, named in the words themselves. */
    private static final List<String> RIVALS = List.of("クールビット", "サーモリンク", "モリミル");

    /** A voice with its id. */
    record Told(Voice.Id id, DemoHearings.Heard heard) {
        List<String> rivals() {
            return RIVALS.stream().filter(heard.words()::contains).toList();
        }
    }

    /** What a voice says of a need. */
    record Mapped(Told told, Need.Id need, String state, List<Integer> spans, double confidence) {
        Mapped {
            spans = List.copyOf(spans);
        }

        boolean decided() {
            return !state.equals("proposed");
        }
    }

    private final DSLContext sql;

    DemoNeedRows(DSLContext sql) {
        this.sql = sql;
    }

    void need(Need.Id id, DemoDictionary.Entry entry, Map<String, UUID> products, MemberId owner, Instant at) {
        sql.insertInto(NEED)
                .set(NEED.ID, id.value())
                .set(NEED.CODE, entry.code())
                .set(NEED.TITLE_JA, entry.ja())
                .set(NEED.TITLE_EN, entry.en())
                .set(NEED.KIND, entry.kind().code())
                .set(NEED.STATE, Need.State.RAW.code())
                .set(NEED.STATE_SINCE, at)
                .set(NEED.OWNER_ID, owner.value())
                .set(NEED.SEGMENTS, entry.segments().toArray(String[]::new))
                .set(NEED.PRODUCTS, entry.products().stream().map(products::get).toArray(UUID[]::new))
                .set(NEED.CREATED_BY, owner.value())
                .set(NEED.CREATED_AT, at)
                .execute();
        var rows = new Bulk<>(entry.words());
        sql.execute(
                """
                insert into needs.need_phrase (need_id, language, kind, text)
                select {0}, w.* from unnest({1}::text[], {2}::text[], {3}::text[]) as w (language, kind, text)
                """,
                val(id.value()), rows.texts(DemoDictionary.Words::language), rows.texts(DemoDictionary.Words::kind), rows.texts(DemoDictionary.Words::text));
    }

    void agree(List<Need.Id> needs, String side, MemberId by, Instant at) {
        sql.execute(
                """
                insert into needs.agreement (need_id, side, meaning, member_id, agreed_at)
                select id, {0}, 1, {1}, {2} from unnest({3}::uuid[]) as n (id)
                """,
                val(side), val(by.value()), val(at), new Bulk<>(needs).uuids(Need.Id::value));
    }

    void voices(List<Told> told) {
        var rows = new Bulk<>(told);
        sql.execute(
                """
                insert into needs.voice (id, account_id, person_id, buying_role, raw, motive, motive_by, motive_confidence, channel, competitors,
                    recorder_id, heard_at, recorded_at, wants_answer)
                select v.id, v.account_id, v.person_id, v.buying_role, v.raw, v.motive, case when v.motive is not null then v.recorder_id end,
                    case when v.motive is not null then (array['medium', 'low', 'high'])[1 + v.n % 3] end, v.channel,
                    coalesce(string_to_array(v.competitors, ','), array[]::text[]), v.recorder_id, v.heard_at, v.recorded_at, v.wants_answer
                from unnest({0}::uuid[], {1}::uuid[], {2}::uuid[], {3}::text[], {4}::text[], {5}::text[], {6}::text[], {7}::text[], {8}::uuid[],
                    {9}::timestamptz[], {10}::timestamptz[], {11}::boolean[]) with ordinality
                    as v (id, account_id, person_id, buying_role, raw, motive, channel, competitors, recorder_id, heard_at, recorded_at,
                        wants_answer, n)
                """,
                rows.uuids(one -> one.id().value()),
                rows.uuids(one -> one.heard().party().id()),
                rows.uuids(one -> one.heard().person() == null ? null : one.heard().person().id()),
                rows.texts(one -> one.heard().person() == null ? null : one.heard().person().buyingRole()),
                rows.texts(one -> one.heard().words()),
                rows.texts(one -> one.heard().motive()),
                rows.texts(one -> one.heard().channel().code()),
                rows.texts(one -> one.rivals().isEmpty() ? null : String.join(",", one.rivals())),
                rows.members(one -> one.heard().recorder()),
                rows.moments(one -> one.heard().heardAt()),
                rows.moments(one -> one.heard().recordedAt()),
                rows.flags(one -> one.heard().asks()));
    }

    void mappings(List<Mapped> mapped) {
        var rows = new Bulk<>(mapped);
        sql.execute(
                """
                insert into needs.mapping (voice_id, need_id, state, confidence, spans, proposed_by, why, decided_by, decided_at)
                select m.voice_id, m.need_id, m.state, m.confidence, m.spans::int[], 'phrases', string_to_array(m.why, chr(31)), m.decided_by, m.decided_at
                from unnest({0}::uuid[], {1}::uuid[], {2}::text[], {3}::numeric[], {4}::text[], {5}::text[], {6}::uuid[], {7}::timestamptz[])
                    as m (voice_id, need_id, state, confidence, spans, why, decided_by, decided_at)
                """,
                rows.uuids(one -> one.told().id().value()),
                rows.uuids(one -> one.need().value()),
                rows.texts(Mapped::state),
                rows.decimals(one -> BigDecimal.valueOf(one.confidence())),
                rows.texts(one -> one.spans().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))),
                rows.texts(DemoNeedRows::why),
                rows.members(one -> one.decided() ? one.told().heard().recorder() : null),
                rows.moments(one -> one.decided() ? one.told().heard().recordedAt().plusSeconds(40) : null));
    }

    /** The marked words. */
    private static String why(Mapped one) {
        var words = one.told().heard().words();
        var spans = one.spans();
        var why = new StringBuilder();
        for (int i = 0; i < spans.size(); i += 2) {
            why.append(i == 0 ? "" : "\u001f").append(words, spans.get(i), spans.get(i + 1));
        }
        return why.toString();
    }
}
