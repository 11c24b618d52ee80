package org.kamiau.people;

import static db.people.Tables.MEMBER;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;

/** How members stand in their table. */
final class MemberRows {

    static final List<Field<?>> MEMBER_FIELDS = List.of(
            MEMBER.ID, MEMBER.EMAIL, MEMBER.NAME, MEMBER.NAME_KANA, MEMBER.ROLES, MEMBER.FUNCTIONS, MEMBER.TEAM_ID, MEMBER.ACTIVE);

    static final List<Field<?>> ACTOR_FIELDS = List.of(
            MEMBER.ID, MEMBER.NAME, MEMBER.EMAIL, MEMBER.ROLES, MEMBER.FUNCTIONS, MEMBER.LANGUAGE, MEMBER.THEME);

    static final List<Field<?>> BY_NAME =
            List.of(MEMBER.NAME_KANA.collate("ja-x-icu"), MEMBER.NAME.collate("ja-x-icu"), MEMBER.ID);

    private MemberRows() {}

    static Member member(Record row) {
        return new Member(
                new MemberId(row.get(MEMBER.ID)),
                row.get(MEMBER.EMAIL),
                row.get(MEMBER.NAME),
                row.get(MEMBER.NAME_KANA),
                roles(row.get(MEMBER.ROLES)),
                functions(row.get(MEMBER.FUNCTIONS)),
                team(row.get(MEMBER.TEAM_ID)),
                row.get(MEMBER.ACTIVE));
    }

    /** @param session the signed-in device or the token that the member came with */
    static Actor actor(Record row, UUID session) {
        return new Actor(
                new MemberId(row.get(MEMBER.ID)),
                row.get(MEMBER.NAME),
                row.get(MEMBER.EMAIL),
                roles(row.get(MEMBER.ROLES)),
                functions(row.get(MEMBER.FUNCTIONS)),
                row.get(MEMBER.LANGUAGE).equals("en") ? Locale.ENGLISH : Locale.JAPANESE,
                row.get(MEMBER.THEME),
                session.toString());
    }

    private static @Nullable TeamId team(@Nullable UUID id) {
        return id == null ? null : new TeamId(id);
    }

    private static Set<Role> roles(String[] codes) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(codes).map(Role::of).forEach(roles::add);
        return roles;
    }

    private static Set<Function> functions(String[] codes) {
        var functions = EnumSet.noneOf(Function.class);
        Arrays.stream(codes).map(Function::of).forEach(functions::add);
        return functions;
    }

    /** In the order of the enum, so that equal sets are equal rows. */
    static String[] roleCodes(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::code).toArray(String[]::new);
    }

    static String[] functionCodes(Collection<Function> functions) {
        return functions.stream().sorted().map(Function::code).toArray(String[]::new);
    }
}
