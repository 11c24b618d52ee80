package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.handoffs.Boundary;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.HandoffPages;
import org.kamiau.handoffs.Promise;
import org.kamiau.handoffs.Promises;
import org.kamiau.handoffs.Slas;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Function;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Remembered;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Rate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Transactional;

/** What leads put on Today: to act on for sales, the fate of what was handed over for marketing. */
@Configuration
class LeadCards {

    private static final int SHOWN = 5;

    /** A lead that waits, with everything needed to act without leaving the page. */
    public record Waiting(LeadDetail lead, @Nullable ClockView clock, List<String> why, @Nullable String message, List<String> missing) {}

    /** Leads that wait for this reader. */
    public record Now(List<Waiting> first, int count, HandoffPages.ReturnForm form) {}

    /** A lead in a narrow card. */
    public record Line(UUID id, String name, String grade, String kind, @Nullable String note, Instant at) {}

    /** A narrow card's lines. */
    public record Lines(String title, String text, String none, String path, List<Line> lines) {}

    /** What became of the leads of the last 30 days. */
    public record Fate(
            int accepted, int returned, int waiting, int overdue, Rate acceptance, Rate salesKept, Rate marketingKept, LocalDate from, LocalDate to) {

        private static final String HANDED_OVER = "/handoffs/list?f=boundary.any-of.mkt_is,mkt_fs&f=state.";

        /** The hand-overs that were answered so, or in one of these ways. */
        public String answered(String... states) {
            return HANDED_OVER + "any-of." + String.join(",", states) + "&f=answered.between." + from + "," + to;
        }

        public String waiting(boolean late) {
            return HANDED_OVER + "is.offered" + (late ? "&f=late.is.yes" : "");
        }

        public String salesPromises() {
            return Promises.due(Promise.Direction.SALES_TO_MARKETING, from, to);
        }

        public String marketingPromises() {
            return Promises.due(Promise.Direction.MARKETING_TO_SALES, from, to);
        }
    }

    private final DSLContext sql;
    private final LeadDetails details;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Slas slas;
    private final Remembered<LocalDate, Fate> fates = new Remembered<>();
    private final Languages languages;
    private final InstantSource clock;

    LeadCards(
            DSLContext sql, LeadDetails details, Clocks clocks, Calendars calendars, Slas slas, Languages languages, InstantSource clock) {
        this.sql = sql;
        this.details = details;
        this.clocks = clocks;
        this.calendars = calendars;
        this.slas = slas;
        this.languages = languages;
        this.clock = clock;
    }

    private static boolean takesLeads(Actor actor) {
        return actor.does(Function.INSIDE_SALES) || actor.does(Function.FIELD_SALES);
    }

    private static boolean givesLeads(Actor actor) {
        return actor.does(Function.MARKETING) || actor.is(Role.REVOPS, Role.EXEC);
    }

    @Bean
    Card leadsNow() {
        return card(10, actor -> {
            if (!takesLeads(actor)) {
                return Optional.empty();
            }
            var now = now(actor);
            return now.first().isEmpty() && actor.is(Role.SALES_HEAD) ? Optional.empty() : Optional.of(new Fragment("leads/now", now));
        });
    }

    @Bean
    Card handsBelowTheLine() {
        return card(20, actor -> givesLeads(actor) ? Optional.of(new Fragment("leads/lines", below())) : Optional.empty());
    }

    @Bean
    Card returnedLeads() {
        return card(30, actor -> givesLeads(actor) ? Optional.of(new Fragment("leads/lines", returned())) : Optional.empty());
    }

    @Bean
    Card fateOfLeads() {
        return card(110, actor -> Optional.of(new Fragment("leads/fate", fate())));
    }

    private interface Showing {
        Optional<Fragment> show(Actor actor);
    }

    private static Card card(int order, Showing showing) {
        return new Card() {
            @Override
            public int order(Actor actor) {
                return order;
            }

            @Override
            public Optional<Fragment> show(Actor actor) {
                return showing.show(actor);
            }
        };
    }

