package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

@KamiauTest
class SignInPagesTest {

    private static final String PASSWORD = "zebra umbrella 42";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Members members;

    @Autowired
    Passwords passwords;

    @Autowired
    TransactionOperations transactions;

    private final String mail = UUID.randomUUID() + "@sample.example";

    private MemberId somebody() {
        var id = members.add(Actor.SYSTEM, NewMember.of(mail, "FS-1", Role.FS));
        transactions.executeWithoutResult(_ -> passwords.keep(id, passwords.accepted("password", PASSWORD)));
        return id;
    }

    private MvcTestResult signIn(String with, String password, String then) {
        return mvc.post().uri("/sign-in").with(SamplePeople.visitor())
                .param("mail", with).param("password", password).param("then", then).exchange();
    }

    @Test
    void the_right_password_leads_to_where_one_wanted_to_go() {
        somebody();

        var answer = signIn(mail.toUpperCase(java.util.Locale.ROOT), PASSWORD, "/me?a=b");

        assertThat(answer).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/me?a=b");
        assertThat(answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE).toString())
                .contains("kamiau-session=", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(mvc.get().uri("/me").cookie(SamplePeople.session(answer))).hasStatusOk().bodyText().contains("FS-1");
    }

    @Test
    void a_wrong_password_keeps_the_mail_and_says_nothing_about_who_is_a_member() {
        somebody();

        var wrong = signIn(mail, "zebra umbrella 43", "/me");
        var unknown = signIn("nobody-" + mail, PASSWORD, "/me");

        assertThat(wrong).hasStatus(422).bodyText()
                .contains("メールアドレスまたはパスワードが違います", "value=\"" + mail + "\"", "name=\"then\" value=\"/me\"")
                .doesNotContain("umbrella");
        assertThat(unknown).hasStatus(422).bodyText().contains("メールアドレスまたはパスワードが違います");
        assertThat(wrong.getResponse().getCookie("kamiau-session")).isNull();
    }

    @Test
    void the_door_leads_nowhere_else() {
        somebody();

        assertThat(signIn(mail, PASSWORD, "//evil.example/")).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/");
    }

    @Test
    void too_many_tries_have_to_wait_even_with_the_right_password() {
        somebody();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(mail, "wrong", "/")).hasStatus(422);
        }

        var refused = signIn(mail, PASSWORD, "/");

        assertThat(refused).hasStatus(429).bodyText().contains("15分後");
        assertThat(Integer.parseInt(String.valueOf(refused.getResponse().getHeader(HttpHeaders.RETRY_AFTER)))).isBetween(1, 900);
    }

    @Test
    void a_page_for_members_asks_to_sign_in_and_remembers_the_way() {
        assertThat(mvc.get().uri("/me?x=1"))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/sign-in?then=%2Fme%3Fx%3D1");
        assertThat(mvc.get().uri("/sign-in").param("then", "/me?x=1")).hasStatusOk().bodyText().contains("name=\"then\" value=\"/me?x=1\"");
    }

    @Test
    void signing_in_again_makes_a_new_session_and_ends_the_old_one() {
        var old = people.signIn(somebody());

        var answer = mvc.post().uri("/sign-in").with(old).param("mail", mail).param("password", PASSWORD).exchange();

        assertThat(answer).hasStatus(303);
        assertThat(SamplePeople.session(answer).getValue()).isNotEqualTo(old.cookie());
        assertThat(mvc.get().uri("/me").with(old)).hasStatus(303);
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        var fs = people.as(Role.AUDIT);

        assertThat(mvc.post().uri("/sign-out").with(fs)).hasStatus(303);

        assertThat(mvc.get().uri("/me").with(fs)).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/sign-in?then=%2Fme");
    }

    @Test
    void a_form_without_its_token_gets_a_page_in_the_readers_language() {
        var fs = people.as(Role.FS);
        var cookie = new Cookie("kamiau-session", fs.cookie());

        assertThat(mvc.post().uri("/sign-out").cookie(cookie)).hasStatus(403).bodyText().contains("<html", "このページから送られたものではありません");
        assertThat(mvc.post().uri("/sign-out").cookie(cookie).header("X-CSRF-TOKEN", "wrong")).hasStatus(403);
        assertThat(mvc.post().uri("/sign-in").header("Accept-Language", "en")).hasStatus(403).bodyText().contains("Reload the page");
        assertThat(mvc.get().uri("/me").with(fs)).hasStatusOk();
    }

    @Test
    void a_form_sent_after_the_session_ended_leads_to_the_door() {
        assertThat(mvc.post().uri("/me/theme").cookie(new Cookie("kamiau-session", "over")).param("theme", "dark"))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/sign-in?then=%2F");
    }

    @Test
    void there_is_no_open_door_outside_the_demonstration() {
        assertThat(mvc.post().uri("/sign-in/demo/fs3").with(SamplePeople.visitor())).hasStatus(404);
    }
}
