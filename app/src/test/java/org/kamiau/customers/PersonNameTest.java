package org.kamiau.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Test
    void readings_become_full_width_katakana() {
        var name = PersonName.of("髙﨑", "ガク", "ﾀｶｻｷ", "がく");

        assertThat(name.kana()).isEqualTo("タカサキ ガク");
        assertThat(PersonName.of(null, null, "わたなべ", null).familyKana()).isEqualTo("ワタナベ");
        assertThat(PersonName.of(null, null, "ﾅｷﾞ", null).familyKana()).isEqualTo("ナギ");
    }

    @Test
    void the_name_itself_stays_as_its_owner_writes_it() {
        assertThat(PersonName.of(" 髙﨑　", "学", null, null).display()).isEqualTo("髙﨑 学");
    }

    @Test
    void two_spellings_of_a_family_name_compare_as_one() {
        assertThat(PersonName.of("髙﨑", null, null, null).familyKey()).isEqualTo(PersonName.of("高崎", null, null, null).familyKey());
        assertThat(PersonName.of("渡邊", null, null, null).familyKey()).isEqualTo(PersonName.of("渡辺", null, null, null).familyKey());
    }

    @Test
    void a_list_is_ordered_by_reading() {
        var abe = PersonName.of("阿部", "一", "アベ", "ハジメ");
        var kato = PersonName.of("加藤", "愛", "カトウ", "アイ");

        assertThat(abe.sortKey()).isLessThan(kato.sortKey());
    }

    @Test
    void kanji_are_no_reading() {
        assertThat(PersonName.readable("ﾀｶｻｷ")).isTrue();
        assertThat(PersonName.readable("たかさき ジョン")).isTrue();
        assertThat(PersonName.readable("Smith")).isTrue();
        assertThat(PersonName.readable("高崎")).isFalse();
        assertThat(PersonName.readable("😀")).isFalse();
    }

    @Test
    void blank_parts_are_unknown_parts() {
        assertThat(PersonName.of(" ", "", "　", null).blank()).isTrue();
        assertThat(PersonName.of(" ", "", "　", null).display()).isEmpty();
    }
}
