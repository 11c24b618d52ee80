package org.kamiau.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Folders;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Import(Folders.class)
@Transactional
class PaletteTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Recents recents;

    @Autowired
    SamplePeople people;

    @Test
    void pages_are_found_by_their_name_in_either_language_if_they_are_shown_to_one() {
        var admin = people.as(Locale.ENGLISH, Role.ADMIN);

        assertThat(mvc.get().uri("/palette").param("q", "カレンダー").with(admin)).bodyText().contains("href=\"/settings/calendar\"");
        assertThat(mvc.get().uri("/palette").param("q", "ＣＡＬＥＮＤＡＲ").with(admin)).bodyText().contains("/settings/calendar");
        assertThat(mvc.get().uri("/palette").param("q", "calendar").with(people.as(Role.FS))).bodyText().doesNotContain("/settings/calendar");
    }

    @Test
    void without_words_the_records_looked_at_last_come_first() {
        var exec = people.as(Role.EXEC);
        var folder = Folders.open();
        recents.looked(exec.actor(), folder);

        assertThat(mvc.get().uri("/palette").with(exec)).hasStatusOk().bodyText().contains("Folder " + folder.id());
    }

    @Test
    void only_the_last_twenty_are_kept() {
        var exec = people.as(Role.EXEC);
        for (int i = 0; i < 25; i++) {
            recents.looked(exec.actor(), Folders.open());
        }

        assertThat(recents.of(exec.actor())).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void words_are_compared_in_one_form() {
        assertThat(Palette.normalised("  ｶﾐｱｳ　ＡＢＣ ")).isEqualTo("カミアウ abc");
        assertThat(Palette.normalised("😀".repeat(200))).isEqualTo("😀".repeat(100));
    }
}
