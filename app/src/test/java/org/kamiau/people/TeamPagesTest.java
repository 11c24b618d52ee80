package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
class TeamPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Teams teams;

    @Autowired
    Members members;

    private final String name = "Team " + UUID.randomUUID();

    private TeamId team() {
        return teams.all().stream().filter(team -> team.name().equals(name)).findFirst().orElseThrow().id();
    }

    @Test
    void a_team_is_added_renamed_and_removed() {
        var admin = people.as(Role.ADMIN);

        assertThat(mvc.post().uri("/settings/teams").with(admin).param("name", name)).hasStatus(303);
        assertThat(mvc.post().uri("/settings/teams").with(admin).param("name", name)).hasStatus(422).bodyText().contains("同じ名前のチーム");
        var id = team();
        assertThat(mvc.get().uri("/settings/teams").with(admin)).hasStatusOk().bodyText().contains(name);
        assertThat(mvc.post().uri("/settings/teams/" + id).with(admin).param("name", name + " 2")).hasStatus(303);
        assertThat(mvc.post().uri("/settings/teams/" + id + "/removal").with(admin)).hasStatus(303);

        assertThat(teams.name(id)).isNull();
        assertThat(mvc.post().uri("/settings/teams/" + id + "/removal").with(admin)).hasStatus(404);
    }

    @Test
    void a_team_with_members_stays() {
        var admin = people.as(Role.ADMIN);
        var id = teams.add(Actor.SYSTEM, name);
        members.add(Actor.SYSTEM, new NewMember(
                UUID.randomUUID() + "@sample.example", "FS-1", "", Set.of(Role.FS), Set.of(), id, Locale.JAPANESE, null));

        assertThat(mvc.post().uri("/settings/teams/" + id + "/removal").with(admin)).hasStatus(409).bodyText().contains("メンバーまたは担当業務");
    }
}
