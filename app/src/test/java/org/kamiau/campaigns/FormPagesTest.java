package org.kamiau.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@KamiauTest
class FormPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleForms samples;

    @Autowired
    InquiryForms forms;

    private static String code() {
        return "form-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static MockMvcRequestBuilder filled(MockMvcRequestBuilder request) {
        return request.param("titleJa", "資料請求").param("titleEn", "Brochure").param("kind", "download")
                .param("asks", "title", "message").param("origin", "website")
                .param("consentPurpose", "製品のご案内").param("consentJa", "同意します").param("consentEn", "I agree")
                .param("consentRequired", "true");
    }

    @Test
    void marketing_writes_a_form_and_finds_its_address_and_the_line_for_the_web_site() {
        var marketer = people.as(Role.MKT);
        var code = code();

        assertThat(filled(mvc.post().uri("/settings/forms").with(marketer)).param("code", code)).hasStatus3xxRedirection();

        var form = forms.at(code).orElseThrow();
        assertThat(form.contents().questions()).containsExactly("title", "message");
        assertThat(mvc.get().uri("/settings/forms/" + form.id()).with(marketer)).hasStatusOk().bodyText()
                .contains("http://localhost/f/" + code, "&lt;iframe src=&#34;http://localhost/f/" + code, "公開中", "資料請求");
        assertThat(mvc.get().uri("/settings/forms").with(people.as(Locale.ENGLISH, Role.ADMIN))).hasStatusOk().bodyText()
                .contains("Public forms", "Brochure", "/f/" + code);
        assertThat(mvc.get().uri("/history/form/" + form.id()).with(marketer)).hasStatusOk().bodyText().contains("フォームを追加");
        assertThat(mvc.get().uri("/f/" + code)).hasStatusOk();
    }

    @Test
    void an_address_that_is_taken_or_no_address_is_refused_and_what_was_typed_stays() {
        var marketer = people.as(Role.MKT);
        var taken = samples.quotes().code();

        assertThat(filled(mvc.post().uri("/settings/forms").with(marketer)).param("code", taken)).hasStatus(422).bodyText()
                .contains("同じアドレスのフォームがすでにあります。", "資料請求");
        assertThat(filled(mvc.post().uri("/settings/forms").with(marketer)).param("code", "資料/../x")).hasStatus(422).bodyText()
                .contains("英小文字・数字・ハイフン", "資料/../x");
        assertThat(mvc.post().uri("/settings/forms").with(marketer).param("titleJa", "x".repeat(10_000)).param("titleEn", "a\u0007b")
                .param("kind", "sabotage").param("product", "no-such")).hasStatus(422).bodyText()
                .contains("error-code", "error-titleJa", "error-titleEn", "error-kind", "error-product", "error-consentJa", "x".repeat(10_000));
    }

    @Test
    void other_words_of_consent_make_a_version_and_nobody_overwrites_anothers_change() {
        var marketer = people.as(Role.MKT);
        var form = samples.quotes();
        var uri = "/settings/forms/" + form.id();

        assertThat(filled(mvc.post().uri(uri).with(marketer)).param("version", "1")).hasStatus3xxRedirection();
        assertThat(filled(mvc.post().uri(uri).with(marketer)).param("version", "1")).hasStatus(409);

        assertThat(forms.consentVersion(form.id())).isEqualTo(2);
        assertThat(forms.consent(form.id(), 1)).hasValue(SampleForms.CONSENT);
        assertThat(forms.find(form.id()).orElseThrow().contents().titleJa()).isEqualTo("資料請求");
        assertThat(mvc.get().uri(uri).with(marketer)).bodyText().contains("同意します");
    }

    @Test
    void a_form_is_switched_off_and_on_again() {
        var marketer = people.as(Role.MKT_HEAD);
        var form = samples.quotes();
        var uri = "/settings/forms/" + form.id() + "/activity";

        assertThat(mvc.post().uri(uri).with(marketer).param("active", "false")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/f/" + form.code())).hasStatus(410);
        assertThat(mvc.post().uri(uri).with(marketer).param("active", "true")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/f/" + form.code())).hasStatusOk();
    }

    @Test
    void only_marketing_operations_and_administrators_see_the_settings() {
        for (var role : List.of(Role.FS, Role.IS, Role.CS)) {
            assertThat(mvc.get().uri("/settings/forms").with(people.as(role))).hasStatus(403);
        }
        assertThat(mvc.get().uri("/settings/forms/" + UUID.randomUUID()).with(people.as(Role.MKT))).hasStatus(404);
        assertThat(mvc.get().uri("/settings/forms/new").with(people.as(Role.REVOPS))).hasStatusOk();
    }
}
