package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
class IdentitiesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Test
    void a_token_acts_as_its_member() {
        var fs = people.as(Role.FS, Role.ADMIN);

        assertThat(mvc.get().uri("/api/v1/me").with(fs))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"%s\",\"name\":\"%s\",\"email\":\"%s\",\"roles\":[\"fs\",\"admin\"]}"
                        .formatted(fs.id(), fs.actor().name(), fs.actor().mail()));
    }

    @Test
    void the_api_knows_no_cookies_and_no_invented_tokens() {
        var fs = people.as(Role.FS);

        assertThat(mvc.get().uri("/api/v1/me").cookie(new Cookie("kamiau-session", fs.cookie()))).hasStatus(401);
        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", "Bearer kmu_" + "a".repeat(43))).hasStatus(401);
        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", "Bearer " + fs.cookie())).hasStatus(401);
    }

    @Test
    void members_are_listed_page_by_page() {
        var fs = people.as(Role.FS);
        people.as(Role.IS);

        var first = assertThat(mvc.get().uri("/api/v1/members?limit=1").with(fs)).hasStatusOk().bodyJson();

        first.extractingPath("$.items.length()").isEqualTo(1);
        first.extractingPath("$.next").isNotNull();
        assertThat(mvc.get().uri("/api/v1/members?limit=0").with(fs)).hasStatus(422);
        assertThat(mvc.get().uri("/api/v1/members?cursor=%21").with(fs)).hasStatus(422);
    }
}
