package org.kamiau.needs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KamiauTest
class DocumentPagesTest {

    private static final String MINUTES = "弊社:記録はどうしていますか\n森本様:坑内は無線が切れて、紙に戻ってしまいます\n森本様:はい\n弊社:ありがとうございます\n";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleVoices sample;

    @Autowired
    ApplicationClock clock;

    private SamplePeople.Signed seller;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        seller = people.as(Role.FS);
    }

    private MvcTestResult send(String path, String... parameters) {
        var sent = mvc.post().uri("/voices/documents" + path).with(seller);
        for (int i = 0; i < parameters.length; i += 2) {
            sent = sent.param(parameters[i], parameters[i + 1]);
        }
        return sent.exchange();
    }

    @Test
    void minutes_become_voices_of_the_customer_with_what_we_had_asked() throws Exception {
        var need = sample.need("電波の届かない坑内でも記録したい", "無線が切れる");
        var account = sample.account();
        var key = UUID.randomUUID().toString();

        var review = send("/cut", "account", account.toString(), "kind", "minutes", "text", MINUTES);

        assertThat(review).hasStatusOk();
        var page = review.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("name=\"ours\" value=\"弊社\" checked", "name=\"take\" value=\"1\" checked", "電波の届かない坑内でも記録したい");
        assertThat(page).contains("name=\"take\" value=\"2\"").doesNotContain("name=\"take\" value=\"2\" checked", "name=\"take\" value=\"0\"");

        var saved = send(
                "", "key", key, "account", account.toString(), "kind", "minutes", "title", "定例", "text", MINUTES, "sided", "true", "ours", "弊社",
                "take", "1", "need", "1:" + need);

        assertThat(saved).hasStatus(HttpStatus.FOUND);
        assertThat(requireNonNull(saved.getResponse().getRedirectedUrl())).isEqualTo("/voices/documents/" + key);
        var document = mvc.get().uri("/voices/documents/{id}", key).with(seller).exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(document).contains("坑内は無線が切れて、紙に戻ってしまいます", "定例", "1件の声");
        var id = document.replaceAll("(?s).*href=\"/voices/([0-9a-f]{8}-[0-9a-f-]{27})\".*", "$1");
        assertThat(sample.find(id).asked()).isEqualTo("記録はどうしていますか");
        assertThat(sample.decided(id, true)).containsExactly(need);
        assertThat(mvc.get().uri("/voices/{id}", id).with(seller)).bodyText().contains("記録はどうしていますか", "定例");
    }

    @Test
    void saving_twice_keeps_it_once() {
        var account = sample.account();
        var key = UUID.randomUUID().toString();
        String[] form = {"key", key, "account", account.toString(), "kind", "transcript", "text", MINUTES, "sided", "true", "ours", "弊社", "take", "1"};

        assertThat(send("", form)).hasStatus(HttpStatus.FOUND);
        assertThat(send("", form)).hasStatus(HttpStatus.FOUND);

        assertThat(mvc.get().uri("/voices/documents/{id}", key).with(seller)).bodyText().contains("1件の声");
    }

    @Test
    void bad_texts_are_named_and_nothing_is_kept() {
        var account = sample.account().toString();

        assertThat(send("/cut", "kind", "minutes", "text", MINUTES)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("誰の声かが必要です", "坑内は");
        assertThat(send("/cut", "account", account, "text", "\u3000")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(send("/cut", "account", account, "text", "長".repeat(100_001))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("100,000文字まで");
        assertThat(send("/cut", "account", account, "text", "・声\n".repeat(501))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("500行まで");
        assertThat(send("", "account", account, "text", MINUTES)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("残す行が選ばれていません");
        assertThat(send("", "account", account, "text", MINUTES, "take", "1", "day", "2027-01-01"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("未来の日時です");
        assertThat(send("/cut", "account", account, "text", "👍🏽👨‍👩‍👧\nOffline でも it's fine です\nمرحبا")).hasStatusOk();
        assertThat(mvc.get().uri("/voices/documents/{id}", UUID.randomUUID()).with(seller)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult brought(String name, byte[] file) {
        return mvc.post().uri("/voices/documents/cut").multipart().file(new MockMultipartFile("file", name, null, file)).with(seller)
                .param("account", sample.account().toString()).param("kind", "minutes").exchange();
    }

    @Test
    void a_mail_is_brought_as_the_file_it_was_saved_in() {
        var mail = "From: Morimoto <morimoto@example.co.jp>\r\nSubject: Records\r\nDate: Fri, 20 Nov 2026 10:00:00 +0900\r\n"
                + "Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n①坑内は無線が切れて、紙に戻ってしまいます\r\n";

        assertThat(brought("inquiry.EML", mail.getBytes(Charset.forName("x-windows-iso2022jp")))).hasStatusOk().bodyText()
                .contains("①坑内は無線が切れて", "Morimoto", "name=\"title\" value=\"Records\"", "name=\"day\" value=\"2026-11-20\"", "name=\"kind\" value=\"mails\"");
        assertThat(brought("broken.eml", new byte[] {0, 1, 2})).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("メールとして読めないファイルです");
        assertThat(brought("big.eml", new byte[InquiryMail.LONGEST + 1])).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("メールは10MBまでです");
    }
}
