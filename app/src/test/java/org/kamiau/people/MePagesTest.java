package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

@KamiauTest
class MePagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Passwords passwords;

    @Autowired
    Sessions sessions;

    @Autowired
    Audit audit;

    @Autowired
    TransactionOperations transactions;

    private void givePassword(SamplePeople.Signed member) {
        transactions.executeWithoutResult(_ -> passwords.keep(member.id(), passwords.accepted("password", "zebra umbrella 42")));
    }

    @Test
    void language_and_theme_are_kept_with_the_member() {
        var fs = people.as(Role.AUDIT);

        assertThat(mvc.post().uri("/me/language").with(fs).param("language", "en").param("then", "/me")).hasStatus(303);
        assertThat(mvc.post().uri("/me/theme").with(fs).param("theme", "dark").header("HX-Request", "true")).hasStatus(204);

        assertThat(mvc.get().uri("/me").with(fs)).hasStatusOk().bodyText().contains("lang=\"en\"", "data-theme=\"dark\"", "My settings");
        assertThat(mvc.post().uri("/me/theme").with(fs).param("theme", "pink")).hasStatus(422);
        assertThat(audit.history(new RecordRef("member", fs.id().value()), 9)).extracting(Audit.Entry::action)
                .containsExactly("member_changed", "member_changed", "member_added");
    }

    @Test
    void a_new_password_signs_other_devices_out() {
        var here = people.as(Locale.ENGLISH, Role.FS);
        var elsewhere = people.signIn(here.id());
        givePassword(here);

        assertThat(mvc.post().uri("/me/password").with(here).param("current", "wrong").param("next", "giraffe parasol 99"))
                .hasStatus(422).bodyText().contains("not your current password");
        assertThat(mvc.post().uri("/me/password").with(here).param("current", "zebra umbrella 42").param("next", "giraffe parasol 99"))
                .hasStatus(303);

        assertThat(mvc.get().uri("/me").with(here)).hasStatusOk();
        assertThat(mvc.get().uri("/me").with(elsewhere)).hasStatus(303);
        assertThat(passwords.matches(passwords.hash(here.id()), "giraffe parasol 99")).isTrue();
    }

    @Test
    void a_device_can_be_signed_out_by_its_owner_only() {
        var here = people.as(Role.FS);
        var elsewhere = people.signIn(here.id());
        var stranger = people.as(Role.ADMIN);
        var path = "/me/devices/" + elsewhere.actor().session() + "/end";

        assertThat(mvc.post().uri(path).with(stranger)).hasStatus(404);
        assertThat(mvc.post().uri(path).with(here)).hasStatus(303);

        assertThat(sessions.devices(here.id())).hasSize(1);
    }

    @Test
    void a_token_is_shown_once_and_ends_when_revoked() {
        var fs = people.as(Role.FS);

        var made = mvc.post().uri("/me/tokens").with(fs).param("name", "月次レポート").exchange();
        assertThat(made).hasStatus(201);
        var token = Pattern.compile("kmu_[\\w-]{43}").matcher(new String(made.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(token.find()).isTrue();
        var bearer = "Bearer " + token.group();
        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", bearer)).hasStatusOk();
        assertThat(mvc.get().uri("/me").with(fs)).bodyText().contains("月次レポート").doesNotContain("kmu_");

        var page = mvc.get().uri("/me").with(fs).exchange();
        var id = Pattern.compile("/me/tokens/([0-9a-f-]{36})/end").matcher(new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(id.find()).isTrue();
        assertThat(mvc.post().uri("/me/tokens/" + id.group(1) + "/end").with(people.as(Role.ADMIN))).hasStatus(404);
        assertThat(mvc.post().uri("/me/tokens/" + id.group(1) + "/end").with(fs)).hasStatus(303);
        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", bearer)).hasStatus(401);
    }

    @Test
    void a_token_needs_a_purpose() {
        assertThat(mvc.post().uri("/me/tokens").with(people.as(Role.FS))).hasStatus(422).bodyText().contains("必須の項目です");
    }
}
