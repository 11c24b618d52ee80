package org.kamiau.handoffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.people.SamplePeople.Signed;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.LinkedMultiValueMap;

@KamiauTest
class AgreementPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleAgreements sample;

    @Autowired
    Agreements agreements;

    @Autowired
    ApplicationClock clock;

    private Signed sales;
    private Signed marketing;

    @BeforeEach
    void heads() {
        clock.set(FixedClock.STORY_MORNING);
        sample.standard();
        sales = people.as(Locale.ENGLISH, Role.SALES_HEAD);
        marketing = people.as(Role.MKT_HEAD);
    }

    @AfterEach
    void noDraft() {
        sample.noDraft();
    }

    private static LinkedMultiValueMap<String, String> form(String name, String value) {
        var form = new LinkedMultiValueMap<String, String>();
        AgreementForm.of(Agreement.STANDARD, null).typed().forEach((key, values) -> form.put(key, new java.util.ArrayList<>(values)));
        form.set(name, value);
        return form;
    }

    private int drafted() {
        mvc.post().uri("/agreement/draft").with(sales).formFields(form("times.reply", "1d")).exchange();
        return agreements.draft().orElseThrow().version();
    }

    @Test
    void everybody_reads_both_columns_in_their_language() {
        assertThat(mvc.get().uri("/agreement").with(people.as(Role.IS))).hasStatusOk().bodyText()
                .contains("営業がマーケに約束すること", "マーケが営業に約束すること", "営業30分", "2営業日", "守れたか、届いたか");
        assertThat(mvc.get().uri("/agreement").with(people.as(Locale.ENGLISH, Role.AUDIT))).hasStatusOk().bodyText()
                .contains("Sales promises marketing", "Marketing promises sales", "30 business minutes").doesNotContain("Draft a new version");
    }

    @Test
    void a_draft_is_typed_signed_and_in_force() {
        var version = drafted();

        assertThat(mvc.get().uri("/agreement/" + version).with(sales)).hasStatusOk().bodyText().contains("1 business day", "Sign", "not signed yet");
        assertThat(mvc.post().uri("/agreement/" + version + "/signature").with(sales).param("revision", "1")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/").with(marketing)).bodyText().contains("あなたの署名を待っています");
        assertThat(mvc.post().uri("/agreement/" + version + "/signature").with(marketing).param("revision", "1")).hasStatus3xxRedirection();

        assertThat(agreements.current().version()).isEqualTo(version);
        assertThat(mvc.get().uri("/agreement/" + version).with(marketing)).bodyText().contains("有効").doesNotContain("署名する</button>");
        assertThat(mvc.get().uri("/agreement/" + version + "/comparison").with(sales)).hasStatusOk().bodyText().contains("Answer a return", "2 business days");
    }

    @Test
    void wrong_fields_are_named_and_what_was_typed_stays() {
        var form = form("times.reply", "0m");
        form.remove("fields.is_fs");
        form.set("attempts", "many");

        assertThat(mvc.post().uri("/agreement/draft").with(sales).formFields(form)).hasStatus(422).bodyText()
                .contains("value=\"0m\"", "From 1 minute to 60 business days.", "At least one field.", "A number from 1 to 20.", "3 fields need another look");
        assertThat(agreements.draft()).isEmpty();
    }

    @Test
    void a_draft_that_somebody_changed_meanwhile_is_not_overwritten() {
        var version = drafted();
        mvc.post().uri("/agreement/" + version + "/edit").with(marketing).formFields(form("revision", "1")).exchange();

        assertThat(mvc.post().uri("/agreement/" + version + "/edit").with(sales).formFields(form("revision", "1"))).hasStatus(409);
        assertThat(mvc.post().uri("/agreement/" + version + "/signature").with(sales).param("revision", "1")).hasStatus(409);
    }

    @Test
    void only_heads_and_sales_operations_draft_and_only_executives_decide() {
        var version = drafted();

        assertThat(mvc.get().uri("/agreement/draft").with(people.as(Role.FS))).hasStatus(403);
        assertThat(mvc.post().uri("/agreement/draft").with(people.as(Role.MKT)).formFields(form("attempts", "5"))).hasStatus(403);
        assertThat(mvc.post().uri("/agreement/" + version + "/override").with(marketing).param("revision", "1").param("reason", "x")).hasStatus(403);
        assertThat(mvc.post().uri("/agreement/" + version + "/override").with(people.as(Role.EXEC)).param("revision", "1")).hasStatus(422);
    }

    @Test
    void a_name_in_a_notice_leads_to_the_version() {
        var version = drafted();
        var id = agreements.find(version).head().id();

        assertThat(mvc.get().uri("/agreement/records/" + id).with(sales)).hasStatus3xxRedirection().hasRedirectedUrl("/agreement/" + version);
        assertThat(mvc.get().uri("/history/agreement/" + id).with(sales)).hasStatusOk().bodyText().contains("Answer a return");
    }

    @Test
    void promises_are_listed_one_by_one() {
        assertThat(mvc.get().uri("/agreement/promises?f=direction.is.sales_to_marketing&f=due.between.2026-11-01,2026-11-30").with(marketing))
                .hasStatusOk().bodyText().contains("約束の一覧");
    }
}
