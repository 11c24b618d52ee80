package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.AccountFacts;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Person;
import org.kamiau.customers.PersonFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Grades one lead anew where its responses changed other than by a new one. It grades; it moves no lead. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Regrading {

    private record Response(Touch touch, @Nullable String message) {}

    private final DSLContext sql;
    private final Scoring scoring;
    private final Customers customers;
    private final JsonMapper json;
    private final InstantSource clock;

    Regrading(DSLContext sql, Scoring scoring, Customers customers, JsonMapper json, InstantSource clock) {
        this.sql = sql;
        this.scoring = scoring;
        this.customers = customers;
        this.json = json;
        this.clock = clock;
    }

    void grade(Standing lead) {
        var rules = scoring.current();
        var responses = responses(lead.id());
        var messages = responses.stream().map(Response::message).filter(Objects::nonNull).toList();
        var prospect = Prospect.of(account(lead.account()), person(lead.person()), messages, customers.segmentNames());
        store(lead.id(), rules.rules().score(prospect, responses.stream().map(Response::touch).toList(), clock.instant()), rules.version());
    }

    private List<Response> responses(Lead.Id id) {
        return sql.resultQuery("select kind, occurred_at, message from leads.touch where lead_id = {0} order by occurred_at", val(id.value()))
                .fetch(row -> new Response(
                        new Touch(ResponseKind.of(row.get(0, String.class)), row.get(1, Instant.class)), row.get(2, String.class)));
    }

    private @Nullable AccountFacts account(@Nullable UUID id) {
        return id == null ? null : customers.accounts(List.of(new Account.Id(id))).get(new Account.Id(id));
    }

    private @Nullable PersonFacts person(@Nullable UUID id) {
        return id == null ? null : customers.persons(List.of(new Person.Id(id))).get(new Person.Id(id));
    }

    private void store(Lead.Id id, Score score, int rules) {
        sql.execute(
                """
                update leads.score set fit = {1}, engagement = {2}, grade = {3}, reasons = {4}::jsonb, rules = {5}, scored_at = {6}
                where lead_id = {0}
                """,
                val(id.value()), val(score.fit()), val(score.engagement()), val(score.grade()), val(json.writeValueAsString(score.reasons())),
                val(rules), val(clock.instant()));
    }
}