    /** Offered to the reader, or to nobody in particular of the reader's function; the most urgent first. */
    @Transactional(readOnly = true)
    Now now(Actor actor) {
        var functions = List.of(Function.INSIDE_SALES, Function.FIELD_SALES).stream().filter(actor::does).map(Function::code).toArray(String[]::new);
        var leads = sql.resultQuery(
                        """
                        (select h.about_id, h.due_at from handoffs.handoff_view h
                            where h.state = 'offered' and h.to_member = {0} and h.about_kind = 'lead' order by h.due_at limit {2})
                        union all
                        (select h.about_id, h.due_at from handoffs.handoff_view h
                            where h.state = 'offered' and h.to_member is null and h.to_function = any({1}::text[]) and h.about_kind = 'lead'
                            order by h.due_at limit {2})
                        order by due_at nulls last limit {2}
                        """,
                        val(actor.id().value()), val(functions), val(100))
                .fetch(0, UUID.class);
        var t = languages.text(actor.language());
        var first = details.find(leads.stream().limit(SHOWN).map(Lead.Id::new).toList(), actor);
        var running = clocks.of("handoff", first.stream().flatMap(lead -> lead.offered().stream()).map(one -> one.id().value()).toList());
        return new Now(
                first.stream()
                        .map(lead -> new Waiting(
                                lead,
                                lead.offered().map(one -> running.get(one.id().value())).orElse(null),
                                lead.score().top().stream().map(reason -> reason.text(t)).toList(),
                                said(lead),
                                lead.offered().map(one -> one.terms().missing()).orElse(List.of())))
                        .toList(),
                leads.size(),
                HandoffPages.ReturnForm.EMPTY);
    }

    /** What the customer said: to inside sales where it was proposed, else with the last response. */
    private static @Nullable String said(LeadDetail lead) {
        return lead.offered()
                .map(Handoff.Offered::terms)
                .filter(terms -> terms.boundary() == Boundary.IS_FS && terms.packet().get("needs") instanceof List<?>)
                .map(terms -> String.join(" / ", ((List<?>) terms.packet().getOrDefault("needs", List.of())).stream().map(String::valueOf).toList()))
                .or(() -> lead.responses().stream().map(LeadDetail.Response::message).filter(java.util.Objects::nonNull).findFirst())
                .orElse(null);
    }

    private Lines below() {
        return new Lines(
                "leads.today.below", "leads.today.below-text", "leads.today.below-none", "/leads?view=below",
                lines("""
                        select l.id, coalesce(a.name, p.display_name, '') as name, s.grade, l.kind, null::text as note, l.occurred_at as at
                        from leads.lead l join leads.score s on s.lead_id = l.id
                        left join customers.account_view a on a.id = l.account_id
                        left join customers.person_view p on p.id = l.person_id
                        where l.stage = 'received' and not l.contact_missing and l.occurred_at >= {0}
                            and l.kind in ('demo_request', 'quote_request', 'contact')
                        order by l.occurred_at desc, l.id desc limit {1}
                        """));
    }

    private Lines returned() {
        return new Lines(
                "leads.today.returned", "", "leads.today.returned-none", "/leads?view=returned",
                lines("""
                        select l.id, coalesce(a.name, p.display_name, '') as name, s.grade, l.kind, h.advice as note, l.returned_at as at
                        from leads.lead l join leads.score s on s.lead_id = l.id
                        join handoffs.handoff_view h on h.id = l.handoff_id
                        left join customers.account_view a on a.id = l.account_id
                        left join customers.person_view p on p.id = l.person_id
                        where l.stage = 'returned' and l.returned_at >= {0}
                        order by l.returned_at desc limit {1}
                        """));
    }

    private List<Line> lines(String query) {
        return sql.resultQuery(query, val(monthAgo()), val(SHOWN))
                .fetch(row -> new Line(
                        row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class),
                        row.get(4, String.class), row.get(5, Instant.class)));
    }

    private Instant monthAgo() {
        return clock.instant().minus(Duration.ofDays(30));
    }

    /** Of a month; the same for all readers, and a million hand-overs are not counted for each of them. */
    private Fate fate() {
        var now = clock.instant();
        return fates.get(calendars.current().toLocal(now).toLocalDate(), () -> fate(now));
    }

    private Fate fate(Instant now) {
        var calendar = calendars.current();
        var today = calendar.toLocal(now).toLocalDate();
        var from = today.minusDays(30);
        var counts = sql.resultQuery(
                        """
                        select count(*) filter (where state = 'accepted'), count(*) filter (where state = 'returned'),
                            (select count(*) from (select 1 from handoffs.handoff_view where state = 'offered' and boundary in ('mkt_is', 'mkt_fs') limit 1000) w),
                            (select count(*) from (select 1 from handoffs.handoff_view where state = 'offered' and boundary in ('mkt_is', 'mkt_fs')
                                and due_at < {1} limit 1000) o)
                        from handoffs.handoff_view where boundary in ('mkt_is', 'mkt_fs') and answered_at >= {0}
                        """,
                        val(from.atStartOfDay(calendar.zone()).toInstant()),
                        val(now))
                .fetchSingle();
        int accepted = counts.get(0, Integer.class);
        int returned = counts.get(1, Integer.class);
        var kept = slas.between(from, today);
        return new Fate(
                accepted, returned, counts.get(2, Integer.class), counts.get(3, Integer.class),
                new Rate(accepted, accepted + returned, true),
                kept.of(Promise.Direction.SALES_TO_MARKETING).rate(true),
                kept.of(Promise.Direction.MARKETING_TO_SALES).rate(true),
                from, today);
    }
}
