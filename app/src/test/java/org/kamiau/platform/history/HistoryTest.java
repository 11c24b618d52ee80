package org.kamiau.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Folders;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Import(Folders.class)
@Transactional
class HistoryTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Audit audit;

    @Autowired
    SamplePeople people;

    private RecordRef changed(SamplePeople.Signed by) {
        var folder = Folders.open();
        audit.record(by.actor(), Change.of(
                folder.kind(), folder.id(), "filed",
                Map.of("phone", "052-111-2222", "dueAt", "2026-11-24T00:22:00Z", "ownerId", by.id().toString()),
                Map.of("phone", "052-333-4444", "dueAt", "2026-11-25T00:22:00Z", "ownerId", ""),
                "moved house"));
        return folder;
    }

    private static String address(RecordRef folder) {
        return "/history/" + folder.kind() + "/" + folder.id();
    }

    @Test
    void a_change_shows_who_what_before_after_and_why() {
        var is = people.as(Locale.ENGLISH, Role.IS);
        var folder = changed(is);

        assertThat(mvc.get().uri(address(folder)).with(is))
                .hasStatusOk()
                .bodyText()
                .contains(
                        is.actor().name(), "<del>052-111-2222</del>", "<ins>052-333-4444</ins>", "Reason: moved house",
                        "due at", "24 Nov 2026 9:22", "<del>" + is.actor().name() + "</del>");
    }

    @Test
    void contact_details_are_hidden_from_those_who_may_not_see_them() {
        var folder = changed(people.as(Role.IS));

        assertThat(mvc.get().uri(address(folder)).with(people.as(Role.MKT)))
                .bodyText()
                .contains("<ins>•••</ins>", "理由: moved house")
                .doesNotContain("052-");
    }

    @Test
    void the_history_of_a_record_one_may_not_see_is_not_there() {
        assertThat(mvc.get().uri(address(Folders.secret())).with(people.as(Role.FS))).hasStatus(404);
        assertThat(mvc.get().uri("/history/nothing/{id}", UUID.randomUUID()).with(people.as(Role.EXEC))).hasStatus(404);
    }

    @Test
    void comments_stand_on_the_timeline() {
        var fs = people.as(Locale.ENGLISH, Role.FS);
        var folder = Folders.open();
        mvc.post().uri("/comments/{kind}/{id}", folder.kind(), folder.id()).with(fs).param("words", "Say it").exchange();

        assertThat(mvc.get().uri("/timeline/{kind}/{id}", folder.kind(), folder.id()).with(fs))
                .hasStatusOk()
                .bodyText()
                .contains(fs.actor().name() + " commented", "Say it");
    }
}
