package org.kamiau.people;

import static db.people.Tables.MEMBER;
import static db.people.Tables.TASK_ASSIGNMENT;
import static db.people.Tables.TEAM;
import static org.jooq.impl.DSL.count;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Teams that members belong to and that tasks can be given to. */
@Component
@Transactional
public class Teams {

    static final String KIND = "team";
    private final DSLContext sql;
    private final Audit audit;

    Teams(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** A team, with how many active members it has. */
    public record Team(TeamId id, String name, int members) {}

    /** By name. */
    @Transactional(readOnly = true)
    public List<Team> all() {
        return sql.select(TEAM.ID, TEAM.NAME, count(MEMBER.ID))
                .from(TEAM)
                .leftJoin(MEMBER)
                .on(MEMBER.TEAM_ID.eq(TEAM.ID), MEMBER.ACTIVE.isTrue())
                .groupBy(TEAM.ID)
                .orderBy(TEAM.NAME.collate("ja-x-icu"))
                .fetch(row -> new Team(new TeamId(row.get(TEAM.ID)), row.get(TEAM.NAME), row.value3()));
    }

    @Transactional(readOnly = true)
    public @Nullable String name(@Nullable TeamId id) {
        return id == null ? null : sql.select(TEAM.NAME).from(TEAM).where(TEAM.ID.eq(id.value())).fetchOne(TEAM.NAME);
    }

    /** Refuses a name that another team has. */
    public TeamId add(Actor by, String name) {
        var id = Ids.next();
        if (sql.insertInto(TEAM).set(TEAM.ID, id).set(TEAM.NAME, name).onConflict(TEAM.NAME).doNothing().execute() == 0) {
            throw new Invalid("name", "people.invalid.team-taken");
        }
        audit.record(by, Change.made(KIND, id, "team_added", Map.of("name", name)));
        return new TeamId(id);
    }

    /** Refuses a name that another team has. */
    public void rename(Actor by, TeamId id, String name) {
        var before = name(id);
        if (before == null) {
            throw new Refusal.NotFound();
        }
        if (sql.fetchExists(TEAM, TEAM.NAME.eq(name), TEAM.ID.ne(id.value()))) {
            throw new Invalid("name", "people.invalid.team-taken");
        }
        sql.update(TEAM).set(TEAM.NAME, name).where(TEAM.ID.eq(id.value())).execute();
        audit.record(by, Change.of(KIND, id.value(), "team_renamed", Map.of("name", before), Map.of("name", name), null));
    }

    /** Refuses a team that somebody is in or that does a task: give those elsewhere first. */
    public void remove(Actor by, TeamId id) {
        var name = name(id);
        if (name == null) {
            throw new Refusal.NotFound();
        }
        if (sql.fetchExists(MEMBER, MEMBER.TEAM_ID.eq(id.value())) || hasTask(id)) {
            throw new TeamNeeded();
        }
        sql.deleteFrom(TEAM).where(TEAM.ID.eq(id.value())).execute();
        audit.record(by, new Change(new RecordRef(KIND, id.value()), "team_removed", Map.of("name", name), null, null));
    }

    private boolean hasTask(TeamId id) {
        return sql.fetchExists(TASK_ASSIGNMENT, TASK_ASSIGNMENT.TEAM_ID.eq(id.value()));
    }
}
