package org.kamiau.people;

import static db.people.Tables.MEMBER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Side;
import org.kamiau.platform.demo.DemoGround;
import org.springframework.stereotype.Component;

/** The demonstration's door without a lock: shut unless it is a demonstration, seen from its own machine. */
@Component
class DemoDoor {

    /** The two sides' heads: the guided path begins with one of them. */
    private static final List<String> HEADS = List.of("sales-head", "mkt-head");

    private final DSLContext sql;
    private final DemoGround ground;

    DemoDoor(DSLContext sql, DemoGround ground) {
        this.sql = sql;
        this.ground = ground;
    }

    /** Members of one function, as they stand on the sign-in page. */
    public record Group(Function function, List<Choice> members) {}

    /** Somebody one can be. */
    public record Choice(String code, String name) {}

    /** A door for whoever asks what this is about: the head of a side, to be shown around. */
    public record Head(String code, String name, Side side) {}

    List<Head> heads(HttpServletRequest request) {
        if (!ground.open(request)) {
            return List.of();
        }
        return sql.select(MemberRows.MEMBER_FIELDS)
                .select(MEMBER.CODE)
                .from(MEMBER)
                .where(MEMBER.ACTIVE.isTrue(), MEMBER.CODE.in(HEADS))
                .fetch(row -> new Head(row.get(MEMBER.CODE), row.get(MEMBER.NAME), MemberRows.member(row).function().side()))
                .stream()
                .sorted(Comparator.comparing(head -> HEADS.indexOf(head.code())))
                .toList();
    }

    List<Group> groups(HttpServletRequest request) {
        if (!ground.open(request)) {
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
        ground.check(request);
        return sql.select(MEMBER.ID)
                .from(MEMBER)
                .where(MEMBER.CODE.eq(code), MEMBER.ACTIVE.isTrue())
                .fetchOptional(MEMBER.ID)
                .map(MemberId::new)
                .orElseThrow(Refusal.NotFound::new);
    }
}
