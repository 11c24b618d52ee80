package org.kamiau.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class AccountPagesTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Customers customers;

    @Autowired
    Accounts accounts;

    @Test
    void a_page_shows_the_account_and_its_people() {
        var id = anAccount("hanako@" + Sample.domain());

        assertThat(mvc.get().uri("/accounts/{id}", id).with(people.as(Role.IS)))
                .hasStatusOk()
                .bodyText()
                .contains("検証", "建設業", "450", "福井県", "工事部長", "hanako@", "見込");
        assertThat(mvc.get().uri("/accounts/{id}", id).with(people.as(Locale.ENGLISH, Role.IS)))
                .hasStatusOk()
                .bodyText()
                .contains("Construction", "Prospect", "Inside sales");
    }

    @Test
    void contact_details_are_masked_for_whoever_does_not_work_with_the_account() {
        var id = anAccount("hanako@" + Sample.domain());

        for (var role : List.of(Role.MKT, Role.FS, Role.ADMIN, Role.EXEC, Role.AUDIT)) {
            assertThat(mvc.get().uri("/accounts/{id}", id).with(people.as(role)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("h•••@", "••78")
                    .doesNotContain("hanako@")
                    .doesNotContain("090-1234-5678");
        }
    }

    @Test
    void the_owner_reads_the_contact_details() {
        var owner = people.as(Role.FS);
        var head = people.as(Role.SALES_HEAD);
        var id = anAccount("hanako@" + Sample.domain());
        mvc.post().uri("/accounts/{id}", id).with(head).param("name", "検証").param("version", "1").param("fsOwner", owner.id().toString()).exchange();

        assertThat(mvc.get().uri("/accounts/{id}", id).with(owner)).bodyText().contains("hanako@");
    }

    @Test
    void a_new_account_is_shown_after_it_is_added() {
        var answer = mvc.post().uri("/accounts").with(people.as(Role.MKT)).param("name", "検証<b>建設").param("employees", "300").exchange();

        assertThat(answer).hasStatus(HttpStatus.FOUND);
        var page = requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(page).with(people.as(Role.MKT))).hasStatusOk().bodyText().contains("検証&lt;b&gt;建設", "300");
    }

    @Test
    void what_cannot_be_read_is_said_beside_the_field_and_what_was_typed_stays() {
        assertThat(mvc.post().uri("/accounts").with(people.as(Role.MKT)).param("name", "検証 二丁目").param("corporateNumber", "9900000000001"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("検証 二丁目", "9900000000001", "検査数字");
        assertThat(mvc.post().uri("/accounts").with(people.as(Locale.ENGLISH, Role.MKT)).param("address", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("An account needs its name");
    }

    @Test
    void whoever_changes_what_somebody_changed_before_loses_nothing_typed() {
        var id = anAccount(null);
        var mkt = people.as(Role.MKT);
        assertThat(change(mkt, id, "一人目", 1)).hasStatus(HttpStatus.FOUND);

        assertThat(change(mkt, id, "二人目", 1)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("二人目", "ほかの人が先に変更しました");
        assertThat(accounts.get(id).profile().name()).isEqualTo("一人目");
    }

    @Test
    void changing_facts_leaves_the_assignment_to_the_heads() {
        var owner = people.as(Role.FS);
        var id = anAccount(null);
        mvc.post().uri("/accounts/{id}", id).with(people.as(Role.REVOPS)).param("name", "検証").param("version", "1")
                .param("fsOwner", owner.id().toString()).param("abmTier", "1").exchange();

        assertThat(change(people.as(Role.MKT), id, "検証2", 2)).hasStatus(HttpStatus.FOUND);

        assertThat(accounts.get(id).owners().fieldSales()).isEqualTo(owner.id());
        assertThat(accounts.get(id).abmTier()).isEqualTo(1);
    }

    @Test
    void a_person_has_a_page_with_their_consents() {
        var taken = customers.take(List.of(Sample.incoming().withConsent(Sample.CONSENT)), Sample.BY_HAND).getFirst();
        var id = requireNonNull(taken.person()).facts().id();

        assertThat(mvc.get().uri("/persons/{id}", id).with(people.as(Role.MKT)))
                .hasStatusOk()
                .bodyText()
                .contains("検証 花子", "お知らせを受け取ります", "h•••@")
                .doesNotContain("hanako@");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(mvc.get().uri("/accounts/018f0000-0000-7000-8000-000000000000").with(people.as(Role.MKT))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/persons/x").with(people.as(Role.MKT))).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult change(SamplePeople.Signed who, Account.Id id, String name, int version) {
        return mvc.post().uri("/accounts/{id}", id).with(who).param("name", name).param("version", String.valueOf(version)).exchange();
    }

    private Account.Id anAccount(@Nullable String email) {
        var incoming = Sample.incoming("株式会社検証" + Sample.domain().substring(0, 8), "検証", email, "090-1234-5678");
        return requireNonNull(customers.take(List.of(incoming), Sample.BY_HAND).getFirst().account()).facts().id();
    }
}
