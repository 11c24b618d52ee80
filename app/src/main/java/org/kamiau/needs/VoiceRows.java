package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static db.needs.Tables.VOICE;
import static db.needs.Tables.VOICE_NOTE;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.val;

import db.needs.tables.records.VoiceRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Person;
import org.kamiau.customers.Source;
import org.kamiau.needs.language.Span;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;

/** The SQL of voices and of what is proposed for them: one statement for one row and for thousands. */
@Component
class VoiceRows {

    /** Whoever brings voices of other systems holds this until the end of the transaction. */
    private static final long LOCK = 0x6b61_6d69_7663L;

    /** Between the parts of a list that travels in one text of an array. */
    private static final String BETWEEN = "\u001f";

    private final DSLContext sql;

    VoiceRows(DSLContext sql) {
        this.sql = sql;
    }

    /** A voice by which another system knows it. */
    record Origin(String system, String externalId) {
        static Origin of(Source source) {
            return new Origin(source.system(), source.externalId());
        }
    }

    /** A voice and where it comes from, about to be stored. */
    record Fresh(Voice voice, @Nullable Source source) {}

    /** What is proposed for a voice, about to be stored. */
    record Proposed(Voice.Id voice, Proposal proposal) {}

    /** The same voice brought twice at one moment is kept once. */
    Map<Origin, Voice.Id> known(Collection<Source> sources) {
        var known = new HashMap<Origin, Voice.Id>();
        if (sources.isEmpty()) {
            return known;
        }
        sql.execute("select pg_advisory_xact_lock({0})", val(LOCK));
        var rows = new Bulk<>(List.copyOf(sources));
        sql.resultQuery(
                        """
                        select v.source, v.external_id, v.id from unnest({0}::text[], {1}::text[]) as s (source, external_id)
                        join needs.voice v on v.source = s.source and v.external_id = s.external_id
                        """,
                        rows.texts(Source::system),
                        rows.texts(Source::externalId))
                .forEach(row -> known.put(
                        new Origin(row.get(0, String.class), row.get(1, String.class)), new Voice.Id(row.get(2, UUID.class))));
        return known;
    }

    void insert(List<Fresh> fresh) {
        var rows = new Bulk<>(fresh);
        sql.execute(
                """
                insert into needs.voice
                    (id, account_id, person_id, buying_role, raw, motive, motive_by, motive_confidence, channel, competitors, recorder_id,
                    heard_at, recorded_at, wants_answer, document_id, asked, source, external_id, link)
                select v.id, v.account_id, v.person_id, v.buying_role, v.raw, v.motive, v.motive_by, v.motive_confidence, v.channel,
                    coalesce(string_to_array(v.competitors, {0}), '{}'), v.recorder_id, v.heard_at, v.recorded_at, v.wants_answer,
                    v.document_id, v.asked, v.source, v.external_id, v.link
                from unnest({1}::uuid[], {2}::uuid[], {3}::uuid[], {4}::text[], {5}::text[], {6}::text[], {7}::uuid[], {8}::text[],
                        {9}::text[], {10}::text[], {11}::uuid[], {12}::timestamptz[], {13}::timestamptz[], {14}::boolean[], {15}::uuid[],
                        {16}::text[], {17}::text[], {18}::text[], {19}::text[])
                    as v (id, account_id, person_id, buying_role, raw, motive, motive_by, motive_confidence, channel, competitors,
                        recorder_id, heard_at, recorded_at, wants_answer, document_id, asked, source, external_id, link)
                """,
                val(BETWEEN),
                rows.uuids(row -> row.voice().id().value()),
                rows.uuids(row -> row.voice().account() == null ? null : row.voice().account().value()),
                rows.uuids(row -> row.voice().person() == null ? null : row.voice().person().value()),
                rows.texts(row -> row.voice().buyingRole() == null ? null : row.voice().buyingRole().code()),
                rows.texts(row -> row.voice().raw()),
                rows.texts(row -> row.voice().motive() == null ? null : row.voice().motive().text()),
                rows.members(row -> row.voice().motive() == null ? null : row.voice().motive().by()),
                rows.texts(row -> row.voice().motive() == null ? null : row.voice().motive().confidence().code()),
                rows.texts(row -> row.voice().channel().code()),
                rows.texts(row -> row.voice().competitors().isEmpty() ? null : String.join(BETWEEN, row.voice().competitors())),
                rows.members(row -> row.voice().recorder()),
                rows.moments(row -> row.voice().heardAt()),
                rows.moments(row -> row.voice().recordedAt()),
                rows.flags(row -> row.voice().wantsAnswer()),
                rows.uuids(row -> row.voice().document()),
                rows.texts(row -> row.voice().asked()),
                rows.texts(row -> row.source() == null ? null : row.source().system()),
                rows.texts(row -> row.source() == null ? null : row.source().externalId()),
                rows.texts(row -> row.source() == null ? null : row.source().link()));
    }

