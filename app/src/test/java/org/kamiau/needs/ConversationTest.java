package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kamiau.needs.Conversation.Line;

class ConversationTest {

    private static Conversation cut(Document.Kind kind, String text) {
        return Conversation.of(kind, text);
    }

    @Test
    void minutes_are_cut_by_speaker_and_bullet_and_say_nothing_about_themselves() {
        var said = cut(Document.Kind.MINUTES, """
                議事録
                日時:2026年11月20日 10:00
                出席者:森本様、FS-1
                ■ 現状
                ・森本様:山の現場は電波が入らない
                ・FS-1: どうやって記録していますか
                森本様「紙に書いて、帰ってから転記です」
                ・電池の持ち:半日しかもたない
                1. 次は12月に打合せ
                """);

        assertThat(said.lines()).contains(
                new Line("森本様", "山の現場は電波が入らない"), new Line("FS-1", "どうやって記録していますか"), new Line("森本様", "紙に書いて、帰ってから転記です"));
        assertThat(said.lines()).extracting(Line::text).contains("電池の持ち:半日しかもたない", "次は12月に打合せ").noneMatch(text -> text.contains("2026年"));
        assertThat(said.lines()).contains(new Line(null, "電池の持ち:半日しかもたない"));
        assertThat(said.speakers()).containsExactly("森本様", "FS-1");
    }

    @Test
    void a_transcript_goes_on_over_lines_until_somebody_else_speaks() {
        var said = cut(Document.Kind.TRANSCRIPT, """
                田中 太郎 00:01:05
                今日はありがとうございます。
                現場の記録はどうされていますか。

                森本 和也 00:01:20
                紙です。
                月末に2日かかります。
                """);

        assertThat(said.lines()).containsExactly(
                new Line("田中 太郎", "今日はありがとうございます。現場の記録はどうされていますか。"), new Line("森本 和也", "紙です。月末に2日かかります。"));
    }

    @Test
    void subtitles_lose_their_times_and_keep_their_voices() {
        var said = cut(Document.Kind.TRANSCRIPT, """
                WEBVTT

                1
                00:00:01.000 --> 00:00:04.000
                <v 田中>困りごとはありますか</v>

                2
                00:00:04.500 --> 00:00:07.000
                <v 森本>写真が散らばって</v>

                3
                00:00:07.000 --> 00:00:09.000
                <v 森本>検査のときに困るんです</v>
                """);

        assertThat(said.lines()).containsExactly(new Line("田中", "困りごとはありますか"), new Line("森本", "写真が散らばって検査のときに困るんです"));
    }

    @Test
    void mails_lose_greetings_quotes_and_signatures() {
        var said = cut(Document.Kind.MAILS, """
                差出人: 森本 和也 <morimoto@example.com>
                件名: ご相談
                検証株式会社 田中様
                お世話になっております。

                山の現場で電波が入らないのですが、
                それでも記録できますか。

                来月までに決めたいです。
                よろしくお願いいたします。
                ----------
                森本 和也
                工事部

                From: 田中 <tanaka@example.jp>
                お世話になっております。
                はい、圏外でも使えます。
                > 山の現場で電波が入らないのですが、
                """);

        assertThat(said.lines()).containsExactly(
                new Line("森本 和也", "山の現場で電波が入らないのですが、それでも記録できますか。"), new Line("森本 和也", "来月までに決めたいです。"),
                new Line("田中", "はい、圏外でも使えます。"));
    }

    @Test
    void free_answers_are_a_line_each_and_long_turns_are_parted_at_sentences() {
        assertThat(cut(Document.Kind.SURVEY, "1. 安くしてほしい\n\n・操作が難しい:文字が小さい\n 　\n").lines())
                .containsExactly(new Line(null, "安くしてほしい"), new Line(null, "操作が難しい:文字が小さい"));
        var turn = "現場で使う人のことを考えてほしいと何度も言われます。".repeat(40);
        assertThat(cut(Document.Kind.TRANSCRIPT, "森本様:" + turn).lines())
                .allSatisfy(line -> assertThat(line.text().length()).isLessThanOrEqualTo(400))
                .allSatisfy(line -> assertThat(line.speaker()).isEqualTo("森本様"))
                .extracting(Line::text).satisfies(parts -> assertThat(String.join("", parts)).isEqualTo(turn));
    }

    @Test
    void nothing_is_cut_out_of_nothing_and_hostile_texts_end() {
        assertThat(cut(Document.Kind.MINUTES, " \n\u3000\n").lines()).isEmpty();
        assertThat(cut(Document.Kind.MINUTES, "a".repeat(100_000)).lines()).isNotEmpty();
        assertThat(cut(Document.Kind.MAILS, "株式会社".repeat(25_000)).lines()).hasSizeLessThanOrEqualTo(1);
        assertThat(cut(Document.Kind.TRANSCRIPT, "00:00:00 ".repeat(11_000)).lines()).isNotEmpty();
    }
}
