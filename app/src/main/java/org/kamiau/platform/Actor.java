package org.kamiau.platform;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a member (through the browser or a token) or the system itself.
 *
 * @param member null for the system
 * @param functions what this member does here: the work of the roles, and what else was given to them
 * @param session the signed-in device or token that this request came through, for audit and idempotency
 */
public record Actor(
        @Nullable MemberId member,
        String name,
        String mail,
        Set<Role> roles,
        Set<Function> functions,
        Locale language,
        String theme,
        @Nullable String session) {

    /** Acts for clocks, imports from the shell and other things that no member started. */
    public static final Actor SYSTEM = new Actor(null, "Kamiau", "", Set.of(), Set.of(), Locale.JAPANESE, "auto", null);

    public Actor {
        roles = Set.copyOf(roles);
        functions = Set.copyOf(functions);
    }

    /** The member, where a signed-in one is certain (every route but the public ones). */
    public MemberId id() {
        if (member == null) {
            throw new IllegalStateException("the system is no member");
        }
        return member;
    }

    public boolean is(Role... any) {
        for (var role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean does(Function function) {
        return functions.contains(function);
    }

    public boolean is(MemberId other) {
        return other.equals(member);
    }

    /** Auditors read everything and change nothing. */
    public boolean readsOnly() {
        return roles.equals(Set.of(Role.AUDIT));
    }
}
