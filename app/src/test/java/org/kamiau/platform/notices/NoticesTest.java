package org.kamiau.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Folders;
import org.kamiau.platform.Role;
import org.kamiau.platform.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Import(Folders.class)
@Transactional
class NoticesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Notices notices;

    @Autowired
    SamplePeople people;

    private static final String CALLED = "platform.comments.told-mention";

    @Test
    void a_notice_is_read_in_the_readers_language() {
        var fs = people.as(Locale.ENGLISH, Role.FS);
        var marketer = people.as(Role.MKT);
        var folder = Folders.open();

        notices.send(List.of(fs.id()), Notice.of("platform.mentioned", folder, marketer.actor(), CALLED, "see <b>"));

        assertThat(notices.unread(fs.actor())).isEqualTo(1);
        assertThat(mvc.get().uri("/notifications").with(fs))
                .hasStatusOk()
                .bodyText()
                .contains(marketer.actor().name() + " called you on Folder " + folder.id(), "see &lt;b&gt;", "is-unread");
    }

    @Test
    void nobody_is_told_what_they_did_themselves_or_do_not_want_to_know() {
        var fs = people.as(Role.FS);
        var marketer = people.as(Role.MKT);
        assertThat(mvc.post().uri("/notifications/kinds").with(fs).param("told", "platform.followed")).hasStatus(303);

        notices.send(List.of(fs.id(), marketer.id()), Notice.of("platform.mentioned", Folders.open(), marketer.actor(), CALLED, "x"));

        assertThat(notices.unread(fs.actor())).isZero();
        assertThat(notices.unread(marketer.actor())).isZero();
    }

    @Test
    void what_belongs_together_stands_as_one_and_opening_reads_it() {
        var fs = people.as(Locale.ENGLISH, Role.FS);
        var marketer = people.as(Role.MKT);
        var folder = Folders.open();
        for (int i = 0; i < 3; i++) {
            notices.send(List.of(fs.id()), Notice.of("platform.mentioned", folder, marketer.actor(), CALLED, i));
        }
        assertThat(mvc.get().uri("/notifications").with(fs)).bodyText().contains("2 more like this");
        var newest = notices.newest(fs.actor(), null, 1).getFirst();

        assertThat(mvc.get().uri("/notifications/{id}", newest.id()).with(fs))
                .hasStatus(303)
                .hasHeader("Location", "/test-folders/" + folder.id());

        assertThat(notices.unread(fs.actor())).isZero();
    }

    @Test
    void somebody_elses_notice_is_not_there() {
        var fs = people.as(Role.FS);
        notices.send(List.of(fs.id()), Notice.of("platform.mentioned", Folders.open(), people.as(Role.MKT).actor(), CALLED, "x"));
        var notice = notices.newest(fs.actor(), null, 1).getFirst();

        assertThat(mvc.get().uri("/notifications/{id}", notice.id()).with(people.as(Role.EXEC))).hasStatus(404);

        assertThat(notices.unread(fs.actor())).isEqualTo(1);
    }

    @Test
    void moments_and_words_among_the_arguments_are_said_in_the_readers_language() {
        var fs = people.as(Role.FS);
        var when = Instant.parse("2026-11-24T00:22:00Z");

        notices.send(List.of(fs.id()), Notice.of("platform.mentioned", Folders.open(), people.as(Role.MKT).actor(), CALLED, when));
        notices.send(
                List.of(fs.id()),
                Notice.of("platform.mentioned", Folders.open(), people.as(Role.MKT).actor(), CALLED, new Words("platform.side.sales")));

        assertThat(mvc.get().uri("/notifications").with(fs)).bodyText().contains("呼んでいます: 2026/11/24(火) 9:22", "呼んでいます: 営業");
    }

    @Test
    void all_can_be_read_at_once_and_the_bell_says_so() {
        var fs = people.as(Locale.ENGLISH, Role.FS);
        notices.send(List.of(fs.id()), Notice.of("platform.mentioned", Folders.open(), people.as(Role.MKT).actor(), CALLED, "x"));
        assertThat(mvc.get().uri("/notifications/bell").with(fs)).bodyText().contains("1 unread");

        assertThat(mvc.post().uri("/notifications/read").with(fs)).hasStatus(303);

        assertThat(mvc.get().uri("/notifications/bell").with(fs)).bodyText().doesNotContain("unread");
    }
}
