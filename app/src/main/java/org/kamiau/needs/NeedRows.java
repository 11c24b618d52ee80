package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static db.needs.Tables.NEED;
import static db.needs.Tables.NEED_PHRASE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import db.needs.tables.records.NeedRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.kamiau.products.Product;
import org.springframework.stereotype.Component;

/** The SQL of needs, their phrases, and of what follows when they are merged and split. */
@Component
class NeedRows {

    private final DSLContext sql;

    NeedRows(DSLContext sql) {
        this.sql = sql;
    }

    List<Need> find(Collection<Need.Id> ids) {
        return all(NEED.ID.eq(any(uuids(ids))));
    }

    List<Need> living() {
        return all(NEED.STATE.notIn("merged", "dropped"));
    }

    List<Need> mergedInto(Need.Id id) {
        return all(NEED.MERGED_INTO.eq(id.value()));
    }

    List<Need> children(Need.Id id) {
        return all(NEED.PARENT_ID.eq(id.value()));
    }

    private List<Need> all(Condition condition) {
        return sql.selectFrom(NEED).where(condition).orderBy(NEED.CREATED_AT, NEED.ID).fetch(NeedRows::need);
    }

    /** In the order of their ids, so that two merges never wait for each other. */
    Map<Need.Id, Need> lock(Collection<Need.Id> ids) {
        var locked = new LinkedHashMap<Need.Id, Need>();
        sql.selectFrom(NEED).where(NEED.ID.eq(any(uuids(ids)))).orderBy(NEED.ID).forUpdate().fetch(NeedRows::need).forEach(need -> locked.put(need.id(), need));
        return locked;
    }

    private static UUID[] uuids(Collection<Need.Id> ids) {
        return ids.stream().map(Need.Id::value).toArray(UUID[]::new);
    }

    static Need need(NeedRecord row) {
        var standing = new Need.Standing(
                Need.State.of(row.getState()), row.getStateSince(), row.getReason(), row.getReviewOn(), id(row.getMergedInto()));
        return new Need(
                new Need.Id(row.getId()), row.getCode(), new Need.Title(row.getTitleJa(), row.getTitleEn()), Need.Kind.of(row.getKind()), standing,
                member(row.getOwnerId()), id(row.getParentId()), List.of(row.getSegments()),
                Arrays.stream(row.getProducts()).map(Product.Id::new).toList(), row.getHypothesis(), row.getResponse(), member(row.getCreatedBy()),
                row.getCreatedAt(), row.getMeaning(), row.getVersion());
    }

    private static Need.@Nullable Id id(@Nullable UUID value) {
        return value == null ? null : new Need.Id(value);
    }

    private static @Nullable MemberId member(@Nullable UUID value) {
        return value == null ? null : new MemberId(value);
    }

    /** False when its code is taken. */
    boolean insert(Need need) {
        return sql.insertInto(NEED).set(row(need)).onConflict(NEED.CODE).doNothing().execute() == 1;
    }

    void store(Need need) {
        sql.update(NEED).set(row(need)).where(NEED.ID.eq(need.id().value())).execute();
    }

    private NeedRecord row(Need need) {
        var standing = need.standing();
        var row = sql.newRecord(NEED);
        row.setId(need.id().value());
        row.setCode(need.code());
        row.setTitleJa(need.title().ja());
        row.setTitleEn(need.title().en());
        row.setKind(need.kind().code());
        row.setState(standing.state().code());
        row.setStateSince(standing.since());
        row.setReason(standing.reason());
        row.setReviewOn(standing.reviewOn());
        row.setMergedInto(standing.into() == null ? null : standing.into().value());
        row.setOwnerId(need.owner() == null ? null : need.owner().value());
        row.setParentId(need.parent() == null ? null : need.parent().value());
        row.setSegments(need.segments().toArray(String[]::new));
        row.setProducts(need.products().stream().map(Product.Id::value).toArray(UUID[]::new));
        row.setHypothesis(need.hypothesis());
        row.setResponse(need.response());
        row.setCreatedBy(need.createdBy() == null ? null : need.createdBy().value());
        row.setCreatedAt(need.createdAt());
        row.setMeaning(need.meaning());
        row.setVersion(need.version());
        return row;
    }

    Optional<Need> withCode(String code) {
        return sql.selectFrom(NEED).where(NEED.CODE.eq(code)).fetchOptional(NeedRows::need);
    }

