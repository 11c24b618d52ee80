package org.kamiau.people;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;

/**
 * Somebody who works here, or did ({@code active} is false then).
 *
 * @param kana reading of the name, may be empty
 * @param functions what they do now: the work of their roles, and what else was given to them
 */
public record Member(
        MemberId id,
        String mail,
        String name,
        String kana,
        Set<Role> roles,
        Set<Function> functions,
        @Nullable TeamId team,
        boolean active) {

    public Member {
        roles = Set.copyOf(roles);
        functions = Set.copyOf(functions);
    }

    public boolean is(Role... any) {
        for (var role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** The function one names first when asked what they do. */
    public Function function() {
        return mainFunction(roles);
    }

    /** Heads are asked to decide; the work itself goes to the others. */
    public boolean leads() {
        return is(Role.EXEC, Role.SALES_HEAD, Role.FS_MGR, Role.IS_LEAD, Role.MKT_HEAD);
    }

    /** What was given to them besides the work of their roles. */
    Set<Function> besides() {
        return functions.stream()
                .filter(function -> roles.stream().noneMatch(role -> role.function() == function))
                .collect(Collectors.toSet());
    }

    Member working(boolean here) {
        return new Member(id, mail, name, kana, roles, functions, team, here);
    }

    static Function mainFunction(Set<Role> roles) {
        return EnumSet.copyOf(roles).iterator().next().function();
    }

    /** What these roles and the functions given besides make of a member's work. */
    static Set<Function> functions(Set<Role> roles, Set<Function> besides) {
        var all = EnumSet.noneOf(Function.class);
        roles.forEach(role -> all.add(role.function()));
        all.addAll(besides);
        return all;
    }
}
