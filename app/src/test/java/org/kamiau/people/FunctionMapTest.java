package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class FunctionMapTest {

    @Autowired
    FunctionMap map;

    @Autowired
    Teams teams;

    @Autowired
    Members members;

    @Autowired
    SamplePeople people;

    @Autowired
    Audit audit;

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_new_installation_works_like_the_standard_company() {
        assertThat(map.all().keySet()).containsExactly(Task.values());
        assertThat(map.all().values()).allSatisfy(
                assignment -> assertThat(assignment.function()).isEqualTo(assignment.task().function(Preset.STANDARD)));
    }

    @Test
    void a_small_company_hands_leads_straight_to_sellers() {
        var fs = people.as(Role.FS);
        people.as(Role.SALES_HEAD);

        map.adopt(fs.actor(), Preset.SMALL);

        assertThat(map.assignment(Task.LEAD_ACCEPTANCE).function()).isEqualTo(Function.FIELD_SALES);
        assertThat(map.workers(Task.LEAD_ACCEPTANCE)).extracting(Member::id).contains(fs.id());
        assertThat(map.workers(Task.LEAD_ACCEPTANCE)).noneMatch(Member::leads);
        assertThat(map.assignment(Task.DEVELOPMENT).unassigned()).isTrue();
        assertThat(map.workers(Task.DEVELOPMENT)).isEmpty();
    }

    @Test
    void a_team_or_a_person_can_be_named() {
        var team = teams.add(Actor.SYSTEM, "東日本");
        var east = people.as(Role.FS);
        var west = people.as(Role.FS);
        members.change(Actor.SYSTEM, east.id(), new NewMember(
                east.actor().mail(), "FS-1", "", Set.of(Role.FS), Set.of(), team, Locale.JAPANESE, null));

        map.assign(west.actor(), new Assignment(Task.VISITS, Function.FIELD_SALES, team, null));
        assertThat(map.workers(Task.VISITS)).extracting(Member::id).containsExactly(east.id());

        map.assign(west.actor(), new Assignment(Task.VISITS, null, null, west.id()));
        assertThat(map.assignment(Task.VISITS).function()).isEqualTo(Function.FIELD_SALES);
        assertThat(map.workers(Task.VISITS)).extracting(Member::id).containsExactly(west.id());

        members.leave(Actor.SYSTEM, west.id());
        assertThat(map.workers(Task.VISITS)).isEmpty();
        assertThat(audit.history(new RecordRef("function_map", FunctionMap.RECORD), 9)).hasSize(2);
    }

    @Test
    void what_is_not_known_here_is_refused() {
        var nobody = new MemberId(Ids.next());

        assertThatThrownBy(() -> map.assign(Actor.SYSTEM, new Assignment(Task.WEB, Function.MARKETING, null, nobody))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> map.assign(Actor.SYSTEM, new Assignment(Task.WEB, null, new TeamId(nobody.value()), null))).isInstanceOf(Invalid.class);
    }

    @Test
    void everybody_reads_the_map_and_heads_draw_it() {
        var head = people.as(Role.MKT_HEAD);
        var fs = people.as(Role.FS);
        map.assign(Actor.SYSTEM, Assignment.nobody(Task.WEB));

        assertThat(mvc.get().uri("/settings/functions").with(fs)).hasStatusOk().bodyText()
                .contains("未担当の業務が1件", "リードの受領・最初の連絡").doesNotContain("action=\"/settings/functions/web\"");
        assertThat(mvc.post().uri("/settings/functions/web").with(fs).param("function", "marketing")).hasStatus(403);
        assertThat(mvc.post().uri("/settings/functions/web").with(head).param("function", "marketing").param("member", "")).hasStatus(303);
        assertThat(mvc.post().uri("/settings/functions/web").with(head).param("function", "wizardry")).hasStatus(422);
        assertThat(mvc.post().uri("/settings/functions/juggling").with(head).param("function", "marketing")).hasStatus(404);

        assertThat(map.assignment(Task.WEB).function()).isEqualTo(Function.MARKETING);
    }
}
