package org.kamiau.platform.comments;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What one can do with comments; whoever sees a record may read and write on it. */
@Component
@Transactional
public class Comments {

    static final String MENTIONED = "platform.mentioned";
    static final String FOLLOWED = "platform.followed";
    private static final int MOST_SHOWN = 200;

    /** Its 24 hours are over, or it is somebody else's. */
    static final class NotChangeable extends Refusal {
        NotChangeable() {
            super(HttpStatus.CONFLICT, "platform.comments.not-changeable");
        }
    }

    private final CommentRows rows;
    private final RecordKinds records;
    private final Mentions mentions;
    private final Notices notices;
    private final MentionRights rights;
    private final InstantSource clock;

    Comments(CommentRows rows, RecordKinds records, Mentions mentions, Notices notices, MentionRights rights, InstantSource clock) {
        this.rows = rows;
        this.records = records;
        this.mentions = mentions;
        this.notices = notices;
        this.rights = rights;
        this.clock = clock;
    }

    /** The newest first, deleted ones included. */
    @Transactional(readOnly = true)
    public List<Comment> on(RecordRef about, Actor reader) {
        records.visible(about, reader);
        return rows.newest(about, null, MOST_SHOWN);
    }

    /** Of a record that the reader is known to see. */
    @Transactional(readOnly = true)
    List<Comment> before(RecordRef about, @Nullable Instant before, int limit) {
        return rows.newest(about, before, limit);
    }

    /**
     * Says something on a record, which the author follows from then on. Who is called and may see the record
     * is told, and so are its followers.
     */
    public Comment write(RecordRef about, @Nullable String words, Actor author) {
        records.visible(about, author);
        var comment = new Comment(
                Ids.next(), about, author.id(), author.name(), checked(words), clock.instant(), null, null, Map.of());
        rows.insert(comment);
        var called = call(comment, comment.words(), author);
        tellFollowers(about, called, author);
        rows.follow(about, List.of(author.id()), clock.instant());
        return comment;
    }

    private static String checked(@Nullable String words) {
        if (words == null || words.isBlank()) {
            throw new Invalid("words", "platform.comments.empty");
        }
        if (words.codePointCount(0, words.length()) > Comment.LONGEST) {
            throw new Invalid("words", "platform.comments.too-long", Comment.LONGEST);
        }
        if (!Characters.printable(words)) {
            throw new Invalid("words", "platform.invalid.control");
        }
        return words.strip();
    }

    private Collection<MemberId> call(Comment comment, String words, Actor author) {
        var called = mentions.in(words);
        called.values().removeIf(person -> !rights.sees(person, comment.about()));
        var fresh = rows.mention(comment.id(), called);
        notices.send(fresh, Notice.of(MENTIONED, comment.about(), author, "platform.comments.told-mention", excerpt(words)));
        rows.follow(comment.about(), fresh, clock.instant());
        return fresh;
    }

    private void tellFollowers(RecordRef about, Collection<MemberId> called, Actor author) {
        var followers = new ArrayList<>(rows.followers(about));
        followers.removeAll(called);
        followers.removeIf(member -> !rights.sees(member, about));
        notices.send(followers, Notice.of(FOLLOWED, about, author, "platform.comments.told-follower"));
    }

    private static String excerpt(String words) {
        return words.codePointCount(0, words.length()) <= 80 ? words : words.substring(0, words.offsetByCodePoints(0, 80)) + "…";
    }

    /** Raises {@link NotChangeable} after 24 hours and for everybody but the author. */
    public Comment edit(UUID id, @Nullable String words, Actor author) {
        var comment = mine(id, author);
        var checked = checked(words);
        if (!checked.equals(comment.words())) {
            rows.replace(comment, checked, clock.instant());
            call(comment, checked, author);
        }
        return comment;
    }

    /** Raises {@link NotChangeable} after 24 hours and for everybody but the author. */
    public Comment delete(UUID id, Actor author) {
        var comment = mine(id, author);
        rows.replace(comment, null, clock.instant());
        return comment;
    }

    private Comment mine(UUID id, Actor author) {
        var comment = rows.find(id).orElseThrow(Refusal.NotFound::new);
        records.visible(comment.about(), author);
        if (!comment.changeable(author, clock.instant())) {
            throw new NotChangeable();
        }
        return comment;
    }

    /** From now on the member is told what is said on the record. */
    public void follow(RecordRef about, Actor member) {
        records.visible(about, member);
        rows.follow(about, List.of(member.id()), clock.instant());
    }

    public void unfollow(RecordRef about, Actor member) {
        rows.unfollow(about, member.id());
    }

    @Transactional(readOnly = true)
    public boolean follows(RecordRef about, Actor member) {
        return rows.followers(about).contains(member.id());
    }
}
