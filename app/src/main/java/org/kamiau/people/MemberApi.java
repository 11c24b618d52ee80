package org.kamiau.people;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members as other programs see them. */
@RestController
@RequestMapping("/api/v1")
@Access.Members
class MemberApi {

    private static final int LONGEST_PAGE = 200;
    private final Members members;

    MemberApi(Members members) {
        this.members = members;
    }

    record Myself(MemberId id, String name, String email, List<Role> roles) {}

    record Colleague(
            MemberId id, String name, String kana, String email, List<Role> roles, List<Function> functions, @Nullable TeamId team, boolean active) {}

    record Page(List<Colleague> items, @Nullable String next) {}

    @Operation(summary = "Who I am", description = "The member that the token acts for, with the roles it has.")
    @GetMapping("/me")
    Myself me(@Me Actor me) {
        return new Myself(me.id(), me.name(), me.mail(), sorted(me.roles()));
    }

    /** In the order of joining, former members included. */
    @Operation(
            summary = "All members",
            description = "In the order of joining, former members included (active: false), up to limit at once.")
    @GetMapping("/members")
    Page members(@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new Invalid("limit", "people.invalid.limit", LONGEST_PAGE);
        }
        var found = members.since(cursor == null ? null : after(cursor), limit + 1);
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page(page.stream().map(MemberApi::colleague).toList(), more ? cursor(page.getLast().id()) : null);
    }

    private static MemberId after(String cursor) {
        try {
            return new MemberId(UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII)));
        } catch (IllegalArgumentException malformed) {
            throw new Invalid("cursor", "people.invalid.cursor");
        }
    }

    private static String cursor(MemberId last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.toString().getBytes(US_ASCII));
    }

    private static Colleague colleague(Member member) {
        return new Colleague(
                member.id(),
                member.name(),
                member.kana(),
                member.mail(),
                sorted(member.roles()),
                sorted(member.functions()),
                member.team(),
                member.active());
    }

    private static <E extends Enum<E>> List<E> sorted(Set<E> values) {
        return values.stream().sorted().toList();
    }
}
