package org.kamiau.platform.pieces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {

    /** 10 of 20: the textbook's example of the Wilson interval. */
    @Test
    void a_rate_carries_its_interval() {
        var rate = new Rate(10, 20, true);

        assertThat(rate.percent()).isEqualTo(50);
        assertThat(rate.low()).isCloseTo(29.9, within(0.05));
        assertThat(rate.high()).isCloseTo(70.1, within(0.05));
    }

    @Test
    void a_handful_of_cases_is_no_rate() {
        assertThat(new Rate(3, 4, true).few()).isTrue();
        assertThat(new Rate(0, 0, true).high()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"森本 和也, 森本", "IS-1, I1", "デマンド-1, デ1", "Ann Bell, AB", "営業本部長, 営業"})
    void a_circle_holds_what_tells_people_apart(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void the_legal_form_is_told_apart_from_the_name() {
        assertThat(LegalForm.of("検証建設株式会社")).isEqualTo(new LegalForm("", "検証建設", "株式会社"));
        assertThat(LegalForm.of("㈱ 髙﨑設備")).isEqualTo(new LegalForm("㈱", "髙﨑設備", ""));
        assertThat(LegalForm.of("株式会社")).isEqualTo(new LegalForm("", "株式会社", ""));
    }

    /** A name that the sprite does not know draws nothing, and nobody notices. */
    @Test
    void every_icon_that_a_template_names_is_in_the_sprite() throws IOException {
        var sprite = Files.readString(Path.of("src/main/resources/static/icons.svg"));
        var named = Pattern.compile("pieces\\.icon\\([^)]*?name = \"([a-z0-9-]+)\"|icons\\.svg\"\\)}#([a-z0-9-]+)|icon = \"([a-z0-9-]+)\"");

        try (var templates = Files.walk(Path.of("src/main/java"))) {
            for (var template : templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                named.matcher(Files.readString(template)).results().forEach(use -> {
                    var name = use.group(1) != null ? use.group(1) : use.group(2) != null ? use.group(2) : use.group(3);
                    assertThat(sprite).as("%s in %s", name, template).contains("id=\"" + name + "\"");
                });
            }
        }
    }
}
