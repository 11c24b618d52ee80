package org.kamiau.platform.comments;

import static db.platform.Tables.COMMENT;
import static db.platform.Tables.COMMENT_VERSION;
import static db.platform.Tables.FOLLOWER;
import static db.platform.Tables.MENTION;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of comments and followers. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CommentRows {

    private final DSLContext sql;
    private final Directory directory;

    CommentRows(DSLContext sql, Directory directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** The newest first, deleted ones included. */
    List<Comment> newest(RecordRef about, @Nullable Instant before, int limit) {
        var since = before == null ? DSL.noCondition() : COMMENT.WRITTEN_AT.lt(before);
        return comments(COMMENT.RECORD_ID.eq(about.id()).and(COMMENT.RECORD_KIND.eq(about.kind())).and(since), limit);
    }

    Optional<Comment> find(UUID id) {
        return comments(COMMENT.ID.eq(id), 1).stream().findFirst();
    }

    private List<Comment> comments(Condition which, int limit) {
        var rows = sql.selectFrom(COMMENT).where(which).orderBy(COMMENT.WRITTEN_AT.desc(), COMMENT.ID.desc()).limit(limit).fetch();
        var mentioned = mentioned(rows.getValues(COMMENT.ID));
        return rows.map(row -> new Comment(
                row.getId(),
                new RecordRef(row.getRecordKind(), row.getRecordId()),
                new MemberId(row.getAuthor()),
                row.getAuthorName(),
                row.getWords(),
                row.getWrittenAt(),
                row.getEditedAt(),
                row.getDeletedAt(),
                mentioned.getOrDefault(row.getId(), Map.of())));
    }

    private Map<UUID, Map<String, String>> mentioned(List<UUID> comments) {
        var rows = sql.selectFrom(MENTION).where(MENTION.COMMENT.in(comments)).fetch();
        var people = directory.people(rows.map(row -> new MemberId(row.getMember())));
        var mentioned = new HashMap<UUID, Map<String, String>>();
        rows.forEach(row -> {
            var person = people.get(new MemberId(row.getMember()));
            if (person != null) {
                mentioned.computeIfAbsent(row.getComment(), _ -> new HashMap<>()).put(row.getHandle(), person.name());
            }
        });
        return mentioned;
    }

    void insert(Comment comment) {
        sql.insertInto(COMMENT)
                .set(COMMENT.ID, comment.id())
                .set(COMMENT.RECORD_KIND, comment.about().kind())
                .set(COMMENT.RECORD_ID, comment.about().id())
                .set(COMMENT.AUTHOR, comment.author().value())
                .set(COMMENT.AUTHOR_NAME, comment.authorName())
                .set(COMMENT.WORDS, comment.words())
                .set(COMMENT.WRITTEN_AT, comment.writtenAt())
                .execute();
    }

    /** Replaces the words and keeps the old ones; null deletes. */
    void replace(Comment comment, @Nullable String words, Instant now) {
        sql.insertInto(COMMENT_VERSION)
                .set(COMMENT_VERSION.COMMENT, comment.id())
                .set(COMMENT_VERSION.WORDS, comment.words())
                .set(COMMENT_VERSION.REPLACED_AT, now)
                .onConflictDoNothing()
                .execute();
        sql.update(COMMENT)
                .set(COMMENT.WORDS, words == null ? comment.words() : words)
                .set(words == null ? COMMENT.DELETED_AT : COMMENT.EDITED_AT, now)
                .where(COMMENT.ID.eq(comment.id()))
                .execute();
    }

    /** Those who were not called in it before. */
    List<MemberId> mention(UUID comment, Map<String, Directory.Person> called) {
        var before = sql.select(MENTION.MEMBER).from(MENTION).where(MENTION.COMMENT.eq(comment)).fetchSet(MENTION.MEMBER);
        called.forEach((handle, person) -> sql.insertInto(MENTION)
                .set(MENTION.COMMENT, comment)
                .set(MENTION.MEMBER, person.id().value())
                .set(MENTION.HANDLE, handle)
                .onConflictDoNothing()
                .execute());
        return called.values().stream()
                .map(Directory.Person::id)
                .filter(member -> !before.contains(member.value()))
                .collect(Collectors.toList());
    }

    void follow(RecordRef about, Collection<MemberId> members, Instant now) {
        for (var member : members) {
            sql.insertInto(FOLLOWER)
                    .set(FOLLOWER.RECORD_KIND, about.kind())
                    .set(FOLLOWER.RECORD_ID, about.id())
                    .set(FOLLOWER.MEMBER, member.value())
                    .set(FOLLOWER.SINCE, now)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    void unfollow(RecordRef about, MemberId member) {
        sql.deleteFrom(FOLLOWER).where(follows(about)).and(FOLLOWER.MEMBER.eq(member.value())).execute();
    }

    List<MemberId> followers(RecordRef about) {
        return sql.select(FOLLOWER.MEMBER).from(FOLLOWER).where(follows(about)).fetch(row -> new MemberId(row.value1()));
    }

    private static Condition follows(RecordRef about) {
        return FOLLOWER.RECORD_ID.eq(about.id()).and(FOLLOWER.RECORD_KIND.eq(about.kind()));
    }
}
