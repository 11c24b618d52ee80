package org.kamiau.customers;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "03-1234-5678, 0312345678",
        "０３（１２３４）５６７８, 0312345678",
        "03 1234 5678, 0312345678",
        "03.1234.5678, 0312345678",
        "03ー1234ー5678, 0312345678",
        "+81-3-1234-5678, 0312345678",
        "+81 (0)3 1234 5678, 0312345678",
        "TEL:0776-21-1111, 0776211111",
        "090-1234-5678, 09012345678",
        "0120-123-456, 0120123456",
        "0800-123-4567, 08001234567",
        "050-1234-5678, 05012345678",
        "+1 650 253 0000, +16502530000"
    })
    void separators_and_the_country_code_do_not_matter(String typed, String key) {
        assertThat(parsed(typed).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03-1234-5678 内線12", "03-1234-5678（内線：12）", "03-1234-5678 ext. 12", "03-1234-5678#12", "03-1234-5678内12"})
    void an_extension_is_kept_but_not_compared(String typed) {
        assertThat(parsed(typed)).isEqualTo(new PhoneNumber("0312345678", "12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "110", "12345678901234567890", "00-1234-5678", "1312345678", "03-1234-567", "031234567a", "電話", "09012\u00005678", "+0312345678", "01234567890"})
    void what_cannot_be_called_is_refused(String typed) {
        assertThat(PhoneNumber.parse(typed).refusal()).isEqualTo("customers.phone.invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "0312345678, 03-1234-5678",
        "0776211111, 0776-21-1111",
        "0661234567, 06-6123-4567",
        "09012345678, 090-1234-5678",
        "0120123456, 0120-123-456",
        "05012345678, 050-1234-5678",
        "0300000000, 03-0000-0000",
        "+16502530000, +1 650-253-0000"
    })
    void it_is_shown_with_hyphens_after_the_area_code(String typed, String shown) {
        assertThat(parsed(typed).display()).isEqualTo(shown);
    }

    @Test
    void masked_it_shows_the_last_two_digits() {
        assertThat(parsed("03-1234-5678 内線12").masked()).isEqualTo("••-••••-••78");
        assertThat(parsed("090-1234-5678")).hasToString("•••-••••-••78");
    }

    @Test
    void a_mobile_number_belongs_to_one_person() {
        assertThat(parsed("090-1234-5678").mobile()).isTrue();
        assertThat(parsed("070-1234-5678").mobile()).isTrue();
        assertThat(parsed("03-1234-5678").mobile()).isFalse();
        assertThat(parsed("0800-123-4567").mobile()).isFalse();
    }

    @Test
    void ten_thousand_characters_are_refused_at_once() {
        assertTimeout(ofSeconds(1), () -> assertThat(PhoneNumber.parse("0".repeat(10_000)).refusal()).isNotNull());
    }

    private static PhoneNumber parsed(String typed) {
        return ((Parsed.Value<PhoneNumber>) PhoneNumber.parse(typed)).value();
    }
}
