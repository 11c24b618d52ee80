package org.kamiau.people;

import static db.people.Tables.MEMBER;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.kamiau.people.MemberRows.MEMBER_FIELDS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The members as every module may ask for them. */
@Component
@Transactional(readOnly = true)
public class MemberDirectory implements Directory {

    private static final Condition ACTIVE = MEMBER.ACTIVE.isTrue();
    private final DSLContext sql;

    MemberDirectory(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<MemberId, Person> people(Collection<MemberId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return select(MEMBER.ID.in(ids.stream().map(MemberId::value).toList())).stream()
                .collect(Collectors.toMap(Person::id, person -> person));
    }

    @Override
    public List<Person> withRole(Role... roles) {
        var any = val(MemberRows.roleCodes(List.of(roles)), MEMBER.ROLES.getDataType());
        return select(ACTIVE.and(condition("{0} && {1}", MEMBER.ROLES, any)));
    }

    private List<Person> select(Condition condition) {
        return sql.select(MEMBER_FIELDS)
                .from(MEMBER)
                .where(condition)
                .orderBy(MemberRows.BY_NAME)
                .fetch(row -> person(MemberRows.member(row)));
    }

    private static Person person(Member member) {
        return new Person(member.id(), member.name(), member.kana(), member.mail(), member.function(), member.roles());
    }

    @Override
    public List<Person> search(String words) {
        var pattern = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        var found = ACTIVE;
        for (var word : pattern.split("\\s+")) {
            found = found.and(MEMBER.NAME.likeIgnoreCase("%" + word + "%")
                    .or(MEMBER.NAME_KANA.likeIgnoreCase("%" + word + "%"))
                    .or(MEMBER.EMAIL.likeIgnoreCase("%" + word + "%")));
        }
        var begins = MEMBER.NAME.likeIgnoreCase(pattern + "%").or(MEMBER.NAME_KANA.likeIgnoreCase(pattern + "%"));
        return sql.select(MEMBER_FIELDS)
                .from(MEMBER)
                .where(found)
                .orderBy(Stream.concat(Stream.of(when(begins, 0).otherwise(1)), MemberRows.BY_NAME.stream()).toList())
                .limit(10)
                .fetch(row -> person(MemberRows.member(row)));
    }
}
