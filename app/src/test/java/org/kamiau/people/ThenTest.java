package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThenTest {

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\t/evil.example", "/a\r\nSet-Cookie: x=1", "evil.example", "", "/sign-out"})
    void never_leads_elsewhere(String wanted) {
        assertThat(Then.safe(wanted)).isEqualTo("/");
    }

    @Test
    void keeps_an_address_of_ours_with_its_query() {
        assertThat(Then.safe("/leads?stage=mql&q=%E6%A4%9C")).isEqualTo("/leads?stage=mql&q=%E6%A4%9C");
    }
}
