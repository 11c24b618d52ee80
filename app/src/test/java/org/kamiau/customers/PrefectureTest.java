package org.kamiau.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefectureTest {
    @ParameterizedTest
    @CsvSource({
        "東京都, TOKYO", "東京, TOKYO", "Tokyo, TOKYO", "tokyo-to, TOKYO", "13, TOKYO", "JP-13, TOKYO", "１３, TOKYO",
        "京都府, KYOTO", "京都, KYOTO", "北海道, HOKKAIDO", "神奈川, KANAGAWA", "福井県鯖江市西山町13-1, FUKUI", "Osaka Prefecture, OSAKA", "1, HOKKAIDO"
    })
    void it_is_understood_in_many_spellings(String text, Prefecture prefecture) {
        assertThat(Prefecture.parse(text).orNull()).isEqualTo(prefecture);
    }

    @ParameterizedTest
    @CsvSource({"48", "0", "江戸", "California", "x"})
    void what_is_none_is_refused(String text) {
        assertThat(Prefecture.parse(text).refusal()).isEqualTo("customers.prefecture.unknown");
    }

    @Test
    void there_are_47_with_their_official_codes() {
        assertThat(Prefecture.values()).hasSize(47);
        assertThat(Prefecture.HOKKAIDO.code()).isEqualTo("01");
        assertThat(Prefecture.OKINAWA.code()).isEqualTo("47");
        assertThat(Prefecture.ofCode("18")).isEqualTo(Prefecture.FUKUI);
    }

    @Test
    void only_the_beginning_of_an_address_counts() {
        assertThat(Prefecture.inAddress("東京都文京区湯島2-6-2")).contains(Prefecture.TOKYO);
        assertThat(Prefecture.inAddress("文京区湯島2-6-2")).isEmpty();
        assertThat(Prefecture.inAddress("京都")).isEmpty();
    }
}