    Map<Need.Id, List<Phrase>> phrases(Collection<Need.Id> ids) {
        return sql.selectFrom(NEED_PHRASE)
                .where(NEED_PHRASE.NEED_ID.eq(any(uuids(ids))))
                .orderBy(NEED_PHRASE.NEED_ID, NEED_PHRASE.LANGUAGE, NEED_PHRASE.KIND.desc(), NEED_PHRASE.TEXT)
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> new Need.Id(row.getNeedId()), LinkedHashMap::new,
                        mapping(row -> new Phrase(Phrase.Language.of(row.getLanguage()), Phrase.Kind.of(row.getKind()), row.getText()), toList())));
    }

    void replacePhrases(Need.Id id, List<Phrase> phrases) {
        sql.deleteFrom(NEED_PHRASE).where(NEED_PHRASE.NEED_ID.eq(id.value())).execute();
        var words = new Bulk<>(phrases);
        sql.execute(
                """
                insert into needs.need_phrase (need_id, language, kind, text)
                select {0}, p.language, p.kind, p.text from unnest({1}::text[], {2}::text[], {3}::text[]) as p (language, kind, text)
                """,
                val(id.value()), words.texts(phrase -> phrase.language().code()), words.texts(phrase -> phrase.kind().code()), words.texts(Phrase::text));
    }

    /** Children move up beside, and never below themselves. */
    void adoptChildren(Need.Id from, Need.Id into) {
        sql.update(NEED)
                .set(NEED.PARENT_ID, into.value())
                .set(NEED.VERSION, NEED.VERSION.plus(1))
                .where(NEED.PARENT_ID.eq(from.value()), NEED.ID.ne(into.value()))
                .execute();
    }

    /** How many of these voices carry it. */
    int mappings(Need.Id id, Collection<Voice.Id> voices) {
        return sql.select(count())
                .from(MAPPING)
                .where(MAPPING.NEED_ID.eq(id.value()), MAPPING.VOICE_ID.eq(any(values(voices))), MAPPING.STATE.ne("rejected"))
                .fetchSingle()
                .value1();
    }

    private static UUID[] values(Collection<Voice.Id> voices) {
        return voices.stream().map(Voice.Id::value).toArray(UUID[]::new);
    }

    /**
     * The voices of one need carry the other from now on. Where a voice has both, the surer mapping stays: confirmed
     * before proposed. Who rejected the one has said nothing about the other, so rejections stay behind.
     */
    int moveMappings(Need.Id from, Need.Id into) {
        sql.execute(
                """
                insert into needs.mapping as kept
                    (voice_id, need_id, state, confidence, spans, proposed_by, why, decided_by, decided_at)
                select voice_id, {1}, state, confidence, spans, proposed_by, why, decided_by, decided_at
                from needs.mapping where need_id = {0} and state <> 'rejected'
                on conflict (voice_id, need_id) do update set
                    state = excluded.state, confidence = excluded.confidence, spans = excluded.spans,
                    proposed_by = excluded.proposed_by, why = excluded.why, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                where kept.state = 'rejected'
                    or kept.state = 'proposed' and (excluded.state = 'confirmed' or excluded.confidence > kept.confidence)
                """,
                val(from.value()), val(into.value()));
        return sql.deleteFrom(MAPPING).where(MAPPING.NEED_ID.eq(from.value()), MAPPING.STATE.ne("rejected")).execute();
    }

    /** These voices carry another need than before, confirmed by whoever split it. */
    void splitMappings(Need.Id from, Need.Id made, Collection<Voice.Id> voices, Actor by, Instant now) {
        var ids = values(voices);
        sql.execute(
                """
                insert into needs.mapping (voice_id, need_id, state, confidence, spans, proposed_by, why, decided_by, decided_at)
                select voice_id, {1}, 'confirmed', confidence, spans, proposed_by, why, {2}, {3}
                from needs.mapping where need_id = {0} and voice_id = any({4}) and state <> 'rejected'
                """,
                val(from.value()), val(made.value()), val(by.member() == null ? null : by.member().value(), UUID.class), val(now, Instant.class), val(ids));
        sql.deleteFrom(MAPPING)
                .where(MAPPING.NEED_ID.eq(from.value()), MAPPING.VOICE_ID.eq(any(ids)), MAPPING.STATE.ne("rejected"))
                .execute();
    }

    /** Voices out of which a need was made carry it. */
    int confirm(Need.Id id, Collection<Voice.Id> voices, Actor by, Instant now) {
        return sql.execute(
                """
                insert into needs.mapping (voice_id, need_id, state, proposed_by, decided_by, decided_at)
                select voice.id, {0}, 'confirmed', 'member', {1}, {2} from needs.voice where voice.id = any({3})
                on conflict (voice_id, need_id) do nothing
                """,
                val(id.value()), val(by.member() == null ? null : by.member().value(), UUID.class), val(now, Instant.class),
                val(values(voices)));
    }
}
