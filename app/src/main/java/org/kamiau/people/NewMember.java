package org.kamiau.people;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;
import org.kamiau.platform.Role;

/**
 * Somebody who joins.
 *
 * @param besides functions besides those of the roles
 * @param code short name, for members of the demonstration company only
 */
public record NewMember(
        String mail,
        String name,
        String kana,
        Set<Role> roles,
        Set<Function> besides,
        @Nullable TeamId team,
        Locale language,
        @Nullable String code) {

    public NewMember {
        roles = Set.copyOf(roles);
        besides = Set.copyOf(besides);
    }

    /** With the work of the roles only, in no team, reading Japanese. */
    public static NewMember of(String mail, String name, Role... roles) {
        return new NewMember(mail, name, "", Set.of(roles), Set.of(), null, Locale.JAPANESE, null);
    }
}
