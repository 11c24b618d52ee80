package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.ContactView;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Person;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.handoffs.Rating;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads with everything that their pages and the API show of them. */
@Component
@Transactional(readOnly = true)
public class LeadDetails {

    private final DSLContext sql;
    private final KnownLeads known;
    private final Customers customers;
    private final Handoffs handoffs;
    private final Directory directory;

    LeadDetails(DSLContext sql, KnownLeads known, Customers customers, Handoffs handoffs, Directory directory) {
        this.sql = sql;
        this.known = known;
        this.customers = customers;
        this.handoffs = handoffs;
        this.directory = directory;
    }

    /** Every member reads leads; contact details are masked for most. */
    public Optional<LeadDetail> find(Lead.Id id, Actor reader) {
        return find(List.of(id), reader).stream().findFirst();
    }

    /** Several in their order, with as many statements as one; what does not exist is left out. */
    public List<LeadDetail> find(List<Lead.Id> ids, Actor reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = sql.resultQuery(
                        """
                        select l.id, l.stage, l.kind, l.account_id, a.name as account_name, a.prefecture, a.industry, a.employees,
                            l.person_id, p.title, p.department, r.name_ja, r.name_en, l.origin, l.channel, l.campaign,
                            l.occurred_at, l.owner_id, l.turn, l.due_at, l.contact_missing, l.closed_reason, l.merged_into, l.link,
                            s.fit, s.engagement, s.grade, s.reasons::text as reasons, s.rules, l.routing::text as routing, l.version,
                            l.round, l.attempts, l.reached_at, l.first_attempt_at, l.first_attempt_minutes, l.sql_at, l.wake_on
                        from unnest({0}::uuid[]) with ordinality as wanted (id, place)
                        join leads.lead l on l.id = wanted.id
                        join leads.score s on s.lead_id = l.id
                        left join customers.account_view a on a.id = l.account_id
                        left join customers.person_view p on p.id = l.person_id
                        left join products.product_view r on r.id = l.product_id
                        order by wanted.place
                        """,
                        val(uuids(ids)))
                .fetch();
        var around = around(ids, found, reader);
        return found.map(row -> detail(row, around, reader));
    }

    private static UUID[] uuids(List<Lead.Id> ids) {
        return ids.stream().map(Lead.Id::value).toArray(UUID[]::new);
    }

    /** What belongs to several leads, each asked for once. */
    private record Around(
            Map<UUID, List<LeadDetail.Response>> responses, Map<UUID, List<Handoff>> handoffs, Map<UUID, List<Rating>> ratings,
            Map<UUID, ContactView> contacts, Map<MemberId, Directory.Person> people) {}

    private Around around(List<Lead.Id> ids, List<? extends Record> found, Actor reader) {
        var ofLeads = handoffs.about(Lead.KIND, ids.stream().map(Lead.Id::value).toList());
        var all = ofLeads.values().stream().flatMap(List::stream).toList();
        var owners = found.stream().map(LeadDetails::owner).filter(Objects::nonNull).toList();
        return new Around(
                responses(ids), ofLeads, ratings(all),
                contacts(found, reader), people(owners, all));
    }

    /** Only who accepted has worked with it, so what is offered has none. */
    private Map<UUID, List<Rating>> ratings(List<Handoff> all) {
        var accepted = all.stream().filter(Handoff.Accepted.class::isInstance).map(one -> one.id().value()).toList();
        return accepted.isEmpty() ? Map.of() : handoffs.ratings(accepted);
    }

    private static @Nullable MemberId owner(Record row) {
        var owner = row.get("owner_id", UUID.class);
        return owner == null ? null : new MemberId(owner);
    }

    /** Whoever owns a lead sees whom to call. */
    private Map<UUID, ContactView> contacts(List<? extends Record> found, Actor reader) {
        var known = found.stream().filter(row -> row.get("person_id") != null).toList();
        var mine = persons(known.stream().filter(row -> mine(row, reader)).toList());
        var others = persons(known.stream().filter(row -> !mine(row, reader)).toList());
        var contacts = new HashMap<UUID, ContactView>();
        if (!others.isEmpty()) {
            customers.contacts(others, reader).forEach((id, contact) -> contacts.put(id.value(), contact));
        }
        if (!mine.isEmpty()) {
            customers.contactsForOwner(mine).forEach((id, contact) -> contacts.put(id.value(), contact));
        }
        return contacts;
    }

