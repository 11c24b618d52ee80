package org.kamiau.platform.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Folders;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.notices.Notices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Import(Folders.class)
@Transactional
class CommentsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Comments comments;

    @Autowired
    Notices notices;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DSLContext sql;

    @AfterEach
    void backToTheMorning() {
        clock.set(FixedClock.STORY_MORNING);
    }

    private static String address(RecordRef folder) {
        return "/comments/" + folder.kind() + "/" + folder.id();
    }

    private static String handle(SamplePeople.Signed member) {
        return member.actor().mail().replaceFirst("@.*", "");
    }

    @Test
    void a_comment_is_seen_by_who_sees_the_record() {
        var fs = people.as(Locale.ENGLISH, Role.FS);
        var folder = Folders.open();

        assertThat(mvc.post().uri(address(folder)).with(fs).param("words", "Call <them>\nfirst"))
                .hasStatus(303)
                .hasHeader("Location", "/test-folders/" + folder.id());

        assertThat(mvc.get().uri(address(folder)).with(people.as(Locale.ENGLISH, Role.MKT)))
                .hasStatusOk()
                .bodyText()
                .contains("Call &lt;them&gt;\nfirst", fs.actor().name(), "1 comment");
    }

    @Test
    void a_record_that_one_may_not_see_has_no_comments_for_one() {
        var secret = Folders.secret();
        var fs = people.as(Role.FS);

        assertThat(mvc.get().uri(address(secret)).with(fs)).hasStatus(404);
        assertThat(mvc.post().uri(address(secret)).with(fs).param("words", "x")).hasStatus(404);
    }

    @Test
    void who_is_called_is_told_if_they_may_see_the_record() {
        var fs = people.as(Role.FS);
        var exec = people.as(Role.EXEC);
        var secret = Folders.secret();

        comments.write(Folders.open(), "@" + handle(fs) + " 確認をお願いします", exec.actor());
        comments.write(secret, "@" + handle(fs) + " secret", exec.actor());

        assertThat(notices.unread(fs.actor())).isEqualTo(1);
    }

    @Test
    void a_call_is_shown_with_the_name() {
        var fs = people.as(Role.FS);
        var exec = people.as(Role.EXEC);
        var folder = Folders.open();
        comments.write(folder, "@" + handle(fs) + "、@nobody-at-all", exec.actor());

        var parts = comments.on(folder, exec.actor()).getFirst().parts();

        assertThat(parts).contains(new Comment.Part("@" + handle(fs), fs.actor().name()));
        assertThat(parts).contains(new Comment.Part("、@nobody-at-all", null));
    }

    @Test
    void followers_are_told_and_authors_follow() {
        var fs = people.as(Role.FS);
        var marketer = people.as(Role.MKT);
        var folder = Folders.open();
        comments.write(folder, "first", fs.actor());

        comments.write(folder, "second", marketer.actor());
        assertThat(notices.unread(fs.actor())).isEqualTo(1);
        assertThat(mvc.post().uri("/followers/{kind}/{id}", folder.kind(), folder.id()).with(fs).param("follow", "false")).hasStatus(303);
        comments.write(folder, "third", marketer.actor());

        assertThat(notices.unread(fs.actor())).isEqualTo(1);
        assertThat(comments.follows(folder, fs.actor())).isFalse();
    }

    @Test
    void too_tooLonga_text_is_refused_and_not_lost() {
        var fs = people.as(Locale.ENGLISH, Role.FS);
        var tooLong = "あ".repeat(10_001);

        assertThat(mvc.post().uri(address(Folders.open())).with(fs).header("HX-Request", "true").param("words", tooLong))
                .hasStatus(422)
                .bodyText()
                .contains(tooLong, "A comment has up to 10,000 characters.");
    }

    @Test
    void an_edited_comment_keeps_what_it_said_before() {
        var fs = people.as(Locale.ENGLISH, Role.FS);
        var folder = Folders.open();
        var comment = comments.write(folder, "before", fs.actor());

        assertThat(mvc.post()
                        .uri("/comments/{id}/words", comment.id())
                        .with(fs)
                        .header("HX-Request", "true")
                        .param("kind", folder.kind())
                        .param("id", folder.id().toString())
                        .param("words", "after"))
                .hasStatusOk()
                .bodyText()
                .contains("after", "edited")
                .doesNotContain("before");

        assertThat(sql.fetchValue("select words from platform.comment_version where comment = {0}", comment.id())).isEqualTo("before");
    }

    @Test
    void a_deleted_comment_is_gone_for_readers_only() {
        var fs = people.as(Locale.ENGLISH, Role.FS);
        var folder = Folders.open();
        var comment = comments.write(folder, "a slip", fs.actor());

        assertThat(mvc.post().uri("/comments/{id}/deletion", comment.id()).with(fs)).hasStatus(303);

        assertThat(mvc.get().uri(address(folder)).with(fs)).bodyText().contains("deleted by its author").doesNotContain("a slip");
        assertThat(sql.fetchValue("select words from platform.comment_version where comment = {0}", comment.id())).isEqualTo("a slip");
    }

    @Test
    void after_24_hours_and_for_others_a_comment_stands() {
        var fs = people.as(Role.FS);
        var comment = comments.write(Folders.open(), "words", fs.actor());

        assertThatThrownBy(() -> comments.edit(comment.id(), "mine", people.as(Role.ADMIN).actor())).isInstanceOf(Refusal.class);
        clock.set(FixedClock.STORY_MORNING.plus(Duration.ofHours(24)));
        assertThatThrownBy(() -> comments.delete(comment.id(), fs.actor())).isInstanceOf(Comments.NotChangeable.class);
    }

    @Test
    void members_are_offered_by_the_beginning_of_their_name() {
        var fs = people.as(Role.FS);

        assertThat(mvc.get().uri("/members/mentions").param("q", handle(fs)).with(fs))
                .hasStatusOk()
                .bodyText()
                .contains("data-mention=\"" + handle(fs) + "\"");
        assertThat(mvc.get().uri("/members/mentions").param("q", "").with(fs)).hasStatusOk();
    }
}
