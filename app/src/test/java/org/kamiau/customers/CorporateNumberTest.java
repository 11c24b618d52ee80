package org.kamiau.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorporateNumberTest {
    @ParameterizedTest
    @CsvSource({"010705000725, 7", "123456789012, 7", "900000000001, 8"})
    void the_first_digit_checks_the_others(String base, int checkDigit) {
        assertThat(CorporateNumber.checkDigit(base)).isEqualTo(checkDigit);
        assertThat(CorporateNumber.parse(checkDigit + base).orNull()).isEqualTo(new CorporateNumber(checkDigit + base));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8900000000001", "T8900000000001", "Ｔ８９００００００００００１", "8-9000-0000-0001", " 8 9000 0000 0001 ", "t8900000000001"})
    void people_write_it_in_many_ways(String text) {
        assertThat(CorporateNumber.parse(text).orNull()).isEqualTo(new CorporateNumber("8900000000001"));
    }

    @Test
    void a_wrong_check_digit_is_named_as_such() {
        assertThat(CorporateNumber.parse("9900000000001").refusal()).isEqualTo("customers.corporate-number.check-digit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "89000000000010", "890000000000a", "T", "８９００\0", "८९००००००००००१"})
    void anything_but_thirteen_digits_is_refused(String text) {
        assertThat(CorporateNumber.parse(text).refusal()).isEqualTo("customers.corporate-number.length");
    }

    @Test
    void nothing_typed_is_no_mistake() {
        assertThat(CorporateNumber.parse(null)).isEqualTo(new Parsed.Blank<>());
        assertThat(CorporateNumber.parse("　 ")).isEqualTo(new Parsed.Blank<>());
    }

    @Test
    void every_single_wrong_digit_but_nought_for_nine_is_noticed() {
        var right = "8900000000001";
        for (var place = 1; place < right.length(); place++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var wrong = right.substring(0, place) + digit + right.substring(place + 1);
                var zeroForNine = (right.charAt(place) == '0' && digit == '9') || (right.charAt(place) == '9' && digit == '0');
                assertThat(CorporateNumber.parse(wrong).orNull() == null).isEqualTo(!wrong.equals(right) && !zeroForNine);
            }
        }
    }

    @Test
    void it_gives_the_invoice_number_and_cannot_hold_a_wrong_one() {
        assertThat(new CorporateNumber("8900000000001").invoiceNumber()).isEqualTo("T8900000000001");
        assertThatThrownBy(() -> new CorporateNumber("1900000000001")).isInstanceOf(IllegalArgumentException.class);
    }
}
