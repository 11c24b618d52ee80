package org.kamiau.customers;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kamiau.customers.IncomingText.CompanyText;
import org.kamiau.customers.IncomingText.PersonText;
import org.kamiau.platform.Invalid;

class IncomingTextTest {
    @Test
    void what_can_be_read_arrives_normalised() {
        var person = new PersonText(" 髙﨑 ", "学", "ﾀｶｻｷ", "がく", "GAKU@Asanagi.example", "０９０-1234-5678", "工事部長", "工事部");
        var company = new CompanyText("①㈱髙﨑", "T8900000000001", "https://www.asanagi.example/", "建設", "約３００名", "東京", "03-1234-5678", "〒113-0034", "湯島2-6-2", null);

        var checked = new IncomingText(person, company).check();

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.incoming().contact().name().kana()).isEqualTo("タカサキ ガク");
        assertThat(checked.incoming().company().name()).isEqualTo("①㈱髙﨑");
        assertThat(checked.incoming().company().employees()).isEqualTo(300);
        assertThat(checked.incoming().company().prefecture()).isEqualTo(Prefecture.TOKYO);
    }

    @Test
    void every_field_that_cannot_be_read_is_named() {
        var person = new PersonText("あ".repeat(101), "a\0b", "高崎", null, "x", "1", null, null);
        var company = new CompanyText("\uD83D", "123", "no domain", null, "many", "江戸", "2", "12", null, null);

        var checked = new IncomingText(person, company).check();

        assertThat(checked.faults())
                .extracting(Invalid.Field::field)
                .containsExactlyInAnyOrder(
                        "person.familyName", "person.givenName", "person.familyKana", "person.email", "person.phone", "company.name",
                        "company.corporateNumber", "company.domain", "company.employees", "company.prefecture", "company.phone", "company.postalCode");
    }

    @Test
    void emoji_markup_and_sql_are_only_text() {
        var text = "<script>alert('👩‍👩‍👧')</script>'; drop table x; --";

        var checked = new IncomingText(named(text), company(text)).check();

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.incoming().contact().name().familyName()).isEqualTo(text);
    }

    @Test
    void combining_characters_are_composed() {
        assertThat(new IncomingText(named("カ\u3099"), company(null)).check().incoming().contact().name().familyName()).isEqualTo("ガ");
    }

    @Test
    void half_width_kana_count_as_they_are_typed() {
        assertThat(new IncomingText(named("ｱ".repeat(100)), company(null)).check().faults()).isEmpty();
    }

    @Test
    void ten_thousand_characters_in_every_field_are_refused_at_once() {
        var long_ = "あa\u0301\u0323".repeat(2_500);
        var person = new PersonText(long_, long_, long_, long_, long_, long_, long_, long_);
        var company = new CompanyText(long_, long_, long_, long_, long_, long_, long_, long_, long_, long_);

        assertTimeout(ofSeconds(1), () -> assertThat(new IncomingText(person, company).check().faults()).hasSize(18));
    }

    @ParameterizedTest
    @CsvSource({"'1,200', 1200", "300人, 300", "300〜999名, 300", "1000以上, 1000", "0, 0"})
    void employees_are_read_as_people_write_them(String typed, int employees) {
        assertThat(IncomingText.employees(typed).orNull()).isEqualTo(employees);
    }

    private static PersonText named(@Nullable String family) {
        return new PersonText(family, null, null, null, null, null, null, null);
    }

    private static CompanyText company(@Nullable String name) {
        return new CompanyText(name, null, null, null, null, null, null, null, null, null);
    }
}
