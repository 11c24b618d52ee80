package org.kamiau.people;

import static db.people.Tables.MEMBER;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The demonstration's door without a lock: shut unless it is a demonstration, seen from its own machine. */
@Component
class DemoDoor {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private final DSLContext sql;
    private final boolean demonstration;

    DemoDoor(DSLContext sql, @Value("${kamiau.demo:false}") boolean demonstration) {
        this.sql = sql;
        this.demonstration = demonstration;
    }

    /** Members of one function, as they stand on the sign-in page. */
    public record Group(Function function, List<Choice> members) {}

    /** Somebody one can be. */
    public record Choice(String code, String name) {}

    List<Group> groups(HttpServletRequest request) {
        if (!open(request)) {
            return List.of();
        }
        var groups = new TreeMap<Function, List<Choice>>(Comparator.comparingInt(Function::ordinal));
        sql.select(MemberRows.MEMBER_FIELDS)
                .select(MEMBER.CODE)
                .from(MEMBER)
                .where(MEMBER.ACTIVE.isTrue(), MEMBER.CODE.isNotNull())
                .orderBy(MEMBER.CODE)
                .forEach(row -> groups.computeIfAbsent(MemberRows.member(row).function(), _ -> new ArrayList<>())
                        .add(new Choice(row.get(MEMBER.CODE), row.get(MEMBER.NAME))));
        return groups.entrySet().stream().map(entry -> new Group(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }

    /** Refuses a code that nobody has, and everybody where this is no demonstration. */
    MemberId member(String code, HttpServletRequest request) {
        if (!open(request)) {
            throw new Refusal.NotFound();
        }
        return sql.select(MEMBER.ID)
                .from(MEMBER)
                .where(MEMBER.CODE.eq(code), MEMBER.ACTIVE.isTrue())
                .fetchOptional(MEMBER.ID)
                .map(MemberId::new)
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Asked from this machine, by its own name, and not passed on by a proxy for somebody elsewhere. */
    private boolean open(HttpServletRequest request) {
        return demonstration
                && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && HERE.contains(request.getServerName())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }
}
