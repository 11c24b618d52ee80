package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "検証建設様は帳票を統一した|検証建設様",
        "田中さんが旗を振った|田中",
        "株式会社ひなげしでは紙をやめた|株式会社ひなげし",
        "ひなげし㈱では紙をやめた|ひなげし(株)",
        "愛知県の現場から始めた|愛知県",
        "大阪の倉庫から始めた|大阪",
        "名古屋の工場で試した|名古屋",
        "年間1,200万円を減らした|万円",
        "費用は¥350000だった|350000",
        "三百万円の予算を取った|三百万円",
        "従業員12,500人で使っている|12,500",
        "窓口は info@hinageshi.example|info@hinageshi.example",
        "電話 03-1234-5678 に聞いた|03-1234-5678",
        "手順は https://hinageshi.example/safety にある|https://",
        "Hinageshi Inc turned records into forms|hinageshi inc",
        "Mr Tanaka turned records into forms|mr tanaka",
        "They saved $12,000 a year|$12,000",
        "トヨタと同じ進め方にした|トヨタ",
        "They learned it from Hinageshi|Hinageshi",
        "Sites in Osaka began|Osaka"})
    void words_that_say_who_is_meant_are_found(String text, String telling) {
        assertThat(Identifying.in(text)).anySatisfy(word -> assertThat(word).containsIgnoringCase(telling));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "点検の記録を現場でそのまま帳票にしている会社が多い",
        "協力会社の皆さんにもスマートフォンで入力してもらっている",
        "お客様への提出は月に一度、PDFで出している",
        "まず2つの現場で3か月試し、それから全社に広げた",
        "仕様書の様式を同じものにそろえ、監査の前の手間を半分にした",
        "夏の暑さ対策と同じ画面で、WBGTの値も残している",
        "Excelの表をやめて、サイトとアプリにした",
        "On a Friday many export an Excel sheet as PDF",
        "Many turn the record into a form on the spot",
        "Two sites tried it for three months before all others followed"})
    void what_several_do_names_nobody(String text) {
        assertThat(Identifying.in(text)).isEmpty();
    }
}