    /** What people have decided about a need already stays. */
    void propose(List<Proposed> proposed) {
        if (proposed.isEmpty()) {
            return;
        }
        var rows = new Bulk<>(proposed);
        sql.execute(
                """
                insert into needs.mapping (voice_id, need_id, state, confidence, spans, proposed_by, why)
                select m.voice_id, m.need_id, 'proposed', m.confidence::real, m.spans::int[], m.proposed_by,
                    coalesce(string_to_array(m.why, {0}), '{}')
                from unnest({1}::uuid[], {2}::uuid[], {3}::text[], {4}::text[], {5}::text[], {6}::text[])
                    as m (voice_id, need_id, confidence, spans, proposed_by, why)
                on conflict (voice_id, need_id) do nothing
                """,
                val(BETWEEN),
                rows.uuids(row -> row.voice().value()),
                rows.uuids(row -> row.proposal().need().value()),
                rows.texts(row -> String.valueOf(row.proposal().confidence())),
                rows.texts(row -> spans(row.proposal().spans())),
                rows.texts(row -> row.proposal().by().code()),
                rows.texts(row -> row.proposal().why().isEmpty() ? null : String.join(BETWEEN, row.proposal().why())));
    }

    private static String spans(List<Span> spans) {
        return spans.stream().flatMap(span -> Stream.of(span.start(), span.end())).map(String::valueOf).collect(joining(",", "{", "}"));
    }

    Optional<Voice> find(Voice.Id id) {
        return sql.selectFrom(VOICE).where(VOICE.ID.eq(id.value())).fetchOptional(VoiceRows::voice);
    }

    /** What a customer said before this moment, the newest first. */
    List<Voice> before(RecordRef customer, @Nullable Instant before, int limit) {
        var whose = customer.kind().equals(Customers.ACCOUNT) ? VOICE.ACCOUNT_ID : VOICE.PERSON_ID;
        return sql.selectFrom(VOICE)
                .where(whose.eq(customer.id()), before == null ? DSL.noCondition() : VOICE.HEARD_AT.lt(before))
                .orderBy(VOICE.HEARD_AT.desc())
                .limit(limit)
                .fetch(VoiceRows::voice);
    }

    Optional<Voice> lock(Voice.Id id) {
        return sql.selectFrom(VOICE).where(VOICE.ID.eq(id.value())).forUpdate().fetchOptional(VoiceRows::voice);
    }

    static Voice voice(VoiceRecord row) {
        return new Voice(
                new Voice.Id(row.getId()),
                row.getAccountId() == null ? null : new Account.Id(row.getAccountId()),
                row.getPersonId() == null ? null : new Person.Id(row.getPersonId()),
                row.getBuyingRole() == null ? null : Voice.BuyingRole.of(row.getBuyingRole()),
                row.getRaw(),
                row.getMotive() == null
                        ? null
                        : new Voice.Motive(row.getMotive(), Voice.Confidence.of(row.getMotiveConfidence()), new MemberId(row.getMotiveBy())),
                Voice.Channel.of(row.getChannel()),
                List.of(row.getCompetitors()),
                row.getRecorderId() == null ? null : new MemberId(row.getRecorderId()),
                row.getHeardAt(),
                row.getRecordedAt(),
                row.getWantsAnswer(),
                row.getDocumentId(),
                row.getAsked(),
                row.getVersion());
    }

