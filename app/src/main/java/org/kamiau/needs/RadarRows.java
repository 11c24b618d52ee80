package org.kamiau.needs;

import static db.needs.Tables.DETECTION;
import static db.needs.Tables.LOOK;
import static db.needs.Tables.NEED;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static org.kamiau.needs.AccountView.ACCOUNT_VIEW;

import db.needs.tables.records.DetectionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.ChangeLead;
import org.kamiau.needs.trend.Speakers;
import org.kamiau.needs.trend.Spread;
import org.springframework.stereotype.Component;

/** The SQL of the radar. */
@Component
class RadarRows {

    private static final int FEW = 5;

    /** For whom a need is new, those that lead first. */
    record Fresh(Need.Id need, Speakers speakers, List<Account.Id> accounts) {}

    private final DSLContext sql;

    RadarRows(DSLContext sql) {
        this.sql = sql;
    }

    Optional<LocalDate> lastLook(String kind) {
        return Optional.ofNullable(sql.select(max(LOOK.DAY)).from(LOOK).where(LOOK.KIND.eq(kind)).fetchSingle().value1());
    }

    /** False when another node has looked. */
    boolean look(String kind, LocalDate day, Instant now) {
        return sql.insertInto(LOOK, LOOK.KIND, LOOK.DAY, LOOK.LOOKED_AT).values(kind, day, now).onConflictDoNothing().execute() == 1;
    }

    Map<Need.Id, Need.State> states() {
        var found = new LinkedHashMap<Need.Id, Need.State>();
        sql.select(NEED.ID, NEED.STATE).from(NEED).orderBy(NEED.CREATED_AT, NEED.ID).forEach(row -> found.put(new Need.Id(row.value1()), Need.State.of(row.value2())));
        return found;
    }

    /** Of needs that nobody has noticed yet, who named them in the 28 days before this one and hardly before that. */
    List<Fresh> fresh(LocalDate day) {
        return sql.resultQuery(
                        """
                        with recent as (
                            select mention.need_id, mention.account_id, min(mention.first_day) as first
                            from needs.mention join needs.need on need.id = mention.need_id and need.state = 'raw'
                            where mention.week >= {0}::date - {1} - 6 and mention.first_day >= {0}::date - {1} and mention.first_day < {0}
                            group by 1, 2
                        ), fresh as (
                            select recent.need_id, recent.account_id, recent.first, coalesce(change_lead.index, 0) as index
                            from recent left join needs.change_lead on change_lead.account_id = recent.account_id
                            where {3} >= (
                                select count(*) from needs.mention as before
                                where before.need_id = recent.need_id and before.account_id = recent.account_id
                                    and before.first_day < recent.first and before.first_day >= recent.first - {2})
                        )
                        select need_id, count(*)::int as accounts, (count(*) filter (where index >= {4}))::int as leading,
                            sum(exp(index)) as weight, coalesce(sum(exp(index)) filter (where index >= {4}), 0) as leading_weight,
                            (array_agg(account_id order by (index >= {4}) desc, first, account_id))[1 : 20] as ids
                        from fresh
                        group by need_id
                        """,
                        val(day), DSL.inline(Speakers.DAYS), DSL.inline(Speakers.DAYS_BEFORE), DSL.inline(Speakers.ONCE_BEFORE), DSL.inline(ChangeLead.LEADS))
                .fetch(row -> new Fresh(
                        new Need.Id(row.get("need_id", UUID.class)),
                        new Speakers(row.get("accounts", int.class), row.get("leading", int.class), row.get("weight", double.class), row.get("leading_weight", double.class)),
                        Arrays.stream(row.get("ids", UUID[].class)).map(Account.Id::new).toList()));
    }

    /** Of needs that rise and are not confirmed: in each segment, how many accounts named them within 84 days. */
    Map<Need.Id, Map<String, Integer>> bySegment(LocalDate day) {
        var found = new HashMap<Need.Id, Map<String, Integer>>();
        sql.resultQuery(
                        """
                        select mention.need_id, segment, count(distinct mention.account_id)::int as accounts
                        from needs.mention
                        join needs.need on need.id = mention.need_id and need.state in ('sign', 'burst', 'verifying')
                        join customers.account_view on account_view.id = mention.account_id
                        cross join unnest(account_view.segments) as segment
                        where mention.first_day >= {0}::date - {1} and mention.first_day < {0}
                        group by 1, 2
                        """,
                        val(day), DSL.inline(Spread.DAYS))
                .forEach(row -> found.computeIfAbsent(new Need.Id(row.get("need_id", UUID.class)), _ -> new HashMap<>())
                        .put(row.get("segment", String.class), row.get("accounts", int.class)));
        return found;
    }

    /** Of each need the leading accounts that named it in the 28 days before this one. */
    Map<UUID, List<UUID>> leading(LocalDate day) {
        return sql.resultQuery(
                        """
                        select need_id, (array_agg(account_id order by first, account_id))[1 : {3}] as ids
                        from (
                            select mention.need_id, mention.account_id, min(mention.first_day) as first
                            from needs.mention join needs.change_lead on change_lead.account_id = mention.account_id and change_lead.index >= {2}
                            where mention.week >= {0}::date - {1} - 6 and mention.first_day >= {0}::date - {1} and mention.first_day < {0}
                            group by 1, 2
                        ) as led
                        group by need_id
                        """,
                        val(day), DSL.inline(Speakers.DAYS), DSL.inline(ChangeLead.LEADS), DSL.inline(FEW))
                .fetchMap(row -> row.get("need_id", UUID.class), row -> List.of(row.get("ids", UUID[].class)));
    }

    void store(List<DetectionRecord> detections) {
        sql.batchInsert(detections).execute();
    }

    DetectionRecord blank() {
        return sql.newRecord(DETECTION);
    }

    /** What a Monday's batch said, or nothing when there was none. */
    Map<Need.Id, DetectionRecord> stored(LocalDate monday) {
        return sql.selectFrom(DETECTION).where(DETECTION.DAY.eq(monday)).fetchMap(row -> new Need.Id(row.getNeedId()));
    }

    Map<UUID, String> names(Collection<UUID> accounts) {
        return sql.select(AccountView.ID, AccountView.NAME).from(ACCOUNT_VIEW).where(AccountView.ID.in(accounts)).fetchMap(AccountView.ID, AccountView.NAME);
    }
}
