package org.kamiau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
class WalkPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @ParameterizedTest
    @ValueSource(strings = {"/demo/path", "/demo/real", "/demo/side-by-side/lead/"})
    void outside_the_demonstration_there_is_nothing_to_see(String path) {
        var address = path.endsWith("/") ? path + UUID.randomUUID() : path;

        assertThat(mvc.get().uri(address).with(people.as(Role.SALES_HEAD))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo/path/scene", "/demo/path/decision", "/demo/path/beginning", "/demo/path/leaving"})
    void outside_the_demonstration_nobody_walks(String path) {
        assertThat(mvc.post().uri(path).with(people.as(Role.MKT_HEAD)).param("scene", "volume").param("choice", "both")).hasStatus(404);
    }
}
