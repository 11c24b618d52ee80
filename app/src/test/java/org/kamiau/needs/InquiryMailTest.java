package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.kamiau.platform.Invalid;

class InquiryMailTest {

    private static final Charset JAPANESE_MAIL = Charset.forName("x-windows-iso2022jp");

    private static byte[] mail(Charset charset, String... lines) {
        return String.join("\r\n", lines).getBytes(charset);
    }

    private static String encoded(String words) {
        return "=?ISO-2022-JP?B?" + Base64.getEncoder().encodeToString(words.getBytes(JAPANESE_MAIL)) + "?=";
    }

    @Test
    void a_japanese_mail_says_who_wrote_when_about_what() {
        var mail = InquiryMail.read(mail(
                JAPANESE_MAIL, "From: " + encoded("森本 恵") + " <morimoto@example.co.jp>", "Subject: " + encoded("記録の件"),
                "Date: Fri, 20 Nov 2026 23:30:00 +0900", "MIME-Version: 1.0", "Content-Type: text/plain; charset=ISO-2022-JP",
                "Content-Transfer-Encoding: 7bit", "", "①坑内は無線が切れて、紙に戻ってしまいます。㈱浅凪の髙橋さんにも話しました。"));

        assertThat(mail.from()).isEqualTo("森本 恵");
        assertThat(mail.subject()).isEqualTo("記録の件");
        assertThat(mail.sent()).isEqualTo("2026-11-20");
        assertThat(mail.text()).isEqualTo("①坑内は無線が切れて、紙に戻ってしまいます。㈱浅凪の髙橋さんにも話しました。");
        assertThat(Conversation.of(Document.Kind.MAILS, mail.conversation()).lines()).allMatch(line -> "森本 恵".equals(line.speaker()));
    }

    @Test
    void of_a_mail_with_parts_its_own_plain_words_are_read_and_attachments_are_left() {
        var mail = InquiryMail.read(mail(
                StandardCharsets.UTF_8, "From: a@example.jp", "Subject: x", "Content-Type: multipart/mixed; boundary=out", "", "--out",
                "Content-Type: multipart/alternative; boundary=in", "", "--in", "Content-Type: text/html; charset=utf-8", "", "<p>別の言い方</p>", "--in",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
                Base64.getEncoder().encodeToString("一日で済ませたい".getBytes(StandardCharsets.UTF_8)), "--in--", "--out",
                "Content-Type: text/plain; name=secret.txt", "Content-Disposition: attachment; filename=secret.txt", "", "添付の中身", "--out", "Content-Type: application/pdf",
                "", "%PDF", "--out--"));

        assertThat(mail.text()).isEqualTo("一日で済ませたい");
        assertThat(mail.from()).isEqualTo("a@example.jp");
        assertThat(mail.sent()).isNull();
    }

    @Test
    void a_mail_that_is_only_a_page_becomes_its_words() {
        var mail = InquiryMail.read(mail(
                Charset.forName("windows-31j"), "From: a@example.jp", "Content-Type: text/html; charset=Shift_JIS", "",
                "<html><head><style>p{color:red}</style></head><body><p>記録&amp;監査</p><script>alert('①')</script>困って<br>いる</body></html>"));

        assertThat(mail.text()).isEqualTo("記録&監査\n困って\nいる");
    }

    @Test
    void an_unknown_or_missing_charset_is_read_as_well_as_it_can_be() {
        assertThat(InquiryMail.read(mail(StandardCharsets.UTF_8, "Subject: x", "", "話しました")).text()).isEqualTo("話しました");
        assertThat(InquiryMail.read(mail(Charset.forName("windows-31j"), "Subject: x", "Content-Type: text/plain; charset=x-nobody", "", "話しました")).text())
                .isEqualTo("話しました");
    }

    @Test
    void what_is_no_mail_too_long_or_without_words_is_refused() {
        var picture = new ByteArrayOutputStream();
        picture.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3, 13, 10, 13, 10});

        assertThatThrownBy(() -> InquiryMail.read(picture.toByteArray())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> InquiryMail.read(new byte[0])).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> InquiryMail.read(new byte[InquiryMail.LONGEST + 1])).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> InquiryMail.read(mail(StandardCharsets.UTF_8, "Subject: x", "Content-Type: application/pdf", "", "%PDF"))).isInstanceOf(Invalid.class);
    }

    @Test
    void parts_within_parts_without_end_do_no_harm() {
        var deep = new StringBuilder("Subject: x\r\n");
        for (int i = 0; i < 500; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
        }
        deep.append("Content-Type: text/plain\r\n\r\nいちばん奥\r\n");

        assertThatThrownBy(() -> InquiryMail.read(deep.toString().getBytes(StandardCharsets.UTF_8))).isInstanceOf(Invalid.class);
    }
}
