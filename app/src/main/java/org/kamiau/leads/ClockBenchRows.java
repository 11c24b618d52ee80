package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.handoffs.Handoff;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the benchmark of clocks does to its own database, in which nobody works. */
@Component
class ClockBenchRows {

    private static final String AWAY = "interval '876000 hours'";
    private static final String OF_BENCH = "promise in ('handoffs.answer', 'handoffs.confirmation') and stopped_at is null";

    record Offered(Handoff.Id handoff, Lead.Id lead, MemberId to) {}

    record Reader(String promise, int mark, MemberId member) {}

    record Letters(long expected, long written, long missing, long twice, long wrong) {}

    private final DSLContext sql;

    ClockBenchRows(DSLContext sql) {
        this.sql = sql;
    }

    int strangers() {
        return number("select count(*) from people.member where email not like '%@bench.example'");
    }

    int running() {
        return number("select count(*) from calendar.clock where " + OF_BENCH);
    }

    int proposed() {
        return number("select count(*) from calendar.clock where promise = 'handoffs.confirmation' and stopped_at is null");
    }

    private int number(String question) {
        return sql.resultQuery(question).fetchSingleInto(Integer.class);
    }

    List<Offered> offered(int limit) {
        return sql.resultQuery(
                        """
                        select h.id, h.about_id, h.to_member
                        from calendar.clock c join handoffs.handoff h on h.id = c.about_id
                        where c.promise = 'handoffs.answer' and c.stopped_at is null and h.to_member is not null
                        order by h.id limit {0}
                        """,
                        val(limit))
                .fetch(row -> new Offered(
                        new Handoff.Id(row.get(0, UUID.class)), new Lead.Id(row.get(1, UUID.class)), new MemberId(row.get(2, UUID.class))));
    }

    /** Puts each at one mark that came within the last eight hours, and all of them a century away. */
    @Transactional
    void park(int wanted) {
        sql.execute("delete from calendar.clock where promise = 'handoffs.confirmation' and stopped_at is not null");
        sql.execute("truncate platform.notice");
        sql.execute("update calendar.clock set next_moment = null, next_at = null, started_at = started_at - interval '10 days' where stopped_at is null");
        sql.execute(
                """
                update calendar.clock c
                set started_at = p.at - interval '1 hour' + %1$s,
                    amber_at = case p.mark when 80 then p.at when 100 then p.at - interval '6 minutes' else p.at - interval '36 minutes' end + %1$s,
                    due_at = case p.mark when 80 then p.at + interval '2 years' when 100 then p.at else p.at - interval '30 minutes' end + %1$s,
                    doubled_at = case p.mark when 200 then p.at else p.at + interval '4 years' end + %1$s,
                    next_moment = p.mark, next_at = p.at + %1$s
                from (select id, now() - n * interval '0.25 seconds' as at,
                            case when promise = 'handoffs.confirmation' then 100 else (array[80, 100, 200])[1 + n %% 3] end as mark
                        from (select id, promise, row_number() over (order by promise desc, id) as n from calendar.clock where %2$s) as one
                        where n <= {0}) as p
                where p.id = c.id
                """.formatted(AWAY, OF_BENCH),
                val(wanted));
        sql.execute("analyze calendar.clock");
    }

    void fallDue() {
        sql.execute(
                """
                update calendar.clock
                set started_at = started_at - %1$s, amber_at = amber_at - %1$s, due_at = due_at - %1$s,
                    doubled_at = doubled_at - %1$s, next_at = next_at - %1$s
                where next_at > now() + interval '50 years'
                """.formatted(AWAY));
    }

    long due() {
        return number("select count(*) from calendar.clock where next_at <= now()");
    }

    /** What was told of the marks that the clocks have passed, beside what should have been. */
    Letters letters(List<Reader> readers) {
        var bulk = new Bulk<>(readers);
        return sql.resultQuery(
                        """
                        with told as (
                            select h.about_id as record_id, c.holder, split_part(c.promise, '.', 2) as promise,
                                case when c.next_moment = 100 then 80 when c.next_moment = 200 or c.outcome = 'breached' then 100 else 200 end as mark
                            from calendar.clock c join handoffs.handoff h on h.id = c.about_id
                            where c.promise in ('handoffs.answer', 'handoffs.confirmation')
                                and (c.stopped_at is null or c.promise = 'handoffs.confirmation')
                                and c.started_at between now() - interval '1 day' and now()),
                        expected as (
                            select record_id, holder as member, 'handoffs.notice.' || promise || '.' || mark as message
                            from told where holder is not null
                            union
                            select t.record_id, r.member, 'handoffs.notice.' || t.promise || '.' || t.mark
                            from told t join unnest({0}::text[], {1}::int[], {2}::uuid[]) as r (promise, mark, member)
                                on r.promise = t.promise and r.mark = t.mark),
                        written as (
                            select record_id, member, message, count(*) as times
                            from platform.notice where kind = 'handoffs.due' group by record_id, member, message)
                        select count(e.record_id), sum(w.times), count(*) filter (where w.record_id is null),
                            count(*) filter (where w.times > 1), count(*) filter (where e.record_id is null)
                        from expected e full join written w
                            on w.record_id = e.record_id and w.member = e.member and w.message = e.message
                        """,
                        bulk.texts(Reader::promise), bulk.integers(Reader::mark), bulk.members(Reader::member))
                .fetchSingle(row -> new Letters(
                        row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class), row.get(3, Long.class), row.get(4, Long.class)));
    }
}