    private static boolean mine(Record row, Actor reader) {
        var owner = owner(row);
        return owner != null && reader.is(owner);
    }

    private static List<Person.Id> persons(List<? extends Record> rows) {
        return rows.stream().map(row -> new Person.Id(row.get("person_id", UUID.class))).toList();
    }

    private static List<Rating> ratings(List<Handoff> all, Around around) {
        return all.stream().flatMap(one -> around.ratings().getOrDefault(one.id().value(), List.of()).stream()).toList();
    }

    private LeadDetail detail(Record row, Around around, Actor reader) {
        var id = row.get("id", UUID.class);
        var person = row.get("person_id", UUID.class);
        var all = around.handoffs().getOrDefault(id, List.of());
        return new LeadDetail(
                new Lead.Id(id),
                Lead.Stage.of(row.get("stage", String.class)),
                ResponseKind.of(row.get("kind", String.class)),
                row.get("account_id", UUID.class),
                row.get("account_name", String.class),
                row.get("prefecture", String.class),
                row.get("industry", String.class),
                row.get("employees", Integer.class),
                person == null ? null : around.contacts().get(person),
                row.get("title", String.class),
                row.get("department", String.class),
                row.get(reader.language().getLanguage().equals("en") ? "name_en" : "name_ja", String.class),
                row.get("origin", String.class),
                row.get("channel", String.class),
                row.get("campaign", String.class),
                row.get("occurred_at", Instant.class),
                owner(row),
                row.get("turn", String.class),
                row.get("due_at", Instant.class),
                row.get("contact_missing", Boolean.class),
                row.get("closed_reason", String.class),
                row.get("merged_into", UUID.class),
                row.get("link", String.class),
                new Score(
                        row.get("fit", Integer.class), row.get("engagement", Integer.class), row.get("grade", String.class),
                        known.reasons(row.get("reasons", String.class))),
                row.get("rules", Integer.class),
                known.reasons(row.get("routing", String.class)),
                around.responses().getOrDefault(id, List.of()),
                all,
                new LeadDetail.Progress(
                        row.get("round", Integer.class), row.get("attempts", Integer.class), row.get("reached_at", Instant.class),
                        row.get("first_attempt_at", Instant.class), row.get("first_attempt_minutes", Integer.class),
                        row.get("sql_at", Instant.class), row.get("wake_on", LocalDate.class)),
                ratings(all, around),
                around.people(),
                row.get("version", Integer.class));
    }

    private Map<UUID, List<LeadDetail.Response>> responses(List<Lead.Id> ids) {
        return sql.resultQuery(
                        """
                        select wanted.id, t.occurred_at, t.kind, t.via, t.origin, t.channel, t.campaign, t.message
                        from unnest({0}::uuid[]) as wanted (id) cross join lateral (
                            select * from leads.touch where lead_id = wanted.id order by occurred_at desc, id desc limit 200) t
                        order by t.occurred_at desc, t.id desc
                        """,
                        val(uuids(ids)))
                .fetchGroups(
                        row -> row.get(0, UUID.class),
                        row -> new LeadDetail.Response(
                                row.get(1, Instant.class),
                                ResponseKind.of(row.get(2, String.class)),
                                row.get(3, String.class),
                                row.get(4, String.class),
                                row.get(5, String.class),
                                row.get(6, String.class),
                                row.get(7, String.class)));
    }

    private Map<MemberId, Directory.Person> people(List<MemberId> owners, List<Handoff> handoffs) {
        var ids = new ArrayList<>(owners);
        for (var handoff : handoffs) {
            var terms = handoff.terms();
            java.util.stream.Stream.of(
                            Optional.ofNullable(terms.from()),
                            Optional.ofNullable(terms.to()),
                            answer(handoff).map(Handoff.Answer::by))
                    .flatMap(Optional::stream)
                    .forEach(ids::add);
        }
        return ids.isEmpty() ? Map.of() : directory.people(ids);
    }

    static Optional<Handoff.Answer> answer(Handoff handoff) {
        return switch (handoff) {
            case Handoff.Accepted accepted -> Optional.of(accepted.answer());
            case Handoff.Returned returned -> Optional.of(returned.answer());
            case Handoff.Offered _, Handoff.Withdrawn _ -> Optional.empty();
        };
    }
}
