package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** One lead with everything that its page and the API show of it. */
@Component
@Transactional(readOnly = true)
public class LeadDetails {

    /** A response as it is told in the timeline. */
    public record Response(
            Instant at, ResponseKind kind, String via, @Nullable String origin, @Nullable String channel,
            @Nullable String campaign, @Nullable String message) {}

    /**
     * How far sales has come.
     *
     * @param attempts in this round
     * @param wakeOn of a recycled lead
     */
    public record Progress(
            int round, int attempts, @Nullable Instant reachedAt, @Nullable Instant firstAttemptAt, @Nullable Integer firstAttemptMinutes,
            @Nullable Instant sqlAt, @Nullable LocalDate wakeOn) {}

    /**
     * A lead and what belongs to it.
     *
     * @param contact masked unless the reader may see it
     * @param handoffs oldest first; the last one counts
     * @param people the members named anywhere in it
     */
    public record Detail(
            Lead.Id id,
            Lead.Stage stage,
            ResponseKind kind,
            @Nullable UUID accountId,
            @Nullable String accountName,
            @Nullable String prefecture,
            @Nullable String industry,
            @Nullable Integer employees,
            @Nullable ContactView contact,
            @Nullable String title,
            @Nullable String department,
            @Nullable String product,
            @Nullable String origin,
            @Nullable String channel,
            @Nullable String campaign,
            Instant occurredAt,
            @Nullable MemberId owner,
            @Nullable String turn,
            @Nullable Instant dueAt,
            boolean contactMissing,
            @Nullable String closedReason,
            @Nullable String link,
            Score score,
            List<Reason> routing,
            List<Response> responses,
            List<Handoff> handoffs,
            Progress progress,
            List<Rating> ratings,
            Map<MemberId, Directory.Person> people,
            int version) {

        public Optional<Handoff> handoff() {
            return handoffs.isEmpty() ? Optional.empty() : Optional.of(handoffs.getLast());
        }

        /** Still to be answered. */
        public Optional<Handoff.Offered> offered() {
            return handoff().filter(Handoff.Offered.class::isInstance).map(Handoff.Offered.class::cast);
        }

        public Optional<Handoff.Returned> returned() {
            return handoff().filter(Handoff.Returned.class::isInstance).map(Handoff.Returned.class::cast);
        }

        public Optional<Handoff.Accepted> accepted() {
            return handoff().filter(Handoff.Accepted.class::isInstance).map(Handoff.Accepted.class::cast);
        }

        public List<Rating> ratingsOf(Handoff handoff) {
            return ratings.stream().filter(rating -> rating.handoff().equals(handoff.id())).toList();
        }

        /** As the rules see it; nothing is held. */
        Standing standing() {
            return new Standing(
                    id, stage, owner, accountId, null, contactMissing, handoff().map(Handoff::id).orElse(null), progress.round(),
                    progress.attempts(), progress.reachedAt(), progress.firstAttemptAt(), occurredAt, occurredAt);
        }

        public String name(@Nullable MemberId member) {
            var person = member == null ? null : people.get(member);
            return person == null ? "" : person.name();
        }
    }

    private final DSLContext sql;
    private final LeadRows rows;
    private final Customers customers;
    private final Handoffs handoffs;
    private final Directory directory;

    LeadDetails(DSLContext sql, LeadRows rows, Customers customers, Handoffs handoffs, Directory directory) {
        this.sql = sql;
        this.rows = rows;
        this.customers = customers;
        this.handoffs = handoffs;
        this.directory = directory;
    }

