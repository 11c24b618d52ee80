package org.kamiau.needs;

import java.util.Locale;
import java.util.Set;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.demo.Story;

/** Who acts in the demonstration's past of needs, with the rights that they have. */
final class DemoCast {

    private DemoCast() {}

    static Actor research(Story story) {
        return actor(story.get("member/research", MemberId.class), "リサーチ", Role.MKT, Function.MARKETING);
    }

    static Actor seller(MemberId id) {
        return actor(id, "", Role.FS, Function.FIELD_SALES);
    }

    private static Actor actor(MemberId id, String name, Role role, Function function) {
        return new Actor(id, name, "", Set.of(role), Set.of(function), Locale.JAPANESE, "auto", null);
    }
}
