package org.kamiau.people;

import static db.people.Tables.TASK_ASSIGNMENT;
import static db.people.Tables.TEAM;

import db.people.tables.records.TaskAssignmentRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who does what here (役割マップ): clocks, routing and hand-overs ask it for the one to turn to. */
@Component
@Transactional
public class FunctionMap {

    /** The map is one record; its changes stand in one history. */
    static final UUID RECORD = new UUID(0, 0x66756e6374696f6eL);

    static final String KIND = "function_map";

    private final DSLContext sql;
    private final Members members;
    private final Audit audit;

    FunctionMap(DSLContext sql, Members members, Audit audit) {
        this.sql = sql;
        this.members = members;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Assignment assignment(Task task) {
        return sql.selectFrom(TASK_ASSIGNMENT)
                .where(TASK_ASSIGNMENT.TASK.eq(task.code()))
                .fetchOptional(FunctionMap::assignment)
                .orElseGet(() -> Assignment.nobody(task));
    }

    /** The shape that the company has by its map: small where leads go straight to field sales. */
    @Transactional(readOnly = true)
    public Preset preset() {
        return assignment(Task.LEAD_ACCEPTANCE).function() == Function.FIELD_SALES ? Preset.SMALL : Preset.STANDARD;
    }

    /** Every task, in the order in which a company does them. */
    @Transactional(readOnly = true)
    public Map<Task, Assignment> all() {
        var all = new EnumMap<Task, Assignment>(Task.class);
        Arrays.stream(Task.values()).forEach(task -> all.put(task, Assignment.nobody(task)));
        sql.selectFrom(TASK_ASSIGNMENT).fetch(FunctionMap::assignment).forEach(found -> all.put(found.task(), found));
        return all;
    }

    private static Assignment assignment(TaskAssignmentRecord row) {
        var function = row.getFunction();
        var team = row.getTeamId();
        var member = row.getMemberId();
        return new Assignment(
                Task.of(row.getTask()),
                function == null ? null : Function.of(function),
                team == null ? null : new TeamId(team),
                member == null ? null : new MemberId(member));
    }

    /**
     * Active members who can be given the task: the one named, else those of the function (and team, where
     * one is named). Heads only where there is nobody else; empty when nobody does it.
     */
    @Transactional(readOnly = true)
    public List<Member> workers(Task task) {
        return workers(assignment(task));
    }

    @Transactional(readOnly = true)
    public List<Member> workers(Assignment assignment) {
        return workers(assignment, members.active());
    }

    static List<Member> workers(Assignment assignment, List<Member> active) {
        var function = assignment.function();
        var team = assignment.team();
        var named = assignment.member();
        if (named != null) {
            return active.stream().filter(member -> member.id().equals(named)).toList();
        }
        var able = active.stream()
                .filter(member -> function != null && member.functions().contains(function))
                .filter(member -> team == null || team.equals(member.team()))
                .toList();
        var workers = able.stream().filter(Predicate.not(Member::leads)).toList();
        return workers.isEmpty() ? able : workers;
    }

    /** From now on this is who does it; clocks that run already stay with whom they were given to. */
    public void assign(Actor by, Assignment wanted) {
        var before = assignment(wanted.task());
        var complete = complete(wanted);
        write(complete);
        record(by, before, complete);
    }

    /** A person brings their function along; a team does not. Refuses a team or person that there is not. */
    private Assignment complete(Assignment wanted) {
        var team = wanted.team();
        var named = wanted.member();
        if (team != null && !sql.fetchExists(TEAM, TEAM.ID.eq(team.value()))) {
            throw new Invalid("team", "people.invalid.team");
        }
        var function = wanted.function();
        if (named != null) {
            var member = members.find(named).filter(Member::active).orElseThrow(() -> new Invalid("member", "people.invalid.member"));
            function = function == null ? member.function() : function;
        }
        if (function == null && team != null) {
            throw new Invalid("function", "people.invalid.function-needed");
        }
        return new Assignment(wanted.task(), function, team, named);
    }

    /** Gives every task to whom a company of this shape gives it. */
    public void adopt(Actor by, Preset preset) {
        all().forEach((task, before) -> {
            var wanted = new Assignment(task, task.function(preset), null, null);
            write(wanted);
            record(by, before, wanted);
        });
    }

    private void write(Assignment wanted) {
        var row = sql.newRecord(TASK_ASSIGNMENT);
        row.setTask(wanted.task().code());
        row.setFunction(wanted.function() == null ? null : wanted.function().code());
        row.setTeamId(wanted.team() == null ? null : wanted.team().value());
        row.setMemberId(wanted.member() == null ? null : wanted.member().value());
        sql.insertInto(TASK_ASSIGNMENT).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    private void record(Actor by, Assignment before, Assignment after) {
        if (!before.equals(after)) {
            audit.record(by, Change.of(KIND, RECORD, "task_assigned", values(before), values(after), null));
        }
    }

    private static Map<String, @Nullable Object> values(Assignment assignment) {
        var values = new HashMap<String, @Nullable Object>();
        var code = assignment.task().code();
        values.put(code, assignment.function());
        values.put(code + ".team", assignment.team());
        values.put(code + ".member", assignment.member());
        return values;
    }
}
