package org.kamiau.needs;

import static db.needs.Tables.CHANGE_LEAD;
import static db.needs.Tables.MENTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exp;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;
import static org.kamiau.needs.AccountView.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.ChangeLead;
import org.kamiau.needs.trend.Series;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;

/** The SQL of mentions, which triggers keep with every change of voices and mappings. */
@Component
class MentionRows {

    /** How many accounts named something in a week, and their weight. */
    record Tally(int count, double weight) {
        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally other) {
            return new Tally(count + other.count, weight + other.weight);
        }
    }

    /** Accounts weigh as last night's index says. */
    private static final Field<Double> WEIGHT = coalesce(sum(exp(coalesce(CHANGE_LEAD.INDEX, 0.0))), DSL.val(0)).cast(Double.class);

    private final DSLContext sql;

    MentionRows(DSLContext sql) {
        this.sql = sql;
    }

    /** Of every need: its weeks from this Monday on, as far as they were over before the day. */
    Map<UUID, Map<LocalDate, Tally>> byNeed(LocalDate from, LocalDate day) {
        return byNeed(from, day, DSL.noCondition());
    }

    Map<UUID, Map<LocalDate, Tally>> byNeed(LocalDate from, LocalDate day, Collection<Need.Id> needs) {
        return byNeed(from, day, MENTION.NEED_ID.in(needs.stream().map(Need.Id::value).toList()));
    }

    private Map<UUID, Map<LocalDate, Tally>> byNeed(LocalDate from, LocalDate day, Condition which) {
        var found = new HashMap<UUID, Map<LocalDate, Tally>>();
        sql.select(MENTION.NEED_ID, MENTION.WEEK, count(), WEIGHT)
                .from(MENTION)
                .leftJoin(CHANGE_LEAD).on(CHANGE_LEAD.ACCOUNT_ID.eq(MENTION.ACCOUNT_ID))
                .where(MENTION.WEEK.between(from, Series.monday(day).minusWeeks(1)), which)
                .groupBy(MENTION.NEED_ID, MENTION.WEEK)
                .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new HashMap<>()).put(row.value2(), new Tally(row.value3(), row.value4())));
        return found;
    }

    /** Over all needs. */
    Map<LocalDate, Tally> byWeek(LocalDate from, LocalDate day) {
        return sql.select(MENTION.WEEK, count(), WEIGHT)
                .from(MENTION)
                .leftJoin(CHANGE_LEAD).on(CHANGE_LEAD.ACCOUNT_ID.eq(MENTION.ACCOUNT_ID))
                .where(MENTION.WEEK.between(from, Series.monday(day).minusWeeks(1)))
                .groupBy(MENTION.WEEK)
                .fetchMap(MENTION.WEEK, row -> new Tally(row.value2(), row.value3()));
    }

    /** Who named a need before a day, those that lead first and then by their first mention. */
    List<Trends.Leading> leading(Need.Id need, LocalDate since, LocalDate day, int limit) {
        var first = min(MENTION.FIRST_DAY);
        var index = coalesce(CHANGE_LEAD.INDEX, 0.0);
        return sql.select(
                        MENTION.ACCOUNT_ID, AccountView.NAME, AccountView.FS_OWNER, first, index, coalesce(CHANGE_LEAD.NEEDS, 0),
                        coalesce(CHANGE_LEAD.NOMINATED, false))
                .from(MENTION)
                .join(ACCOUNT_VIEW).on(AccountView.ID.eq(MENTION.ACCOUNT_ID))
                .leftJoin(CHANGE_LEAD).on(CHANGE_LEAD.ACCOUNT_ID.eq(MENTION.ACCOUNT_ID))
                .where(MENTION.NEED_ID.eq(need.value()), MENTION.FIRST_DAY.lt(day), MENTION.FIRST_DAY.ge(since))
                .groupBy(
                        MENTION.ACCOUNT_ID, AccountView.NAME, AccountView.FS_OWNER, CHANGE_LEAD.INDEX, CHANGE_LEAD.NEEDS,
                        CHANGE_LEAD.NOMINATED)
                .orderBy(index.ge(ChangeLead.LEADS).desc(), first, MENTION.ACCOUNT_ID)
                .limit(limit)
                .fetch(row -> new Trends.Leading(
                        new Account.Id(row.value1()), row.value2(), member(row.value3()), row.value4(), new ChangeLead(row.value5(), row.value6()),
                        row.value7()));
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    /** The weeks from this Monday on, without gaps, up to the last one that was over before the day. */
    static Series series(LocalDate from, LocalDate day, Map<LocalDate, Tally> of, Map<LocalDate, Tally> all) {
        var weeks = new ArrayList<Series.Week>();
        for (var monday = from; monday.isBefore(Series.monday(day)); monday = monday.plusWeeks(1)) {
            var named = of.getOrDefault(monday, Tally.NONE);
            var total = all.getOrDefault(monday, Tally.NONE);
            weeks.add(new Series.Week(monday, named.count(), total.count(), named.weight(), total.weight()));
        }
        return new Series(weeks);
    }

    /** The weeks that a batch has called a burst, as it was said then. */
    List<LocalDate> bursts(Need.Id need) {
        return sql.resultQuery(
                        "select distinct week from needs.detection cross join unnest(burst_weeks) as week where need_id = {0} and burst_from is not null order by week",
                        DSL.val(need.value()))
                .fetch(row -> row.get("week", LocalDate.class));
    }

    /** Counts all mentions anew from voices and mappings; answers how many rows were not as they should be. */
    int recount() {
        sql.execute("set local work_mem = '256MB'");
        int wrong = sql.execute(
                """
                with counted as materialized (
                    select mapping.need_id, voice.account_id, needs.week_of(voice.heard_at) as week, min(needs.day_of(voice.heard_at)) as first_day
                    from needs.mapping join needs.voice on voice.id = mapping.voice_id
                    where mapping.counted and voice.account_id is not null
                    group by 1, 2, 3
                ), gone as (
                    delete from needs.mention
                    where not exists (
                        select from counted
                        where counted.need_id = mention.need_id and counted.account_id = mention.account_id and counted.week = mention.week)
                )
                insert into needs.mention (need_id, account_id, week, first_day)
                select need_id, account_id, week, first_day from counted
                where not exists (
                    select from needs.mention
                    where mention.need_id = counted.need_id and mention.account_id = counted.account_id and mention.week = counted.week
                        and mention.first_day = counted.first_day)
                order by need_id, account_id, week
                on conflict (need_id, account_id, week) do update set first_day = excluded.first_day
                """);
        return wrong;
    }
}
