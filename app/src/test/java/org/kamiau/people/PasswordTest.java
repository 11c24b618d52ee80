package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final List<String> NOTHING_PERSONAL = List.of();

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Passw0rd2026!", "123456789012", "aaaaaaaaaaaa", "qwertyuiop12", "abcdefghijklmn", "kamiaukamiau1", "Summer2026Summer"})
    void what_guessers_try_first_is_refused(String guess) {
        assertThat(new Password(guess).weakness(NOTHING_PERSONAL)).contains("people.password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "夏の終わりに海辺で猫と歩く", "T7#kq-vm2xLp", "zebra umbrella 42"})
    void long_and_ones_own_is_enough(String good) {
        assertThat(new Password(good).weakness(NOTHING_PERSONAL)).isEmpty();
    }

    @Test
    void length_counts_characters_as_people_see_them() {
        assertThat(new Password("T7#kq-vm2xL").weakness(NOTHING_PERSONAL)).contains("people.password.short");
        assertThat(new Password("𠮷野家で牛丼を").weakness(NOTHING_PERSONAL)).contains("people.password.short");
        assertThat(new Password("x y".repeat(70)).weakness(NOTHING_PERSONAL)).contains("people.password.long");
    }

    @Test
    void ones_own_name_does_not_count() {
        assertThat(new Password("morimoto-kazuya7").weakness(List.of("morimoto", "kazuya"))).contains("people.password.common");
    }

    @Test
    void the_width_of_typed_characters_does_not_matter() {
        assertThat(new Password("Ｔ７#kq-vm2xLp").text()).isEqualTo("T7#kq-vm2xLp");
    }
}