    /** Each of these needs, or the one that it was merged into; unknown ones are missing. */
    Map<Need.Id, Need.Id> standing(Set<Need.Id> needs) {
        var standing = new HashMap<Need.Id, Need.Id>();
        sql.resultQuery(
                        """
                        with recursive way as (
                            select id as asked, id, merged_into from needs.need where id = any({0}::uuid[])
                            union
                            select way.asked, need.id, need.merged_into from way join needs.need on need.id = way.merged_into)
                        select asked, id from way where merged_into is null
                        """,
                        val(needs.stream().map(Need.Id::value).toArray(UUID[]::new)))
                .forEach(row -> standing.put(new Need.Id(row.get(0, UUID.class)), new Need.Id(row.get(1, UUID.class))));
        return standing;
    }

    /** The needs that are decided in this way for the voice. */
    Set<Need.Id> decided(Voice.Id voice, boolean confirmed) {
        return new HashSet<>(sql.select(MAPPING.NEED_ID)
                .from(MAPPING)
                .where(MAPPING.VOICE_ID.eq(voice.value()), MAPPING.STATE.eq(confirmed ? "confirmed" : "rejected"))
                .fetch(row -> new Need.Id(row.value1())));
    }

    /** A need that nobody proposed was named by the member. */
    void decide(Voice.Id voice, Collection<Need.Id> needs, boolean confirmed, MemberId by, Instant at) {
        if (needs.isEmpty()) {
            return;
        }
        sql.execute(
                """
                insert into needs.mapping (voice_id, need_id, state, proposed_by, decided_by, decided_at)
                select {0}, need, {1}, 'member', {2}, {3} from unnest({4}::uuid[]) as need
                on conflict (voice_id, need_id) do update
                    set state = excluded.state, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                """,
                val(voice.value()),
                val(confirmed ? "confirmed" : "rejected"),
                val(by.value()),
                val(at),
                val(needs.stream().map(Need.Id::value).toArray(UUID[]::new)));
    }

    void note(Voice.Id voice, String text, MemberId by, Instant at) {
        sql.insertInto(VOICE_NOTE)
                .set(VOICE_NOTE.ID, Ids.next())
                .set(VOICE_NOTE.VOICE_ID, voice.value())
                .set(VOICE_NOTE.TEXT, text)
                .set(VOICE_NOTE.MEMBER_ID, by.value())
                .set(VOICE_NOTE.ADDED_AT, at)
                .execute();
    }

    void interpret(Voice.Id voice, Voice.Motive motive) {
        sql.update(VOICE)
                .set(VOICE.MOTIVE, motive.text())
                .set(VOICE.MOTIVE_BY, motive.by() == null ? null : motive.by().value())
                .set(VOICE.MOTIVE_CONFIDENCE, motive.confidence().code())
                .set(VOICE.VERSION, VOICE.VERSION.plus(1))
                .where(VOICE.ID.eq(voice.value()))
                .execute();
    }

    /** Places in the old words mean nothing in the new ones. */
    void correct(Voice.Id voice, String raw, List<Proposal> proposals) {
        sql.update(VOICE).set(VOICE.RAW, raw).set(VOICE.VERSION, VOICE.VERSION.plus(1)).where(VOICE.ID.eq(voice.value())).execute();
        sql.deleteFrom(MAPPING).where(MAPPING.VOICE_ID.eq(voice.value()), MAPPING.STATE.eq("proposed")).execute();
        sql.update(MAPPING).set(MAPPING.SPANS, new Integer[0]).where(MAPPING.VOICE_ID.eq(voice.value())).execute();
        propose(proposals.stream().map(proposal -> new Proposed(voice, proposal)).toList());
        proposals.forEach(proposal -> sql.execute(
                "update needs.mapping set spans = {0}::int[] where voice_id = {1} and need_id = {2} and state <> 'proposed'",
                val(spans(proposal.spans())), val(voice.value()), val(proposal.need().value())));
    }
}
