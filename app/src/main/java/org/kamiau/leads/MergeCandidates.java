package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static db.leads.Tables.SCORE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.CustomerSearch;
import org.kamiau.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which leads another one could be the same as, and what was merged already. */
@Component
@Transactional(readOnly = true)
class MergeCandidates {

    /** A lead to choose. */
    public record Candidate(
            UUID id, @Nullable String company, @Nullable String person, String stage, String kind, String grade, Instant received) {}

    /** What would follow a lead that is merged. */
    record Luggage(int responses, int attempts) {}

    private static final int MOST = 20;
    private static final Field<UUID> ACCOUNT_ID = field(name("a", "id"), SQLDataType.UUID);
    private static final Field<UUID> PERSON_ID = field(name("p", "id"), SQLDataType.UUID);
    private static final Field<String> COMPANY = field(name("a", "name"), SQLDataType.VARCHAR);
    private static final Field<String> PERSON = field(name("p", "display_name"), SQLDataType.VARCHAR);
    private static final List<String> STAGES =
            Arrays.stream(Lead.Stage.values()).filter(Move.MERGE::from).map(Lead.Stage::code).toList();

    private final DSLContext sql;

    MergeCandidates(DSLContext sql) {
        this.sql = sql;
    }

    /** Of the same organisation, those of a person of the same name first. */
    List<Candidate> near(LeadDetail lead) {
        if (lead.accountId() == null) {
            return List.of();
        }
        Field<Boolean> same = lead.contact() == null ? val(false) : coalesce(field(PERSON.eq(lead.contact().name())), val(false));
        return mergeable(lead.id(), LEAD.ACCOUNT_ID.eq(lead.accountId()), same);
    }

    /** Whose company or person the words name. */
    List<Candidate> named(LeadDetail lead, String words, Actor reader) {
        return mergeable(lead.id(), CustomerSearch.names(LEAD.ACCOUNT_ID, LEAD.PERSON_ID, words, reader), val(false));
    }

    private List<Candidate> mergeable(Lead.Id but, Condition condition, Field<Boolean> first) {
        return sql.select(LEAD.ID, COMPANY, PERSON, LEAD.STAGE, LEAD.KIND, SCORE.GRADE, LEAD.OCCURRED_AT)
                .from(LEAD.leftJoin(SCORE).on(SCORE.LEAD_ID.eq(LEAD.ID))
                        .leftJoin(table(name("customers", "account_view")).as("a")).on(ACCOUNT_ID.eq(LEAD.ACCOUNT_ID))
                        .leftJoin(table(name("customers", "person_view")).as("p")).on(PERSON_ID.eq(LEAD.PERSON_ID)))
                .where(condition, LEAD.STAGE.in(STAGES), LEAD.ID.ne(but.value()))
                .orderBy(first.desc(), LEAD.OCCURRED_AT.desc(), LEAD.ID.desc())
                .limit(MOST)
                .fetch(row -> new Candidate(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6() == null ? "" : row.value6(),
                        row.value7()));
    }

    Map<Lead.Id, Luggage> luggage(Lead.Id one, Lead.Id other) {
        return sql.resultQuery(
                        """
                        select wanted.id, (select count(*) from leads.touch t where t.lead_id = wanted.id),
                            (select count(*) from leads.attempt a where a.lead_id = wanted.id)
                        from unnest({0}::uuid[]) as wanted (id)
                        """,
                        val(new UUID[] {one.value(), other.value()}))
                .fetchMap(
                        row -> new Lead.Id(row.get(0, UUID.class)),
                        row -> new Luggage(row.get(1, Integer.class), row.get(2, Integer.class)));
    }

    /** What was merged into it, the last first. */
    List<Candidate> mergedInto(UUID lead) {
        return sql.select(LEAD.ID, PERSON, LEAD.STAGE, LEAD.KIND, LEAD.OCCURRED_AT)
                .from(LEAD.leftJoin(table(name("customers", "person_view")).as("p")).on(PERSON_ID.eq(LEAD.PERSON_ID)))
                .where(LEAD.MERGED_INTO.eq(lead))
                .orderBy(LEAD.CLOSED_AT.desc())
                .limit(MOST)
                .fetch(row -> new Candidate(row.value1(), null, row.value2(), row.value3(), row.value4(), "", row.value5()));
    }
}
