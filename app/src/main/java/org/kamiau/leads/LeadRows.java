package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.Ids;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of taking leads in: every statement has the same text for one row and for thousands. */
@Component
class LeadRows {

    private final DSLContext sql;
    private final JsonMapper json;

    LeadRows(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(List<OpenLead> leads, Instant now) {
        if (leads.isEmpty()) {
            return;
        }
        var rows = new Bulk<>(leads);
        sql.execute(
                """
                insert into leads.lead (id, stage, account_id, person_id, product_id, kind, via, origin, channel, campaign,
                    occurred_at, last_touch_at, owner_id, turn, due_at, handoff_id, contact_missing, target, routing,
                    qualified_at, assigned_at, closed_at, closed_reason, source_system, external_id, link, created_at, receiver_id, segment)
                select l.*, {26}, case when l.assigned_at is not null then l.owner_id end,
                    (select s.code from customers.account_view a join customers.segment_view s on s.code = any(a.segments)
                        where a.id = l.account_id order by s.target desc, s.position, s.code limit 1)
                from unnest({0}::uuid[], {1}::text[], {2}::uuid[], {3}::uuid[], {4}::uuid[], {5}::text[],
                    {6}::text[], {7}::text[], {8}::text[], {9}::text[], {10}::timestamptz[], {11}::timestamptz[], {12}::uuid[],
                    {13}::text[], {14}::timestamptz[], {15}::uuid[], {16}::boolean[], {17}::boolean[], {18}::jsonb[],
                    {19}::timestamptz[], {20}::timestamptz[], {21}::timestamptz[], {22}::text[], {23}::text[], {24}::text[],
                    {25}::text[])
                    as l (id, stage, account_id, person_id, product_id, kind, via, origin, channel, campaign, occurred_at,
                        last_touch_at, owner_id, turn, due_at, handoff_id, contact_missing, target, routing, qualified_at,
                        assigned_at, closed_at, closed_reason, source_system, external_id, link)
                """,
                rows.uuids(lead -> lead.id.value()),
                rows.texts(lead -> lead.stage.code()),
                rows.uuids(LeadRows::account),
                rows.uuids(LeadRows::person),
                rows.uuids(lead -> lead.first.product() == null ? null : lead.first.product().value()),
                rows.texts(lead -> lead.first.kind().code()),
                rows.texts(lead -> lead.first.via().code()),
                rows.texts(lead -> lead.first.origin()),
                rows.texts(lead -> lead.first.channel()),
                rows.texts(lead -> lead.first.campaign()),
                rows.moments(lead -> lead.first.occurredAt()),
                rows.moments(LeadRows::lastTouch),
                rows.members(lead -> lead.owner),
                rows.texts(LeadRows::turn),
                rows.moments(LeadRows::due),
                rows.uuids(LeadRows::handoff),
                rows.flags(lead -> lead.contactMissing),
                rows.flags(lead -> lead.target),
                rows.texts(this::routing),
                rows.moments(lead -> lead.route == null ? null : lead.clockStart()),
                rows.moments(lead -> lead.route == null ? null : lead.clockStart()),
                rows.moments(lead -> lead.closedReason == null ? null : now),
                rows.texts(lead -> lead.closedReason),
                rows.texts(lead -> lead.first.source() == null ? null : lead.first.source().system()),
                rows.texts(lead -> lead.first.source() == null ? null : lead.first.source().externalId()),
                rows.texts(lead -> lead.first.source() == null ? null : lead.first.source().link()),
                val(now));
    }

    /** Known leads that a new touch woke, moved on, or merely touched. */
    void update(List<OpenLead> leads, Instant now) {
        if (leads.isEmpty()) {
            return;
        }
        var rows = new Bulk<>(leads);
        sql.execute(
                """
                update leads.lead l set stage = n.stage, owner_id = n.owner_id, version = l.version + 1,
                    last_touch_at = greatest(l.last_touch_at, n.last_touch_at),
                    contact_missing = n.contact_missing,
                    turn = case when n.routed then n.turn else l.turn end,
                    due_at = case when n.routed then n.due_at else l.due_at end,
                    handoff_id = coalesce(n.handoff_id, l.handoff_id),
                    routing = coalesce(n.routing, l.routing),
                    qualified_at = case when n.routed then coalesce(l.qualified_at, n.moved_at) else l.qualified_at end,
                    assigned_at = case when n.routed then n.moved_at else l.assigned_at end,
                    receiver_id = case when n.routed then n.owner_id else l.receiver_id end,
                    wake_on = case when n.stage = 'recycled' then l.wake_on end,
                    wake_at = case when n.stage = 'recycled' then l.wake_at end,
                    closed_at = case when n.closed_reason is null then l.closed_at else {11} end,
                    closed_reason = coalesce(n.closed_reason, l.closed_reason)
                from unnest({0}::uuid[], {1}::text[], {2}::uuid[], {3}::timestamptz[], {4}::boolean[], {5}::text[],
                    {6}::timestamptz[], {7}::uuid[], {8}::jsonb[], {9}::timestamptz[], {10}::text[], {12}::boolean[])
                    as n (id, stage, owner_id, last_touch_at, contact_missing, turn, due_at, handoff_id, routing, moved_at,
                        closed_reason, routed)
                where l.id = n.id
                """,
                rows.uuids(lead -> lead.id.value()),
                rows.texts(lead -> lead.stage.code()),
                rows.members(lead -> lead.owner),
                rows.moments(LeadRows::lastTouch),
                rows.flags(lead -> lead.contactMissing),
                rows.texts(LeadRows::turn),
                rows.moments(LeadRows::due),
                rows.uuids(LeadRows::handoff),
                rows.texts(this::routing),
                rows.moments(lead -> lead.route == null ? null : lead.clockStart()),
                rows.texts(lead -> lead.closedReason),
                val(now),
                rows.flags(lead -> lead.route != null));
    }

    private static @Nullable UUID account(OpenLead lead) {
        return lead.taken == null || lead.taken.account() == null ? null : lead.taken.account().facts().id().value();
    }

    private static @Nullable UUID person(OpenLead lead) {
        return lead.taken == null || lead.taken.person() == null ? null : lead.taken.person().facts().id().value();
    }

    private static @Nullable UUID handoff(OpenLead lead) {
        return lead.handoffId == null ? null : lead.handoffId.value();
    }

    private static @Nullable String turn(OpenLead lead) {
        return lead.route == null ? null : lead.route.boundary().to().code();
    }

    private static @Nullable Instant due(OpenLead lead) {
        return lead.handoff == null ? null : lead.handoff.dueAt();
    }

    private static Instant lastTouch(OpenLead lead) {
        return lead.touches.stream().map(Touch::at).max(java.util.Comparator.naturalOrder()).orElseThrow();
    }

    private @Nullable String routing(OpenLead lead) {
        return lead.route == null ? null : json.writeValueAsString(lead.route.why());
    }

    private record NewTouch(UUID lead, OpenLead.Added added) {}

    void insertTouches(List<OpenLead> leads, Instant now) {
        var touches = leads.stream()
                .flatMap(lead -> lead.added.stream().map(added -> new NewTouch(lead.id.value(), added)))
                .toList();
        var rows = new Bulk<>(touches);
        sql.execute(
                """
                insert into leads.touch (id, lead_id, kind, occurred_at, via, origin, channel, campaign, product_id, message,
                    source_system, external_id, link, created_at)
                select t.*, {13} from unnest({0}::uuid[], {1}::uuid[], {2}::text[], {3}::timestamptz[], {4}::text[], {5}::text[],
                    {6}::text[], {7}::text[], {8}::uuid[], {9}::text[], {10}::text[], {11}::text[], {12}::text[]) as t
                """,
                rows.uuids(_ -> Ids.next()),
                rows.uuids(NewTouch::lead),
                rows.texts(touch -> touch.added().inquiry().kind().code()),
                rows.moments(touch -> touch.added().inquiry().occurredAt()),
                rows.texts(touch -> touch.added().inquiry().via().code()),
                rows.texts(touch -> touch.added().inquiry().origin()),
                rows.texts(touch -> touch.added().inquiry().channel()),
                rows.texts(touch -> touch.added().inquiry().campaign()),
                rows.uuids(touch -> touch.added().inquiry().product() == null ? null : touch.added().inquiry().product().value()),
                rows.texts(touch -> touch.added().inquiry().message()),
                rows.texts(touch -> touch.added().inquiry().source() == null ? null : touch.added().inquiry().source().system()),
                rows.texts(touch -> touch.added().inquiry().source() == null ? null : touch.added().inquiry().source().externalId()),
                rows.texts(touch -> touch.added().inquiry().source() == null ? null : touch.added().inquiry().source().link()),
                val(now));
    }

    void score(List<OpenLead> leads, int rulesVersion, Instant now) {
        var rows = new Bulk<>(leads);
        sql.execute(
                """
                insert into leads.score (lead_id, fit, engagement, grade, reasons, rules, scored_at)
                select s.*, {5}, {6} from unnest({0}::uuid[], {1}::int[], {2}::int[], {3}::text[], {4}::jsonb[]) as s
                on conflict (lead_id) do update set fit = excluded.fit, engagement = excluded.engagement, grade = excluded.grade,
                    reasons = excluded.reasons, rules = excluded.rules, scored_at = excluded.scored_at
                """,
                rows.uuids(lead -> lead.id.value()),
                rows.integers(lead -> lead.score.fit()),
                rows.integers(lead -> lead.score.engagement()),
                rows.texts(lead -> lead.score.grade()),
                rows.texts(lead -> json.writeValueAsString(lead.score.reasons())),
                val(rulesVersion),
                val(now));
    }

    /** The score with which each of them first became an MQL, kept for good: quality is measured against it. */
    void keepQualified(List<OpenLead> leads, int rulesVersion, Instant now) {
        var qualified = leads.stream().filter(lead -> lead.route != null).toList();
        if (qualified.isEmpty()) {
            return;
        }
        var rows = new Bulk<>(qualified);
        sql.execute(
                """
                insert into leads.qualified_score (lead_id, fit, engagement, grade, rules, at)
                select s.*, {4}, {5} from unnest({0}::uuid[], {1}::int[], {2}::int[], {3}::text[]) as s
                on conflict (lead_id) do nothing
                """,
                rows.uuids(lead -> lead.id.value()),
                rows.integers(lead -> lead.score.fit()),
                rows.integers(lead -> lead.score.engagement()),
                rows.texts(lead -> lead.score.grade()),
                val(rulesVersion),
                val(now));
    }
}
