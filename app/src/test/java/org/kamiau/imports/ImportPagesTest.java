package org.kamiau.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
class ImportPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Runs runs;

    @Autowired
    GuestBook guests;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void a_file_is_matched_tried_and_taken_in() {
        var marketer = people.as(Role.MKT);
        var page = upload(marketer, "会社名,氏名,メール\n㈱髙﨑" + mark + ",髙﨑 一郎,a@example.jp\nB,佐藤,mail\n");

        assertThat(mvc.get().uri(page).with(marketer)).hasStatusOk().bodyText().contains("Shift_JIS", "会社名", "氏名(姓と名)", "試してみる");
        assertThat(mvc.post().uri(page + "/trial").with(marketer).param("kind", "guests").param("encoding", "windows-31j")
                        .param("source", "展示会").param("column-1", "company.name").param("column-2", "person.name").param("column-3", "person.email"))
                .hasStatus(303);
        await().atMost(30, SECONDS).until(() -> runs.get(id(page)).state() == Run.State.TRIED);
        assertThat(mvc.get().uri(page).with(marketer)).hasStatusOk().bodyText().contains("1行を取り込む", "形式が正しくありません");

        assertThat(mvc.post().uri(page + "/intake").with(marketer)).hasStatus(303);
        await().atMost(30, SECONDS).until(() -> runs.get(id(page)).state() == Run.State.DONE);
        assertThat(mvc.get().uri(page).with(marketer)).hasStatusOk().bodyText().contains("取り込みの結果", "この取り込みを取り消す");
        assertThat(mvc.get().uri(page + "/progress").with(marketer)).hasStatusOk().headers().hasValue("HX-Refresh", "true");
        assertThat(mvc.get().uri(page + "/refused.csv").with(marketer)).hasStatusOk().bodyText().contains("佐藤", "理由");
        assertThat(guests.count("㈱髙﨑" + mark)).isEqualTo(1);
        assertThat(mvc.get().uri("/imports").with(marketer)).hasStatusOk().bodyText().contains("guests.csv", "完了");

        assertThat(mvc.get().uri("/notifications").with(marketer)).hasStatusOk().bodyText().contains("guests.csv の取り込みが完了しました");

        assertThat(mvc.post().uri(page + "/undo").with(marketer)).hasStatus(303);
        assertThat(guests.count("㈱髙﨑" + mark)).isZero();
    }

    @Test
    void columns_that_are_needed_must_be_matched() {
        var marketer = people.as(Locale.ENGLISH, Role.MKT);
        var page = upload(marketer, "会社名\nA\n");

        assertThat(mvc.post().uri(page + "/trial").with(marketer).param("kind", "guests").param("encoding", "windows-31j").param("column-1", ""))
                .hasStatus(422)
                .bodyText()
                .contains("which is needed");
    }

    @Test
    void contact_details_of_a_file_are_for_whoever_brought_it() {
        var page = upload(people.as(Role.MKT), "会社名,メール\nA,secret@example.jp\n");
        var other = people.as(Role.SALES_HEAD);

        assertThat(mvc.get().uri(page).with(other)).hasStatusOk().bodyText().doesNotContain("secret@example.jp");
        assertThat(mvc.get().uri(page + "/refused.csv").with(other)).hasStatus(403);
        assertThat(mvc.post().uri(page + "/intake").with(other)).hasStatus(403);
        assertThat(mvc.get().uri("/imports").with(people.as(Role.FS))).hasStatus(403);
    }

    @Test
    void what_is_no_table_is_refused_with_a_reason() {
        var marketer = people.as(Locale.ENGLISH, Role.MKT);

        assertThat(mvc.get().uri("/imports/new").with(marketer)).hasStatusOk().bodyText().contains("256 MB");
        assertThat(mvc.post().uri("/imports").multipart().file(new MockMultipartFile("file", "a.csv", "text/csv", new byte[0])).with(marketer))
                .hasStatus(422).bodyText().contains("not empty");
        assertThat(mvc.post().uri("/imports").multipart().file(new MockMultipartFile("file", "a.xlsx", "text/csv", new byte[] {'P', 'K', 3, 4, 9, 9})).with(marketer))
                .hasStatus(422).bodyText().contains("cannot be read");
        assertThat(mvc.get().uri("/imports/" + UUID.randomUUID()).with(marketer)).hasStatus(404);
    }

    private String upload(SamplePeople.Signed who, String text) {
        var file = new MockMultipartFile("file", "guests.csv", "text/csv", text.getBytes(Encoding.WINDOWS_31J));
        var answer = mvc.post().uri("/imports").multipart().file(file).param("kind", "guests").with(who).exchange();
        assertThat(answer).hasStatus(303);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private static Run.Id id(String page) {
        return Run.Id.of(page.substring(page.lastIndexOf('/') + 1));
    }
}
