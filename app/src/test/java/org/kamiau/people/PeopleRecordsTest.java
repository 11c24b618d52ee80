package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
class PeopleRecordsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Test
    void how_a_member_signed_in_is_shown_to_guards_and_to_themselves() {
        var fs = people.as(Role.FS);
        var access = "/history/member_access/" + fs.id();

        assertThat(mvc.get().uri(access).with(fs)).hasStatusOk().bodyText().contains("APIトークンを作成");
        assertThat(mvc.get().uri(access).with(people.as(Role.AUDIT))).hasStatusOk();
        assertThat(mvc.get().uri(access).with(people.as(Role.SALES_HEAD))).hasStatus(404);
        assertThat(mvc.get().uri("/history/member/" + fs.id()).with(people.as(Role.SALES_HEAD))).hasStatusOk();
    }

    @Test
    void colleagues_are_found_in_the_palette() {
        var is = people.as(Role.IS);

        assertThat(mvc.get().uri("/palette").param("q", is.actor().name()).with(is)).hasStatusOk().bodyText().contains("/members/" + is.id());
    }
}
