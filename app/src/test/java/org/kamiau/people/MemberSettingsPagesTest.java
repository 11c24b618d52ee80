package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Function;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KamiauTest
class MemberSettingsPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Members members;

    @Autowired
    FunctionHistory history;

    private final String mail = UUID.randomUUID() + "@sample.example";

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String invitation(MvcTestResult answer) {
        var link = Pattern.compile("http://localhost(/invitations/[\\w-]{43})").matcher(body(answer));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private MvcTestResult invite(SamplePeople.Signed admin) {
        return mvc.post().uri("/settings/members").with(admin)
                .param("name", "森本 和也").param("kana", "モリモト カズヤ").param("mail", mail).param("roles", "fs").exchange();
    }

    @Test
    void an_invited_member_chooses_a_password_once() {
        var admin = people.as(Role.ADMIN);
        var link = invitation(invite(admin));
        assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains("森本 和也", mail);
        assertThat(mvc.get().uri("/settings/members").with(admin)).hasStatusOk().bodyText().contains("森本 和也", "招待中");

        assertThat(mvc.post().uri(link).with(SamplePeople.visitor()).param("password", "password2026")).hasStatus(422);
        var in = mvc.post().uri(link).with(SamplePeople.visitor()).param("password", "zebra umbrella 42").exchange();

        assertThat(in).hasStatus(303);
        assertThat(mvc.get().uri("/me").cookie(SamplePeople.session(in))).hasStatusOk().bodyText().contains("森本 和也");
        assertThat(mvc.post().uri(link).with(SamplePeople.visitor()).param("password", "giraffe parasol 99")).hasStatus(410);
    }

    @Test
    void a_link_for_a_new_password_ends_the_old_devices() {
        var admin = people.as(Role.ADMIN);
        var fs = people.as(Role.FS);
        var link = invitation(mvc.post().uri("/settings/members/" + fs.id() + "/invitation").with(admin).exchange());

        assertThat(mvc.post().uri(link).with(SamplePeople.visitor()).param("password", "zebra umbrella 42")).hasStatus(303);

        assertThat(mvc.get().uri("/me").with(fs)).hasStatus(303);
    }

    @Test
    void an_address_belongs_to_one_member_and_what_was_typed_stays() {
        var admin = people.as(Locale.ENGLISH, Role.ADMIN);
        invite(admin);

        assertThat(invite(admin)).hasStatus(422).bodyText().contains("Somebody has this address already", "森本 和也");
        assertThat(mvc.post().uri("/settings/members").with(admin).param("name", "x").param("mail", "no mail").param("roles", "fs"))
                .hasStatus(422).bodyText().contains("Write a mail address");
        assertThat(mvc.post().uri("/settings/members").with(admin).param("name", "x").param("mail", "a" + mail)).hasStatus(422);
        assertThat(mvc.post().uri("/settings/members").with(admin).param("name", "x").param("mail", "b" + mail).param("roles", "king")).hasStatus(422);
        assertThat(mvc.post().uri("/settings/members").with(admin).param("name", "x").param("mail", "c" + mail).param("roles", "fs")
                .param("team", UUID.randomUUID().toString())).hasStatus(422);
    }

    @Test
    void a_changed_role_changes_the_function_and_keeps_the_past() {
        var admin = people.as(Role.ADMIN);
        var member = people.as(Role.MKT);

        assertThat(mvc.post().uri("/settings/members/" + member.id()).with(admin)
                .param("name", "デマンド-1").param("mail", member.actor().mail()).param("roles", "fs").param("functions", "product")).hasStatus(303);

        var changed = members.get(member.id());
        assertThat(changed.functions()).containsExactlyInAnyOrder(Function.FIELD_SALES, Function.PRODUCT);
        assertThat(history.of(member.id())).extracting(FunctionHistory.Stint::function)
                .containsExactly(Function.FIELD_SALES, Function.PRODUCT, Function.MARKETING);
        assertThat(members.withFunction(Function.PRODUCT)).extracting(Member::id).contains(member.id());
        assertThat(mvc.get().uri("/members/" + member.id()).with(people.as(Role.FS))).hasStatusOk().bodyText().contains("デマンド-1", "商品企画");
    }

    @Test
    void who_leaves_is_out_at_once_and_can_come_back() {
        var admin = people.as(Role.ADMIN);
        var fs = people.as(Role.FS);

        assertThat(mvc.post().uri("/settings/members/" + fs.id() + "/leaving").with(admin)).hasStatus(303);

        assertThat(mvc.get().uri("/me").with(fs)).hasStatus(303);
        assertThat(mvc.get().uri("/api/v1/me").with(fs)).hasStatus(401);
        assertThat(members.withFunction(Function.FIELD_SALES)).extracting(Member::id).doesNotContain(fs.id());

        assertThat(mvc.post().uri("/settings/members/" + fs.id() + "/return").with(admin)).hasStatus(303);
        assertThat(members.withFunction(Function.FIELD_SALES)).extracting(Member::id).contains(fs.id());
        assertThat(mvc.get().uri("/me").with(fs)).hasStatus(303);
    }

    @Test
    void auditors_read_the_list_only() {
        var auditor = people.as(Role.AUDIT);

        assertThat(mvc.get().uri("/settings/members").with(auditor)).hasStatusOk();
        assertThat(mvc.get().uri("/settings/members/new").with(auditor)).hasStatus(403);
        assertThat(mvc.get().uri("/settings/members/" + UUID.randomUUID()).with(people.as(Role.ADMIN))).hasStatus(404);
    }
}