    /** Every member reads leads; contact details are masked for most. */
    public Optional<Detail> find(Lead.Id id, Actor reader) {
        return sql.resultQuery(
                        """
                        select l.stage, l.kind, l.account_id, a.name as account_name, a.prefecture, a.industry, a.employees,
                            l.person_id, p.title, p.department, r.name_ja, r.name_en, l.origin, l.channel, l.campaign,
                            l.occurred_at, l.owner_id, l.turn, l.due_at, l.contact_missing, l.closed_reason, l.link,
                            s.fit, s.engagement, s.grade, s.reasons::text as reasons, l.routing::text as routing, l.version,
                            l.round, l.attempts, l.reached_at, l.first_attempt_at, l.first_attempt_minutes, l.sql_at, l.wake_on
                        from leads.lead l
                        join leads.score s on s.lead_id = l.id
                        left join customers.account_view a on a.id = l.account_id
                        left join customers.person_view p on p.id = l.person_id
                        left join products.product_view r on r.id = l.product_id
                        where l.id = {0}
                        """,
                        val(id.value()))
                .fetchOptional(row -> detail(id, row, reader));
    }

    private Detail detail(Lead.Id id, Record row, Actor reader) {
        var person = row.get("person_id", UUID.class);
        var all = handoffs.about(Lead.KIND, List.of(id.value())).getOrDefault(id.value(), List.of());
        var owner = row.get("owner_id", UUID.class);
        var ownerId = owner == null ? null : new MemberId(owner);
        var contact = person == null ? null : contact(new Person.Id(person), ownerId, reader);
        return new Detail(
                id,
                Lead.Stage.of(row.get("stage", String.class)),
                ResponseKind.of(row.get("kind", String.class)),
                row.get("account_id", UUID.class),
                row.get("account_name", String.class),
                row.get("prefecture", String.class),
                row.get("industry", String.class),
                row.get("employees", Integer.class),
                contact,
                row.get("title", String.class),
                row.get("department", String.class),
                row.get(reader.language().getLanguage().equals("en") ? "name_en" : "name_ja", String.class),
                row.get("origin", String.class),
                row.get("channel", String.class),
                row.get("campaign", String.class),
                row.get("occurred_at", Instant.class),
                ownerId,
                row.get("turn", String.class),
                row.get("due_at", Instant.class),
                row.get("contact_missing", Boolean.class),
                row.get("closed_reason", String.class),
                row.get("link", String.class),
                new Score(
                        row.get("fit", Integer.class), row.get("engagement", Integer.class), row.get("grade", String.class),
                        rows.reasons(row.get("reasons", String.class))),
                rows.reasons(row.get("routing", String.class)),
                responses(id),
                all,
                new Progress(
                        row.get("round", Integer.class), row.get("attempts", Integer.class), row.get("reached_at", Instant.class),
                        row.get("first_attempt_at", Instant.class), row.get("first_attempt_minutes", Integer.class),
                        row.get("sql_at", Instant.class), row.get("wake_on", LocalDate.class)),
                ratings(all),
                people(ownerId, all),
                row.get("version", Integer.class));
    }

    private @Nullable ContactView contact(Person.Id person, @Nullable MemberId owner, Actor reader) {
        var one = List.of(person);
        return (owner != null && reader.is(owner) ? customers.contactsForOwner(one) : customers.contacts(one, reader)).get(person);
    }

    private List<Response> responses(Lead.Id id) {
        return sql.resultQuery(
                        """
                        select occurred_at, kind, via, origin, channel, campaign, message from leads.touch
                        where lead_id = {0} order by occurred_at desc, id desc limit 200
                        """,
                        val(id.value()))
                .fetch(row -> new Response(
                        row.get(0, Instant.class),
                        ResponseKind.of(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, String.class)));
    }

    private List<Rating> ratings(List<Handoff> all) {
        return all.isEmpty()
                ? List.of()
                : handoffs.ratings(all.stream().map(one -> one.id().value()).toList()).values().stream().flatMap(List::stream).toList();
    }

    private Map<MemberId, Directory.Person> people(@Nullable MemberId owner, List<Handoff> handoffs) {
        var ids = new ArrayList<MemberId>();
        if (owner != null) {
            ids.add(owner);
        }
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
