package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sellers find on Today beside the leads that wait: who wakes up, what came of their returns, what they handed on. */
@Configuration
class SellerCards {

    private static final int SHOWN = 6;
    private static final int DAYS_BACK = 14;

    /** A lead with what became of it. */
    public record Line(UUID id, String name, String grade, String what, Instant at, @Nullable String note) {}

    /** A card of lines; without any it is not shown. */
    public record Lines(String title, String text, String path, List<Line> lines) {}

    private final DSLContext sql;
    private final Calendars calendars;
    private final InstantSource clock;

    SellerCards(DSLContext sql, Calendars calendars, InstantSource clock) {
        this.sql = sql;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Bean
    Card wakingLeads() {
        return card(25, this::waking);
    }

    @Bean
    Card repliesToReturns() {
        return card(28, this::replies);
    }

    @Bean
    Card handedOn() {
        return card(32, this::handedOn);
    }

    private static Card card(int order, Function<Actor, Lines> show) {
        return new Card() {
            @Override
            public int order(Actor actor) {
                return order;
            }

            @Override
            public Optional<Fragment> show(Actor actor) {
                var sells = actor.does(org.kamiau.platform.Function.INSIDE_SALES) || actor.does(org.kamiau.platform.Function.FIELD_SALES);
                return Optional.of(actor)
                        .filter(_ -> sells)
                        .map(show)
                        .filter(lines -> !lines.lines().isEmpty())
                        .map(lines -> new Fragment("leads/fates", lines));
            }
        };
    }

    /** Woken today, or still to wake today. */
    private Lines waking(Actor actor) {
        ZoneId zone = calendars.current().zone();
        var morning = clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return new Lines("leads.today.waking", "leads.today.waking-text", "/leads?view=mine", sql.resultQuery(
                        NAMED.formatted("'leads.happened.woken'", "l.moved", "l.note") + """
                        from (select w.lead_id as id, max(w.at) as moved, null::text as note from leads.step w
                                join leads.lead d on d.id = w.lead_id and d.owner_id = {0} and d.stage in ('working', 'recycled')
                                where w.reason = 'woken' and w.at >= {1} group by w.lead_id
                            union all
                            select id, wake_at, null from leads.lead where owner_id = {0} and stage = 'recycled' and wake_at < {1} + interval '1 day') l
                        """ + JOINED + " order by l.moved desc limit {2}",
                        val(actor.id().value()), val(morning), val(SHOWN))
                .fetch(SellerCards::line));
    }

    private Lines replies(Actor actor) {
        return new Lines("leads.today.replies", "leads.today.replies-text", "/leads?view=all", sql.resultQuery(
                        NAMED.formatted(
                                "'leads.happened.' || case when l.ruling is null then 'reply-' || l.reply else 'ruled-' || l.ruling end",
                                "greatest(l.replied_at, l.ruled_at)", "coalesce(l.ruling_reason, l.reply_note)") + """
                        from (select about_id as id, reply, replied_at, reply_note, ruling, ruled_at, ruling_reason from handoffs.handoff_view
                            where answered_by = {0} and state = 'returned' and about_kind = 'lead' and reply is not null
                                and answered_at >= {1}::timestamptz - interval '30 days'
                                and greatest(replied_at, ruled_at) >= {1}::timestamptz - interval '7 days') l
                        """ + JOINED + " order by greatest(l.replied_at, l.ruled_at) desc limit {2}",
                        val(actor.id().value()), val(clock.instant()), val(SHOWN))
                .fetch(SellerCards::line));
    }

    /** What inside sales handed to field sales, and where it stands. */
    private Lines handedOn(Actor actor) {
        return new Lines("leads.today.handed-on", "leads.today.handed-on-text", "/leads?view=all", sql.resultQuery(
                        NAMED.formatted(
                                "'leads.today.handed-' || case when l.completion is not null then l.completion else l.state end",
                                "coalesce(l.completed_at, l.answered_at, l.offered_at)", "l.advice") + """
                        from (select about_id as id, state, completion, completed_at, answered_at, offered_at, advice from handoffs.handoff_view
                            where from_member = {0} and boundary = 'is_fs' and about_kind = 'lead' and state <> 'withdrawn'
                                and offered_at >= {1}::timestamptz - {3} * interval '1 day') l
                        """ + JOINED + " order by l.offered_at desc limit {2}",
                        val(actor.id().value()), val(clock.instant()), val(SHOWN), val(DAYS_BACK))
                .fetch(SellerCards::line));
    }

    private static final String NAMED = "select l.id, coalesce(a.name, p.display_name, ''), coalesce(s.grade, ''), %s, %s, %s ";
    private static final String JOINED = """
            join leads.lead d on d.id = l.id
            left join leads.score s on s.lead_id = l.id
            left join customers.account_view a on a.id = d.account_id
            left join customers.person_view p on p.id = d.person_id
            """;

    private static Line line(Record row) {
        return new Line(
                row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class),
                row.get(4, Instant.class), row.get(5, String.class));
    }
}
