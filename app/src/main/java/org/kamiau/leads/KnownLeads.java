package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Handoff;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Leads that are there, as taking in and offering read them. */
@Component
class KnownLeads {

    /** An open lead as it is stored, with what scoring needs of its touches. */
    record Known(
            Lead.Id id, UUID person, Lead.Stage stage, @Nullable MemberId owner, Handoff.@Nullable Id handoff,
            List<Touch> touches, List<String> messages) {}

    private final DSLContext sql;
    private final JsonMapper json;

    KnownLeads(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Leads of those sources that came in before. */
    Map<Inquiry.Source, Lead.Id> seen(List<Inquiry.Source> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        var rows = new Bulk<>(sources);
        var seen = new HashMap<Inquiry.Source, Lead.Id>();
        sql.resultQuery(
                        """
                        select t.source_system, t.external_id, t.lead_id
                        from unnest({0}::text[], {1}::text[]) as s (system, external_id)
                        join leads.touch t on t.source_system = s.system and t.external_id = s.external_id
                        """,
                        rows.texts(Inquiry.Source::system),
                        rows.texts(Inquiry.Source::externalId))
                .forEach(row -> seen.put(
                        new Inquiry.Source(row.get(0, String.class), row.get(1, String.class), null), new Lead.Id(row.get(2, UUID.class))));
        return seen;
    }

    /** The open lead of each person, locked, with its touches. */
    Map<UUID, Known> openOf(Collection<UUID> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        var open = new HashMap<UUID, Known>();
        sql.resultQuery(
                        """
                        with open as (
                            select id, person_id, stage, owner_id, handoff_id from leads.lead
                            where person_id = any({0}::uuid[]) and stage in ('received', 'mql', 'assigned', 'accepted',
                                'returned', 'working', 'sql', 'nurture', 'recycled')
                            for update)
                        select o.id, o.person_id, o.stage, o.owner_id, o.handoff_id, t.kinds, t.moments, t.messages
                        from open o cross join lateral (
                            select array_agg(kind order by occurred_at) as kinds, array_agg(occurred_at order by occurred_at) as moments,
                                array_agg(message) filter (where message is not null) as messages
                            from leads.touch where lead_id = o.id) t
                        """,
                        val(persons.toArray(UUID[]::new)))
                .forEach(row -> open.put(row.get(1, UUID.class), known(row)));
        return open;
    }

    private static Known known(Record row) {
        var kinds = row.get(5, String[].class);
        var moments = row.get(6, OffsetDateTime[].class);
        var touches = new ArrayList<Touch>();
        for (int i = 0; i < kinds.length; i++) {
            touches.add(new Touch(ResponseKind.of(kinds[i]), moments[i].toInstant()));
        }
        var messages = row.get(7, String[].class);
        var owner = row.get(3, UUID.class);
        var handoff = row.get(4, UUID.class);
        return new Known(
                new Lead.Id(row.get(0, UUID.class)),
                row.get(1, UUID.class),
                Lead.Stage.of(row.get(2, String.class)),
                owner == null ? null : new MemberId(owner),
                handoff == null ? null : new Handoff.Id(handoff),
                touches,
                messages == null ? List.of() : List.of(messages));
    }

    /** A lead as it stands, for an inquiry that is already known. */
    record Stored(
            Lead.Stage stage, Score score, @Nullable MemberId owner, List<Reason> routing, Handoff.@Nullable Id handoff,
            boolean contactMissing) {}

    Stored stored(Lead.Id id) {
        var row = sql.resultQuery(
                        """
                        select l.stage, s.fit, s.engagement, s.grade, s.reasons::text, l.owner_id, l.routing::text, l.handoff_id,
                            l.contact_missing
                        from leads.lead l join leads.score s on s.lead_id = l.id where l.id = {0}
                        """,
                        val(id.value()))
                .fetchSingle();
        var owner = row.get(5, UUID.class);
        var handoff = row.get(7, UUID.class);
        return new Stored(
                Lead.Stage.of(row.get(0, String.class)),
                new Score(row.get(1, Integer.class), row.get(2, Integer.class), row.get(3, String.class), reasons(row.get(4, String.class))),
                owner == null ? null : new MemberId(owner),
                reasons(row.get(6, String.class)),
                handoff == null ? null : new Handoff.Id(handoff),
                row.get(8, Boolean.class));
    }

    /** Where it stands after a move. */
    RelayApi.After after(Lead.Id id) {
        return sql.resultQuery(
                        """
                        select stage, turn, due_at, round, attempts, reached_at, first_attempt_at, first_attempt_minutes, wake_on, closed_reason
                        from leads.lead where id = {0}
                        """,
                        val(id.value()))
                .fetchSingle(row -> new RelayApi.After(
                        id.toString(), Lead.Stage.of(row.get(0, String.class)), row.get(1, String.class), row.get(2, Instant.class),
                        row.get(3, Integer.class), row.get(4, Integer.class), row.get(5, Instant.class), row.get(6, Instant.class),
                        row.get(7, Integer.class), row.get(8, LocalDate.class), row.get(9, String.class)));
    }

    int touches(Lead.Id id) {
        return sql.resultQuery("select count(*) from leads.touch where lead_id = {0}", val(id.value())).fetchSingleInto(Integer.class);
    }

    List<Reason> reasons(@Nullable String text) {
        return text == null ? List.of() : List.of(json.readValue(text, Reason[].class));
    }
}
