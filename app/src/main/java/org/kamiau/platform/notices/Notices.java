package org.kamiau.platform.notices;

import static db.platform.Tables.NOTICE;
import static db.platform.Tables.SILENCED_KIND;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Shells;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tells members what happened, and knows what they have read. */
@Component
@Transactional
public class Notices implements Shells.Unread {

    /** The bell shows no more than this. */
    private static final int MOST_COUNTED = 100;

    /** A notice on its way to a member. */
    public record Letter(MemberId to, Notice notice) {}

    private final DSLContext sql;
    private final InstantSource clock;
    private final Arguments arguments;

    Notices(DSLContext sql, InstantSource clock, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.arguments = new Arguments(json);
    }

    /** Tells each of the members, but not who did it and not who silenced the kind. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Collection<MemberId> to, Notice notice) {
        sendAll(to.stream().distinct().map(member -> new Letter(member, notice)).toList());
    }

    /** The same for many notices at once, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendAll(List<Letter> letters) {
        var mail = letters.stream().filter(letter -> !letter.notice().by().is(letter.to())).toList();
        if (mail.isEmpty()) {
            return;
        }
        int n = mail.size();
        var ids = new UUID[n];
        var members = new UUID[n];
        var recordIds = new UUID[n];
        var actors = new @Nullable UUID[n];
        var texts = new String[6][n];
        for (int i = 0; i < n; i++) {
            var notice = mail.get(i).notice();
            ids[i] = Ids.next();
            members[i] = mail.get(i).to().value();
            recordIds[i] = notice.about().id();
            actors[i] = notice.by().member() == null ? null : notice.by().member().value();
            texts[0][i] = notice.kind();
            texts[1][i] = notice.group();
            texts[2][i] = notice.about().kind();
            texts[3][i] = notice.key();
            texts[4][i] = arguments.store(notice.arguments());
            texts[5][i] = notice.by().name();
        }
        sql.execute(
                """
                insert into platform.notice
                    (id, member, kind, belongs, record_kind, record_id, message, arguments, actor, actor_name, sent_at)
                select n.id, n.member, n.kind, n.belongs, n.record_kind, n.record_id, n.message, n.arguments::jsonb, n.actor,
                    n.actor_name, {10}
                from unnest({0}::uuid[], {1}::uuid[], {2}::text[], {3}::text[], {4}::text[], {5}::uuid[], {6}::text[],
                        {7}::text[], {8}::uuid[], {9}::text[])
                    as n (id, member, kind, belongs, record_kind, record_id, message, arguments, actor, actor_name)
                where not exists (
                    select from platform.silenced_kind s where s.member = n.member and s.kind = n.kind)
                """,
                val(ids),
                val(members),
                val(texts[0]),
                val(texts[1]),
                val(texts[2]),
                val(recordIds),
                val(texts[3]),
                val(texts[4]),
                val(actors),
                val(texts[5]),
                val(clock.instant()));
    }

    /** Up to a hundred. */
    @Override
    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        var some = selectOne()
                .from(NOTICE)
                .where(NOTICE.MEMBER.eq(actor.id().value()), NOTICE.READ_AT.isNull())
                .limit(MOST_COUNTED);
        return sql.select(count()).from(some).fetchSingle().value1();
    }

    /** A notice as it is stored; {@link NoticeReader} puts it into words. */
    record Stored(
            UUID id, String group, RecordRef about, String key, String arguments, @Nullable UUID by, String byName,
            Instant at, boolean unread) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Stored> newest(Actor reader, @Nullable UUID before, int limit) {
        return sql.selectFrom(NOTICE)
                .where(NOTICE.MEMBER.eq(reader.id().value()))
                .and(before == null ? org.jooq.impl.DSL.noCondition() : NOTICE.ID.lt(before))
                .orderBy(NOTICE.ID.desc())
                .limit(limit)
                .fetch(row -> new Stored(
                        row.getId(),
                        row.getBelongs(),
                        new RecordRef(row.getRecordKind(), row.getRecordId()),
                        row.getMessage(),
                        row.getArguments().data(),
                        row.getActor(),
                        row.getActorName(),
                        row.getSentAt(),
                        row.getReadAt() == null));
    }

    /** Who was told what. */
    public record Told(MemberId member, String key, Instant at) {}

    /** Everybody who was told something about this record, the oldest first. No index: for a demonstration's size. */
    @Transactional(readOnly = true)
    public List<Told> told(RecordRef about) {
        return sql.selectFrom(NOTICE)
                .where(NOTICE.RECORD_KIND.eq(about.kind()), NOTICE.RECORD_ID.eq(about.id()))
                .orderBy(NOTICE.SENT_AT, NOTICE.ID)
                .fetch(row -> new Told(new MemberId(row.getMember()), row.getMessage(), row.getSentAt()));
    }

    /** What the notice is about; it and its group are read from now on. */
    Optional<RecordRef> open(UUID id, Actor reader) {
        var mine = sql.selectFrom(NOTICE)
                .where(NOTICE.ID.eq(id), NOTICE.MEMBER.eq(reader.id().value()))
                .fetchOptional();
        mine.ifPresent(row -> read(reader, row.getBelongs()));
        return mine.map(row -> new RecordRef(row.getRecordKind(), row.getRecordId()));
    }

    /** @param group null for everything */
    void read(Actor reader, @Nullable String group) {
        sql.update(NOTICE)
                .set(NOTICE.READ_AT, clock.instant())
                .where(NOTICE.MEMBER.eq(reader.id().value()), NOTICE.READ_AT.isNull())
                .and(group == null ? org.jooq.impl.DSL.noCondition() : NOTICE.BELONGS.eq(group))
                .execute();
    }

    @Transactional(readOnly = true)
    Set<String> silenced(Actor reader) {
        return sql.select(SILENCED_KIND.KIND)
                .from(SILENCED_KIND)
                .where(SILENCED_KIND.MEMBER.eq(reader.id().value()))
                .fetchSet(SILENCED_KIND.KIND);
    }

    void silence(Actor reader, Collection<String> kinds) {
        var member = reader.id().value();
        sql.deleteFrom(SILENCED_KIND).where(SILENCED_KIND.MEMBER.eq(member)).execute();
        var rows = new ArrayList<>(Set.copyOf(kinds));
        sql.execute(
                "insert into platform.silenced_kind (member, kind) select {0}, k from unnest({1}::text[]) as k",
                val(member), val(rows.toArray(String[]::new)));
    }
}
