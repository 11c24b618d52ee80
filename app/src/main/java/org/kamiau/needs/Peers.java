package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.customers.Account;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What accounts like this one need, and what they did about it; never fewer than five of them, never by name. */
@Component
@Transactional(readOnly = true)
class Peers {

    private static final int WEEKS = 52;
    private static final int MOST = 8;

    private final DSLContext sql;
    private final Needs needs;
    private final PeerFacts facts;
    private final Calendars calendars;
    private final InstantSource clock;

    Peers(DSLContext sql, Needs needs, PeerFacts facts, Calendars calendars, InstantSource clock) {
        this.sql = sql;
        this.needs = needs;
        this.facts = facts;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A need that accounts like this one have named within a year.
     *
     * @param accounts how many of them, at least five
     * @param heardHere when this account last named it itself
     */
    public record PeerNeed(Need need, int accounts, @Nullable LocalDate heardHere, List<PeerFacts.PeerFact> facts) {}

    /** Accounts of the same segment, or of the same industry and a third to thrice the size; {@code spoke}: with a voice within a year. */
    public record Comparable(int accounts, int spoke, List<PeerNeed> needs) {}

    private record Named(int accounts, @Nullable LocalDate here) {}

    Comparable of(Account.Id account) {
        var since = calendars.current().toLocal(clock.instant()).toLocalDate().minusWeeks(WEEKS);
        var counts = new LinkedHashMap<Need.Id, Named>();
        var sizes = new int[2];
        sql.resultQuery(
                        """
                        with me as (
                            select id, industry, employees, segments from customers.account_view where id = {0}
                        ), alike as materialized (
                            select other.id from customers.account_view other, me
                            where other.id <> me.id and (other.segments && me.segments or other.industry = me.industry
                                and (me.employees is null or other.employees is null or other.employees between me.employees / 3 and me.employees * 3))
                        ), named as materialized (
                            select distinct mention.need_id, mention.account_id
                            from alike join needs.mention on mention.account_id = alike.id and mention.week >= {1}
                        )
                        select named.need_id, count(*)::int,
                            (select max(mine.first_day) from needs.mention mine where mine.need_id = named.need_id and mine.account_id = {0} and mine.week >= {1}),
                            (select count(*) from alike)::int, (select count(distinct account_id) from named)::int
                        from named join needs.need on need.id = named.need_id and need.state not in ('merged', 'dropped')
                        group by named.need_id
                        having count(*) >= {2}
                        order by count(*) desc, named.need_id
                        limit {3}
                        """,
                        val(account.value()), val(since), val(PeerFacts.FEWEST), val(MOST))
                .forEach(row -> {
                    sizes[0] = row.get(3, Integer.class);
                    sizes[1] = row.get(4, Integer.class);
                    counts.put(new Need.Id(row.get(0, UUID.class)), new Named(row.get(1, Integer.class), row.get(2, LocalDate.class)));
                });
        return new Comparable(sizes[0], sizes[1], told(account, counts));
    }

    private List<PeerNeed> told(Account.Id account, Map<Need.Id, Named> counts) {
        var found = needs.find(counts.keySet());
        var told = facts.of(counts.keySet());
        return counts.entrySet().stream()
                .filter(one -> found.containsKey(one.getKey()))
                .map(one -> new PeerNeed(
                        java.util.Objects.requireNonNull(found.get(one.getKey())), one.getValue().accounts(), one.getValue().here(),
                        told.stream().filter(fact -> fact.need().equals(one.getKey()) && fact.tellableTo(account)).toList()))
                .toList();
    }

    /** An account that has named a need, for whoever writes a fact. */
    public record Speaker(UUID account, String name) {}

    /** The latest first. */
    List<Speaker> speakers(Need.Id need, int limit) {
        return sql.resultQuery(
                        """
                        select account.id, account.name
                        from (
                            select account_id, max(week) as week from needs.mention where need_id = {0} group by account_id order by max(week) desc, account_id limit {1}
                        ) as spoke join customers.account_view account on account.id = spoke.account_id
                        order by spoke.week desc, account.name
                        """,
                        val(need.value()), val(limit))
                .fetch(row -> new Speaker(row.get(0, UUID.class), row.get(1, String.class)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(NeedEvent.Merged merged) {
        facts.follow(merged.from(), merged.into());
    }
}
