package org.kamiau.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class CustomerListsTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Customers customers;

    private String name = "";
    private String email = "";

    @BeforeEach
    void somebody() {
        name = "鵺" + Sample.domain().substring(1, 9);
        email = "hanako@" + Sample.domain();
        customers.take(List.of(Sample.incoming("株式会社" + name, name, email, "090-1234-5678")), Sample.BY_HAND);
    }

    @Test
    void accounts_are_listed_and_found_by_a_part_of_their_name() {
        assertThat(mvc.get().uri("/accounts?q={q}", name.substring(1, 6)).with(people.as(Role.MKT)))
                .hasStatusOk()
                .bodyText()
                .contains(name, "建設業", "福井県", "見込");
        assertThat(mvc.get().uri("/accounts?q={q}", "鵼" + name).with(people.as(Locale.ENGLISH, Role.MKT)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("株式会社" + name);
    }

    @Test
    void persons_are_listed_with_their_details_masked() {
        assertThat(mvc.get().uri("/persons?q={q}", name).with(people.as(Role.MKT)))
                .hasStatusOk()
                .bodyText()
                .contains(name, "h•••@", "工事部長")
                .doesNotContain(email);
        assertThat(mvc.get().uri("/persons?q={q}", name).with(people.as(Role.IS))).hasStatusOk().bodyText().contains(email);
    }

    @Test
    void who_may_not_read_a_mailbox_cannot_find_its_owner_by_it() {
        for (var uri : List.of("/persons?q=" + email, "/persons?f=email.contains.hanako", "/api/v1/persons?q=" + email, "/api/v1/persons?email=" + email)) {
            assertThat(mvc.get().uri(uri).with(people.as(Role.ADMIN))).as(uri).bodyText().doesNotContain(name);
            assertThat(mvc.get().uri(uri).with(people.as(Role.IS))).as(uri).bodyText().contains(name);
        }
    }

    @Test
    void an_export_masks_what_the_screen_masks() {
        var uri = "/lists/persons/export?format=csv&q=" + name;

        assertThat(mvc.get().uri(uri).with(people.as(Role.MKT))).hasStatusOk().bodyText().contains("h•••@").doesNotContain(email);
        assertThat(mvc.get().uri(uri).with(people.as(Role.CS))).hasStatusOk().bodyText().contains(email);
    }

    @Test
    void programs_page_through_the_lists() {
        customers.take(List.of(Sample.incoming("株式会社" + name + "乙", name, null, null)), Sample.BY_HAND);
        var is = people.as(Role.IS);

        var first = mvc.get().uri("/api/v1/accounts?limit=1&q={q}", name).with(is).exchange();
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        var next = requireNonNull(first.getResponse().getContentAsByteArray());
        var cursor = new String(next, StandardCharsets.UTF_8).replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        var second = mvc.get().uri("/api/v1/accounts?limit=1&q={q}&cursor={c}", name, cursor).with(is).exchange();

        assertThat(second).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(second).bodyJson().extractingPath("$.next").isNull();
        assertThat(mvc.get().uri("/api/v1/accounts?lifecycle=nonsense").with(is)).hasStatus(422);
    }
}
