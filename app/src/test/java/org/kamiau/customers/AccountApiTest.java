package org.kamiau.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class AccountApiTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Customers customers;

    @Test
    void an_account_is_added_and_read_with_its_version() {
        var domain = Sample.domain();

        var added = post("""
                {"name": "㈱検証", "corporateNumber": "T8900000000001", "domain": "https://www.%s/", "industry": "建設",
                 "employees": 450, "prefecture": "東京", "phone": "03-1234-5678", "lifecycle": "prospect"}""".formatted(domain));

        assertThat(added).hasStatus(HttpStatus.CREATED).headers().containsHeader("ETag");
        assertThat(added).bodyJson().extractingPath("$.corporateNumber").isEqualTo("8900000000001");
        assertThat(added).bodyJson().extractingPath("$.industry").isEqualTo("construction");
        assertThat(added).bodyJson().extractingPath("$.prefecture").isEqualTo("13");
        assertThat(added).bodyJson().extractingPath("$.domains[0]").isEqualTo(domain);
        var location = requireNonNull(added.getResponse().getHeader("Location"));
        assertThat(mvc.get().uri(location).with(people.as(Role.FS))).hasStatusOk().bodyJson().extractingPath("$.name").isEqualTo("㈱検証");
    }

    @Test
    void every_wrong_field_is_named_in_the_callers_language() {
        var answer = mvc.post().uri("/api/v1/accounts").with(people.as(Role.FS)).header("Accept-Language", "en").contentType(MediaType.APPLICATION_JSON)
                .content("{\"corporateNumber\": \"9900000000001\", \"prefecture\": \"江戸\", \"abmTier\": 9}").exchange();

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyJson().extractingPath("$.errors[*].pointer").asArray()
                .containsExactlyInAnyOrder("/name", "/corporateNumber", "/prefecture", "/abmTier");
        assertThat(answer).bodyText().contains("check digit");
    }

    @Test
    void a_change_needs_the_version_it_was_decided_on() {
        var added = post("{\"name\": \"検証\"}");
        var uri = requireNonNull(added.getResponse().getHeader("Location"));
        var version = requireNonNull(added.getResponse().getHeader("ETag"));

        assertThat(patch(uri, null, "{\"employees\": 5}")).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(patch(uri, version, "{\"employees\": 5, \"address\": \"福井市\"}")).hasStatusOk().bodyJson().extractingPath("$.employees").isEqualTo(5);
        assertThat(patch(uri, version, "{\"employees\": 6}")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void a_change_leaves_what_it_does_not_name_and_empties_what_is_null() {
        var added = post("{\"name\": \"検証\", \"employees\": 5, \"address\": \"福井市大手3-17-1\"}");
        var uri = requireNonNull(added.getResponse().getHeader("Location"));

        var changed = patch(uri, "*", "{\"employees\": null}");

        assertThat(changed).hasStatusOk().bodyJson().extractingPath("$.address").isEqualTo("福井市大手3-17-1");
        assertThat(changed).bodyJson().extractingPath("$.employees").isNull();
        assertThat(patch(uri, "*", "{\"nmae\": \"x\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(patch(uri, "*", "[]")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void a_corporate_number_belongs_to_one_account() {
        post("{\"name\": \"検証一\", \"corporateNumber\": \"8900000000001\"}");

        assertThat(post("{\"name\": \"検証二\", \"corporateNumber\": \"8900000000001\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("customers.corporate-number.taken");
    }

    @Test
    void only_heads_assign() {
        assertThat(post("{\"name\": \"検証\", \"abmTier\": 1}")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void a_persons_details_are_masked_for_whoever_may_not_read_them() {
        var taken = customers.take(List.of(Sample.incoming()), Sample.BY_HAND).getFirst();
        var id = requireNonNull(taken.person()).facts().id();

        var masked = mvc.get().uri("/api/v1/persons/{id}", id).with(people.as(Role.MKT)).exchange();
        var clear = mvc.get().uri("/api/v1/persons/{id}", id).with(people.as(Role.IS)).exchange();

        assertThat(masked).hasStatusOk().bodyJson().extractingPath("$.masked").isEqualTo(true);
        assertThat(masked).bodyText().doesNotContain("hanako@").contains("h•••@");
        assertThat(clear).bodyText().contains("hanako@");
    }

    private MvcTestResult post(String body) {
        return mvc.post().uri("/api/v1/accounts").with(people.as(Role.FS)).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private MvcTestResult patch(String uri, @Nullable String version, String body) {
        var request = mvc.patch().uri(uri).with(people.as(Role.FS)).contentType(MediaType.APPLICATION_JSON).content(body);
        return (version == null ? request : request.header("If-Match", version)).exchange();
    }
}
