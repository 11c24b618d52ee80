package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
class TokenCommandTest {

    @Autowired
    TokenCommand command;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return command.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void prints_the_token_and_nothing_else() {
        var fs = people.as(Role.FS);

        assertThat(run("--user", fs.actor().mail().toUpperCase(java.util.Locale.ROOT), "--name", "report")).isZero();

        var token = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(token).matches("kmu_[\\w-]{43}");
        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", "Bearer " + token)).hasStatusOk().bodyText().contains(fs.id().toString());
        assertThat(err.size()).isZero();
    }

    @Test
    void says_who_is_unknown_and_how_it_is_used() {
        assertThat(run("--user", "nobody@sample.example")).isEqualTo(1);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--user")).isEqualTo(2);
        assertThat(run("--user", "a@b.example", "--frob", "x")).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No active member", "Usage");
    }
}
