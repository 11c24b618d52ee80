package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class LastAdministratorTest {

    @Autowired
    Members members;

    @Autowired
    SamplePeople people;

    @Test
    void somebody_stays_administrator() {
        members.active().stream().filter(member -> member.is(Role.ADMIN)).skip(1).forEach(admin -> members.leave(Actor.SYSTEM, admin.id()));
        var last = members.active().stream().filter(member -> member.is(Role.ADMIN)).findFirst().map(Member::id)
                .orElseGet(() -> people.as(Role.ADMIN).id());

        assertThatThrownBy(() -> members.leave(Actor.SYSTEM, last)).isInstanceOf(LastAdministrator.class);
        assertThatThrownBy(() -> members.change(Actor.SYSTEM, last, NewMember.of("x@sample.example", "X", Role.FS)))
                .isInstanceOf(LastAdministrator.class);

        var second = people.as(Role.ADMIN);
        assertThatThrownBy(() -> members.leave(second.actor(), second.id())).isInstanceOf(OwnLeaving.class);
        members.leave(second.actor(), last);
        assertThat(members.get(last).active()).isFalse();
    }
}
