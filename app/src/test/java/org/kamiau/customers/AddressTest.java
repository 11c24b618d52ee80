package org.kamiau.customers;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"東京都文京区湯島２丁目６番２号", "文京区湯島2-6-2", "文京区湯島二丁目六番二号", "〒113-0034 東京都文京区湯島2−6−2 ABCビル3F", "文京区湯島2丁目6の2",
                "東京都 文京区 湯島 2ー6ー2"})
    void one_place_has_one_key(String address) {
        assertThat(Address.key(address)).isEqualTo("文京区湯島2-6-2");
    }

    @ParameterizedTest
    @CsvSource({
        "札幌市中央区北一条西二丁目, 札幌市中央区北1条西2丁目",
        "鯖江市西山町十三番一号, 鯖江市西山町13-1",
        "坂井市大字三国123番地, 坂井市三国123",
        "大阪府大阪市北区梅田二十一番地の三, 大阪市北区梅田21-3"
    })
    void counts_in_kanji_are_counts(String one, String other) {
        assertThat(Address.key(one)).isEqualTo(Address.key(other)).isNotEmpty();
    }

    @Test
    void a_name_of_numbers_stays_a_name() {
        assertThat(Address.key("千代田区三番町6-2")).isEqualTo("千代田区三番町6-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "東京都", "東京都文京区湯島", "\0", "🎌"})
    void a_town_alone_proves_nothing(String address) {
        assertThat(Address.key(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "一", "1-", "丁目", "千", "字1の"})
    void a_very_long_address_takes_no_longer_than_its_length_asks(String part) {
        assertTimeout(ofSeconds(2), () -> Address.key(part.repeat(100_000 / part.length())));
    }
}
