package org.kamiau.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@KamiauTest
class ApiPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    private JsonNode description() throws UnsupportedEncodingException {
        return json.readTree(mvc.get().uri("/api/openapi.json").exchange().getResponse().getContentAsString());
    }

    @Test
    void every_call_says_what_it_does_and_how_it_refuses() throws UnsupportedEncodingException {
        description().path("paths").properties().forEach(path -> path.getValue().properties().forEach(verb -> {
            var call = verb.getValue();
            var where = verb.getKey() + " " + path.getKey();
            assertThat(call.path("summary").asString("")).as("summary of " + where).isNotBlank();
            assertThat(call.path("responses").propertyNames()).as("refusals of " + where).contains("400", "429");
            if (call.has("requestBody")) {
                assertThat(call.at("/requestBody/content/application~1json/example").isEmpty()
                                && call.at("/requestBody/content/application~1json/examples").isEmpty())
                        .as("no example of the body of " + where)
                        .isFalse();
            }
            if (verb.getKey().equals("post")) {
                assertThat(call.path("parameters").toString()).as("headers of " + where).contains("Idempotency-Key");
            }
            if (!path.getKey().equals("/health")) {
                assertThat(call.path("responses").propertyNames()).as("refusals of " + where).contains("401", "403");
            }
        }));
    }

    @Test
    void calls_need_a_token_unless_they_say_otherwise() throws UnsupportedEncodingException {
        var api = description();

        assertThat(api.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
        assertThat(api.at("/security/0").has("token")).isTrue();
        assertThat(api.at("/paths/~1health/get/security").isEmpty()).isTrue();
    }

    @Test
    void each_answer_has_a_schema_of_its_own() throws UnsupportedEncodingException {
        var api = description();

        assertThat(api.at("/paths/~1health/get/responses/200/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/HealthAnswer");
        assertThat(api.at("/components/schemas/HealthAnswer/properties/now/format").asString()).isEqualTo("date-time");
    }

    @Test
    void people_read_the_same_in_their_language() {
        assertThat(mvc.get().uri("/api").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Make a token, then ask who you are", "/health", "curl");
        assertThat(mvc.get().uri("/api").header("Accept-Language", "ja")).bodyText().contains("トークンを発行し、まず自分が誰かを確認します");
    }

    @Test
    void a_change_names_the_version_it_was_decided_on() {
        Version.expected("\"7\"").mustBe(Version.of(7));
        Version.expected("W/\"7\"").mustBe(Version.of(7));
        Version.expected("*").mustBe(Version.of(7));

        assertThatThrownBy(() -> Version.expected("\"6\"").mustBe(Version.of(7))).isInstanceOf(Refusal.Stale.class);
        assertThatThrownBy(() -> Version.expected(null)).isInstanceOf(Version.Missing.class);
    }
}
