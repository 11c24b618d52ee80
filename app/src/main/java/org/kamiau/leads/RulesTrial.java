package org.kamiau.leads;

import static db.leads.Tables.RULES_DRAFT;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Customers.SegmentName;
import org.kamiau.customers.RoleLevel;
import org.kamiau.platform.Bulk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries a draft on the leads of the last months. Up to {@value #MOST} MQLs and as many other leads are judged;
 * of more a sample by the hash of their ids, the same one every time.
 */
@Component
@Transactional
class RulesTrial {

    static final int MOST = 10_000;

    /** What a trial found in a few numbers, kept beside the draft for those who approve. */
    public record Figures(long before, long after, long out, long in, long sqls, long lost, long judged, Instant at) {}

    private final DSLContext sql;
    private final Customers customers;
    private final Scoring scoring;
    private final JsonMapper json;
    private final InstantSource clock;

    RulesTrial(DSLContext sql, Customers customers, Scoring scoring, JsonMapper json, InstantSource clock) {
        this.sql = sql;
        this.customers = customers;
        this.scoring = scoring;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Against the rules in force, whose outcome is judged in the same way.
     *
     * @param most examples of each kind
     */
    RulesOutcome run(RulesDraft.Terms draft, int most) {
        var now = clock.instant();
        var period = RulesOutcome.Period.before(now);
        long mqls = count("qualified_at >= {0} and qualified_at <= {1}", period.earliest(), now);
        long others = count("qualified_at is null and last_touch_at >= {0} and last_touch_at <= {1}", period.from(), now);
        var judged = past("l.qualified_at >= {0} and l.qualified_at <= {1}", period.earliest(), now, mqls);
        var rest = past("l.qualified_at is null and l.last_touch_at >= {0} and l.last_touch_at <= {1}", period.from(), now, others);
        var outcome = RulesOutcome.of(
                Stream.concat(judged.stream(), rest.stream()).toList(), scoring.current().rules(), draft.rules(), period,
                new RulesOutcome.Sample(judged.size(), mqls, rest.size(), others), most);
        keep(draft, outcome, now);
        return outcome;
    }

    private long count(String condition, Instant from, Instant to) {
        return Objects.requireNonNull(sql.resultQuery("select count(*) from leads.lead where " + condition, val(from), val(to)).fetchSingleInto(Long.class));
    }

    /** The index on the moment finds them; the hash of the id thins them out. */
    private List<PastLead> past(String condition, Instant from, Instant to, long there) {
        int of65536 = there <= MOST ? 65_536 : (int) (65_536L * MOST / there);
        var segments = customers.segmentNames();
        return sql.resultQuery(
                        """
                        select l.id, a.name, l.origin, l.target, not l.contact_missing, l.occurred_at, l.qualified_at, l.sql_at, l.receiver_id,
                            a.segments[1], a.employees, p.role_level, p.title, a.prefecture, coalesce(a.lifecycle = 'customer', false),
                            coalesce(p.free_mail, false), t.kinds, t.moments, t.messages
                        from leads.lead l
                        left join customers.account_view a on a.id = l.account_id
                        left join customers.person_view p on p.id = l.person_id
                        cross join lateral (
                            select array_agg(kind order by occurred_at) as kinds, array_agg(occurred_at order by occurred_at) as moments,
                                array_agg(message order by occurred_at) as messages
                            from leads.touch where lead_id = l.id) t
                        where t.kinds is not null and (hashtext(l.id::text) & 65535) < {2} and
                        """
                                + condition,
                        val(from),
                        val(to),
                        val(of65536))
                .fetch(row -> past(row, segments));
    }

    private static PastLead past(Record row, Map<String, SegmentName> segments) {
        return new PastLead(
                row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class), row.get(3, Boolean.class), row.get(4, Boolean.class),
                row.get(5, Instant.class), row.get(6, Instant.class), row.get(7, Instant.class), row.get(8, UUID.class),
                who(row, segments), responses(row));
    }

    private static Prospect who(Record row, Map<String, SegmentName> segments) {
        var level = row.get(11, String.class);
        return new Prospect(
                row.get(3, Boolean.class) ? segment(row.get(9, String.class), segments) : null,
                row.get(10, Integer.class),
                level == null ? RoleLevel.UNKNOWN : RoleLevel.valueOf(level.toUpperCase(Locale.ROOT)),
                row.get(12, String.class),
                row.get(13, String.class),
                row.get(14, Boolean.class),
                row.get(15, Boolean.class),
                null,
                List.of());
    }

    /** It was a target when it came, whatever its segments are called today. */
    private static SegmentName segment(@Nullable String code, Map<String, SegmentName> segments) {
        var name = code == null ? null : segments.get(code);
        return name == null ? new SegmentName("", "") : name;
    }

    private static List<PastLead.Response> responses(Record row) {
        var kinds = row.get(16, String[].class);
        var moments = row.get(17, OffsetDateTime[].class);
        var messages = row.get(18, String[].class);
        var responses = new ArrayList<PastLead.Response>(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            responses.add(new PastLead.Response(new Touch(ResponseKind.of(kinds[i]), moments[i].toInstant()), messages[i]));
        }
        return responses;
    }

    /** Beside the open draft; whoever tries it at the same time waits for its row, so that numbers and leads are of one trial. */
    private void keep(RulesDraft.Terms draft, RulesOutcome outcome, Instant now) {
        var figures = new Figures(
                outcome.before(), outcome.after(), outcome.outTimes(), outcome.inTimes(), outcome.fate().sqls(), outcome.fate().lost(),
                outcome.sample().read(), now);
        int kept = sql.update(RULES_DRAFT)
                .set(RULES_DRAFT.TRIAL, JSONB.valueOf(json.writeValueAsString(figures)))
                .set(RULES_DRAFT.TRIAL_REVISION, draft.revision())
                .where(RULES_DRAFT.ID.eq(draft.id().value()), RULES_DRAFT.REVISION.eq(draft.revision()), RULES_DRAFT.STATE.eq("open"))
                .execute();
        if (kept == 1) {
            keep(outcome.judged());
        }
    }

    /** What has not changed since the last trial is not written again. */
    private void keep(List<RulesOutcome.Judged> judged) {
        var rows = new Bulk<>(judged);
        sql.execute("delete from leads.trial_lead t where not exists (select from unnest({0}::uuid[]) j (id) where j.id = t.lead_id)", rows.uuids(RulesOutcome.Judged::lead));
        sql.execute(
                """
                insert into leads.trial_lead as t (lead_id, verdict, counted)
                select * from unnest({0}::uuid[], {1}::text[], {2}::boolean[])
                on conflict (lead_id) do update set verdict = excluded.verdict, counted = excluded.counted
                where (t.verdict, t.counted) is distinct from (excluded.verdict, excluded.counted)
                """,
                rows.uuids(RulesOutcome.Judged::lead),
                rows.texts(one -> one.verdict().code()),
                rows.flags(RulesOutcome.Judged::counted));
    }

    /** The latest trial of this very revision. */
    @Transactional(readOnly = true)
    public Optional<Figures> found(RulesDraft.Terms draft) {
        return sql.select(RULES_DRAFT.TRIAL)
                .from(RULES_DRAFT)
                .where(RULES_DRAFT.ID.eq(draft.id().value()), RULES_DRAFT.TRIAL_REVISION.eq(draft.revision()))
                .fetchOptional(RULES_DRAFT.TRIAL)
                .map(text -> json.readValue(text.data(), Figures.class));
    }
}
