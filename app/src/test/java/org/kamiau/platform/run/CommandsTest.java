package org.kamiau.platform.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kamiau.App;
import org.kamiau.TestDatabase;
import org.kamiau.platform.Command;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class CommandsTest {

    @Test
    void commands_start_without_a_web_server() {
        try (var context = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .initializers(new TestDatabase())
                .run()) {
            assertThat(context.getBeansOfType(Command.class).values())
                    .extracting(Command::name)
                    .contains("token", "verify-audit");
        }
    }
}
