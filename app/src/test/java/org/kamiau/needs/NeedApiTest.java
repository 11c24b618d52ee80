package org.kamiau.needs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
class NeedApiTest {

    private static final String BODY = """
            {"titleJa": "実施記録を元請・監査に提出したい", "titleEn": "Hand records to prime contractors", "kind": "job",
             "phrases": [{"language": "ja", "kind": "synonym", "text": "作業記録の提出"}]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleNeeds sample;

    SamplePeople.Signed marketer;

    @BeforeEach
    void signIn() {
        marketer = people.as(Role.MKT);
    }

    @Test
    void a_need_is_added_read_found_and_listed() {
        var added = post("/api/v1/needs", BODY);
        var uri = requireNonNull(added.getResponse().getHeader("Location"));

        assertThat(added).hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.state").isEqualTo("raw");
        assertThat(mvc.get().uri(uri).with(people.as(Role.FS))).hasStatusOk().bodyJson().extractingPath("$.phrases[0].text").isEqualTo("作業記録の提出");
        assertThat(mvc.get().uri("/api/v1/needs?q=作業記録の&state=raw").with(marketer)).hasStatusOk().bodyText().contains("実施記録を元請");
        assertThat(mvc.get().uri("/api/v1/needs?state=merged,dropped&q=作業記録の").with(marketer)).hasStatusOk().bodyText().doesNotContain("実施記録");
        assertThat(mvc.get().uri("/api/v1/needs?state=nonsense").with(marketer)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.get().uri("/api/v1/needs/{id}", java.util.UUID.randomUUID()).with(marketer)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void wrong_fields_are_named() {
        var answer = post("/api/v1/needs", "{\"kind\": \"wish\", \"owner\": \"me\"}");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyJson().extractingPath("$.errors[*].pointer").asArray()
                .containsExactlyInAnyOrder("/titleJa", "/kind", "/owner");
    }

    @Test
    void a_patch_changes_what_it_names_and_takes_a_step_with_its_reason() {
        var uri = requireNonNull(post("/api/v1/needs", BODY).getResponse().getHeader("Location"));

        assertThat(patch(uri, null, "{\"kind\": \"pain\"}")).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        var changed = patch(uri, "\"1\"", "{\"kind\": \"pain\"}");
        assertThat(changed).hasStatusOk().bodyJson().extractingPath("$.meaning").isEqualTo(2);
        assertThat(changed).bodyJson().extractingPath("$.phrases[0].text").isEqualTo("作業記録の提出");
        assertThat(patch(uri, "\"1\"", "{\"kind\": \"job\"}")).hasStatus(HttpStatus.CONFLICT);
        assertThat(patch(uri, "*", "{\"state\": \"verifying\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(patch(uri, "*", "{\"state\": \"verifying\", \"reason\": \"監査前に困る\"}")).hasStatusOk().bodyJson().extractingPath("$.hypothesis")
                .isEqualTo("監査前に困る");
        assertThat(patch(uri, "*", "{\"state\": \"answered\"}")).hasStatus(HttpStatus.CONFLICT).bodyJson().extractingPath("$.code").isEqualTo("needs.need-no-step");
        assertThat(patch(uri, "*", "{\"state\": \"nowhere\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(patch(uri, "*", "{\"tilte\": \"x\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(patch(uri, "*", "{\"phrases\": [{\"language\": \"fr\"}]}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void a_merge_answers_the_need_that_stays_and_refuses_circles() {
        var one = sample.raw();
        var other = sample.raw();
        sample.voice(one.id());

        assertThat(post("/api/v1/needs/" + one.id() + "/merges", "{\"into\": \"" + one.id() + "\", \"reason\": \"同じ\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("/api/v1/needs/" + one.id() + "/merges", "{\"into\": \"" + other.id() + "\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("/api/v1/needs/" + one.id() + "/merges", "{\"into\": \"" + other.id() + "\", \"reason\": \"同じ\"}"))
                .hasStatusOk().bodyJson().extractingPath("$.voices").isEqualTo(1);
        assertThat(post("/api/v1/needs/" + other.id() + "/merges", "{\"into\": \"" + one.id() + "\", \"reason\": \"同じ\"}"))
                .hasStatus(HttpStatus.CONFLICT).bodyJson().extractingPath("$.code").isEqualTo("needs.need-merge-circle");
        assertThat(mvc.get().uri("/api/v1/needs/{id}", one.id()).with(marketer)).bodyJson().extractingPath("$.mergedInto").isEqualTo(other.id().toString());
    }

    private MvcTestResult post(String uri, String body) {
        return mvc.post().uri(uri).with(marketer).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private MvcTestResult patch(String uri, @Nullable String version, String body) {
        var request = mvc.patch().uri(uri).with(marketer).contentType(MediaType.APPLICATION_JSON).content(body);
        return (version == null ? request : request.header("If-Match", version)).exchange();
    }
}
