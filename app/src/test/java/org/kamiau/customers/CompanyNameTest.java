package org.kamiau.customers;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "株式会社朝凪建設", "朝凪建設株式会社", "㈱朝凪建設", "(株)朝凪建設", "（株）朝凪建設", "朝凪建設㈱", "朝凪建設(株", "朝凪 建設　株式会社",
                "㍿朝凪建設", "㊑朝凪建設", "朝凪・建設", "有限会社朝凪建設", "㈲朝凪建設", "合同会社朝凪建設", "(同)朝凪建設", "朝凪建設合資会社",
                "合名会社 朝凪建設", "一般社団法人朝凪建設", "（一社）朝凪建設", "公益財団法人朝凪建設", "医療法人社団朝凪建設", "学校法人朝凪建設",
                "独立行政法人朝凪建設", "朝凪株式会社建設", "「朝凪建設」", "朝凪建設 Co., Ltd.", "朝凪建設 K.K.", "朝凪建設🎌", "株式會社朝凪建設"
            })
    void the_legal_form_spaces_and_symbols_do_not_matter(String spelling) {
        assertThat(CompanyName.key(spelling)).isEqualTo("朝凪建設");
    }

    @ParameterizedTest
    @CsvSource({
        "㈱髙﨑商店, 株式会社高崎商店",
        "渡邊工業, 渡辺工業",
        "齋藤製作所, 斎藤製作所",
        "𠮷野家, 吉野家",
        "國際電氣, 国際電氣",
        "佐々木運輸, 佐佐木運輸",
        "ﾅｷﾞﾓﾆﾀｰ, ナギモニター",
        "キ゛ヤマート, ギャマート",
        "キヤノン, キャノン",
        "サ−ビス, サービス",
        "サ-ビス, サービス",
        "サ―ビス, サービス",
        "ｻｰﾋﾞｽ, サービス",
        "①番館, 1番館",
        "ＡＢＣ, abc",
        "A.B.C. Inc., ABC",
        "The Foo Company Limited, the foo",
        "'Foo Co.,Ltd.', foo",
        "Kabushiki Kaisha Foo, foo",
        "カ)アサナギ, アサナギ",
        "アサナギ(カ, アサナギ",
        "ＮＰＯ法人みなと, みなと",
        "日本工業株式会社 東京支店, 日本工業東京支店"
    })
    void two_spellings_of_one_name_share_a_key(String one, String other) {
        assertThat(CompanyName.key(one)).isEqualTo(CompanyName.key(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "さくら, サクラ",
        "ビル, ビール",
        "第一工業, 第二工業",
        "Coデザイン, デザイン",
        "SA Design, Design",
        "株木建設, 木建設",
        "がぎ, かき"
    })
    void names_that_differ_keep_different_keys(String one, String other) {
        assertThat(CompanyName.key(one)).isNotEqualTo(CompanyName.key(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "株式会社", "(株)", "🎌🎌", "  ", "---", "\0"})
    void a_name_of_nothing_but_form_and_symbols_has_no_key(String name) {
        assertThat(CompanyName.key(name)).isEmpty();
    }

    @Test
    void a_combining_character_makes_the_same_name() {
        assertThat(CompanyName.key("カ\u3099ス")).isEqualTo(CompanyName.key("ガス"));
        assertThat(CompanyName.key("cafe\u0301")).isEqualTo(CompanyName.key("Café"));
    }

    @Test
    void control_characters_vanish() {
        assertThat(CompanyName.key("朝\0凪\u200B建設")).isEqualTo("朝凪建設");
    }

    @ParameterizedTest
    @ValueSource(strings = {"株", "株式会社", "(", "カ)", "co ", "a\u0301\u0323", "々", "ー", "🎌", "(株"})
    void a_very_long_name_takes_no_longer_than_its_length_asks(String part) {
        assertTimeout(ofSeconds(2), () -> CompanyName.key(part.repeat(100_000 / part.length())));
    }
}
