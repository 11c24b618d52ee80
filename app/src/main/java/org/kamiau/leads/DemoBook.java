package org.kamiau.leads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessCalendar;
import org.kamiau.calendar.DemoPromises;
import org.kamiau.handoffs.DemoHandoffs;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/** Writes what became of the story's leads, in a handful of statements. */
@Component
class DemoBook {

    private final DSLContext sql;
    private final DemoHandoffs handoffs;
    private final DemoPromises promises;

    DemoBook(DSLContext sql, DemoHandoffs handoffs, DemoPromises promises) {
        this.sql = sql;
        this.handoffs = handoffs;
        this.promises = promises;
    }

    void write(List<DemoLead> leads, BusinessCalendar calendar, Story story) {
        handoffs.tell(leads.stream().flatMap(lead -> lead.handoffs.stream()).toList());
        states(leads, calendar);
        attempts(leads, story);
        steps(leads, story);
        promises.tell(leads.stream().flatMap(lead -> lead.promises().stream()).toList());
    }

    /** A lead that is being worked is due with its foremost clock. */
    private void states(List<DemoLead> leads, BusinessCalendar calendar) {
        leads.forEach(lead -> {
            if (lead.dueAt == null) {
                lead.foremost().ifPresent(clock -> lead.dueAt = calendar.due(clock.startedAt(), clock.allowed()));
            }
        });
        var rows = new Bulk<>(leads);
        sql.execute(
                """
                update leads.lead l set stage = r.stage, owner_id = r.owner_id, receiver_id = r.receiver_id, turn = r.turn,
                    due_at = r.due_at, handoff_id = r.handoff_id, assigned_at = r.assigned_at, accepted_at = r.accepted_at,
                    returned_at = r.returned_at, round = r.round, attempts = r.attempts, reached_at = r.reached_at,
                    first_attempt_at = r.first_attempt_at, first_attempt_minutes = r.first_attempt_minutes,
                    proposed_at = r.proposed_at, sql_at = r.sql_at, sqo_at = r.sqo_at, wake_on = r.wake_on::date,
                    wake_at = r.wake_at, closed_at = r.closed_at, closed_reason = r.closed_reason
                from unnest({0}::uuid[], {1}::text[], {2}::uuid[], {3}::uuid[], {4}::text[], {5}::timestamptz[], {6}::uuid[],
                    {7}::timestamptz[], {8}::timestamptz[], {9}::timestamptz[], {10}::int[], {11}::int[], {12}::timestamptz[],
                    {13}::timestamptz[], {14}::int[], {15}::timestamptz[], {16}::timestamptz[], {17}::timestamptz[], {18}::text[],
                    {19}::timestamptz[], {20}::timestamptz[], {21}::text[])
                    as r (id, stage, owner_id, receiver_id, turn, due_at, handoff_id, assigned_at, accepted_at, returned_at, round,
                        attempts, reached_at, first_attempt_at, first_attempt_minutes, proposed_at, sql_at, sqo_at, wake_on,
                        wake_at, closed_at, closed_reason)
                where l.id = r.id
                """,
                rows.uuids(lead -> lead.id.value()),
                rows.texts(lead -> lead.stage.code()),
                rows.members(lead -> lead.owner),
                rows.members(lead -> lead.receiver),
                rows.texts(lead -> lead.turn == null ? null : lead.turn.code()),
                rows.moments(lead -> lead.dueAt),
                rows.uuids(lead -> lead.handoff.value()),
                rows.moments(lead -> lead.assignedAt),
                rows.moments(lead -> lead.acceptedAt),
                rows.moments(lead -> lead.returnedAt),
                rows.integers(lead -> lead.round),
                rows.integers(lead -> lead.tries),
                rows.moments(lead -> lead.reachedAt),
                rows.moments(lead -> lead.firstAttemptAt),
                rows.integers(lead -> lead.firstAttemptMinutes),
                rows.moments(lead -> lead.proposedAt),
                rows.moments(lead -> lead.sqlAt),
                rows.moments(lead -> lead.sqoAt),
                rows.texts(lead -> day(lead.wakeOn)),
                rows.moments(lead -> lead.wakeAt),
                rows.moments(lead -> lead.closedAt),
                rows.texts(lead -> lead.closedReason));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private record Tried(DemoLead lead, int number, DemoLead.Tried tried) {}

    private void attempts(List<DemoLead> leads, Story story) {
        var all = new ArrayList<Tried>();
        leads.forEach(lead -> lead.attempts.forEach(tried -> all.add(new Tried(lead, all.size(), tried))));
        var rows = new Bulk<>(all);
        sql.execute(
                """
                insert into leads.attempt (id, lead_id, round, member_id, channel, outcome, at, created_at)
                select id, lead_id, round, member_id, channel, outcome, at, at
                from unnest({0}::uuid[], {1}::uuid[], {2}::int[], {3}::uuid[], {4}::text[], {5}::text[], {6}::timestamptz[])
                    as a (id, lead_id, round, member_id, channel, outcome, at)
                """,
                rows.uuids(one -> story.id("attempt/" + one.number(), one.tried().at())),
                rows.uuids(one -> one.lead().id.value()),
                rows.integers(one -> one.tried().round()),
                rows.members(one -> one.tried().by()),
                rows.texts(one -> one.tried().channel()),
                rows.texts(one -> one.tried().outcome()),
                rows.moments(one -> one.tried().at()));
    }

    private record Turned(DemoLead lead, int number, DemoLead.Step step) {}

    private void steps(List<DemoLead> leads, Story story) {
        var all = new ArrayList<Turned>();
        leads.forEach(lead -> lead.steps.forEach(step -> all.add(new Turned(lead, all.size(), step))));
        var rows = new Bulk<>(all);
        sql.execute(
                """
                insert into leads.step (id, lead_id, stage, at, by_member, reason, note, wake_on, amount, closes_on)
                select id, lead_id, stage, at, by_member, reason, note, wake_on::date, amount, closes_on::date
                from unnest({0}::uuid[], {1}::uuid[], {2}::text[], {3}::timestamptz[], {4}::uuid[], {5}::text[], {6}::text[], {7}::text[],
                    {8}::int[], {9}::text[])
                    as s (id, lead_id, stage, at, by_member, reason, note, wake_on, amount, closes_on)
                """,
                rows.uuids(one -> story.id("step/" + one.number(), one.step().at())),
                rows.uuids(one -> one.lead().id.value()),
                rows.texts(one -> one.step().stage()),
                rows.moments(one -> one.step().at()),
                rows.members(one -> one.step().by()),
                rows.texts(one -> one.step().reason()),
                rows.texts(one -> one.step().note()),
                rows.texts(one -> day(one.step().wakeOn())),
                rows.integers(one -> one.step().deal() == null ? null : one.step().deal().amount()),
                rows.texts(one -> one.step().deal() == null ? null : day(one.step().deal().closesOn())));
    }

    /** A week later two of five are done with, so that the story's routing names desks as they may well have been. */
    void clearDesks() {
        sql.execute("update leads.workload set open = round(open * 0.6)");
    }

    /** What lies on the desks now. */
    void weigh() {
        sql.execute(
                """
                insert into leads.workload (member_id, open, assigned_at)
                select owner_id, count(*) filter (where stage in ('assigned', 'accepted', 'working')), max(assigned_at)
                from leads.lead where owner_id is not null group by owner_id
                on conflict (member_id) do update set open = excluded.open
                """);
    }
}
