package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static db.leads.Tables.SCORE;
import static db.leads.Tables.TRIAL_LEAD;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.CustomerSearch;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Function;
import org.kamiau.platform.Me;
import org.kamiau.platform.Panel;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.lists.ApiPage;
import org.kamiau.platform.lists.BulkAction;
import org.kamiau.platform.lists.Column;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.ListPage;
import org.kamiau.platform.lists.Lists;
import org.kamiau.platform.search.Findable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Leads in lists: the page, the API, the palette, and the panel on an account's page. */
@Configuration
class LeadList {

    private static final Field<String> COMPANY = field(name("a", "name"), SQLDataType.VARCHAR);
    private static final Field<String> PERSON = field(name("p", "display_name"), SQLDataType.VARCHAR);
    private static final List<String> STAGES = Arrays.stream(Lead.Stage.values()).map(Lead.Stage::code).toList();
    private static final List<String> KINDS = Arrays.stream(ResponseKind.values()).map(ResponseKind::code).toList();

    /** A line. */
    public record Row(
            UUID id, @Nullable String company, @Nullable String person, String stage, String kind, String grade, @Nullable UUID owner,
            @Nullable Instant due, Instant received, @Nullable Instant responded, @Nullable String origin, @Nullable String campaign, String via, boolean target, boolean noContact,
            @Nullable Way way) {}

    /** The moments of its way and what the funnel counts it for; only in the list of leads. */
    public record Way(
            @Nullable UUID receiver, @Nullable Instant qualified, boolean sal, boolean sql, boolean sqo, @Nullable String speed,
            @Nullable String segment, @Nullable String product, @Nullable Instant returned, @Nullable String reason,
            @Nullable String reply, @Nullable Integer qualifiedScore, @Nullable String qualifiedGrade, @Nullable String trial,
            @Nullable Boolean trialCounted) {}

    private static final Field<Boolean> SAL = soon(LEAD.ACCEPTED_AT);
    private static final Field<Boolean> SQL = soon(LEAD.SQL_AT);
    private static final Field<Boolean> SQO = field(LEAD.SQO_AT.isNotNull());
    private static final Field<String> PRODUCT = field(name("o", "code"), SQLDataType.VARCHAR);
    private static final Field<String> SPEED = field(
            "case when {0} is null then null when {0} <= 5 then '5' when {0} <= 30 then '30' when {0} <= 60 then '60' when {0} <= 240 then '240' when {0} <= 540 then '540' else 'more' end",
            SQLDataType.VARCHAR, LEAD.FIRST_ATTEMPT_MINUTES);
    private static final Field<String> REASON = ofLastReturn("h.reason");
    private static final Field<String> REPLY = ofLastReturn("case when h.ruling is not null then 'ruled' else coalesce(h.reply, 'waiting') end");

    private static final Field<Integer> QUALIFIED_SCORE = field(
            "(select q.fit + q.engagement from leads.qualified_score q where q.lead_id = {0})", SQLDataType.INTEGER, LEAD.ID);

    private static final Field<String> QUALIFIED_GRADE = field(
            "(select q.grade from leads.qualified_score q where q.lead_id = {0})", SQLDataType.VARCHAR, LEAD.ID);
    private static final List<String> VERDICTS = Arrays.stream(Verdict.values()).map(Verdict::code).toList();

    /** Within the three weeks that the funnel counts by: {@code leads.funnel_marks}. */
    private static Field<Boolean> soon(Field<Instant> moment) {
        return field("coalesce({0} <= {1} + interval '504 hours', false)", SQLDataType.BOOLEAN, moment, LEAD.QUALIFIED_AT);
    }

    private static Field<String> ofLastReturn(String what) {
        return field(
                "(select " + what + " from handoffs.handoff_view h where h.about_id = {0} and h.state = 'returned' and h.boundary in ('mkt_is', 'mkt_fs') order by h.offered_at desc limit 1)",
                SQLDataType.VARCHAR, LEAD.ID);
    }

    @Bean
    ListDefinition<Row> listedLeads() {
        return ListDefinition.of("leads", "/leads", LEAD.ID, Row.class)
                .from(LEAD.leftJoin(SCORE).on(SCORE.LEAD_ID.eq(LEAD.ID))
                        .leftJoin(table(name("customers", "account_view")).as("a"))
                        .on(field(name("a", "id"), SQLDataType.UUID).eq(LEAD.ACCOUNT_ID))
                        .leftJoin(table(name("customers", "person_view")).as("p"))
                        .on(field(name("p", "id"), SQLDataType.UUID).eq(LEAD.PERSON_ID))
                        .leftJoin(table(name("products", "product_view")).as("o"))
                        .on(field(name("o", "id"), SQLDataType.UUID).eq(LEAD.PRODUCT_ID))
                        .leftJoin(TRIAL_LEAD).on(TRIAL_LEAD.LEAD_ID.eq(LEAD.ID)))
                .row(row -> new Row(
                        row.get(LEAD.ID), row.get(COMPANY), row.get(PERSON), row.get(LEAD.STAGE), row.get(LEAD.KIND),
                        row.get(SCORE.GRADE) == null ? "" : row.get(SCORE.GRADE), row.get(LEAD.OWNER_ID), row.get(LEAD.DUE_AT),
                        row.get(LEAD.OCCURRED_AT), row.get(LEAD.LAST_TOUCH_AT), row.get(LEAD.ORIGIN), row.get(LEAD.CAMPAIGN), row.get(LEAD.VIA), row.get(LEAD.TARGET),
                        row.get(LEAD.CONTACT_MISSING),
                        new Way(
                                row.get(LEAD.RECEIVER_ID), row.get(LEAD.QUALIFIED_AT), row.get(SAL), row.get(SQL), row.get(SQO), row.get(SPEED),
                                row.get(LEAD.SEGMENT), row.get(PRODUCT), row.get(LEAD.RETURNED_AT), row.get(REASON), row.get(REPLY),
                                row.get(QUALIFIED_SCORE), row.get(QUALIFIED_GRADE), row.get(TRIAL_LEAD.VERDICT), row.get(TRIAL_LEAD.COUNTED))))
                .column(Column.text("company", COMPANY, Row::company).main())
                .column(Column.text("person", PERSON, Row::person))
                .column(Column.text("grade", SCORE.GRADE, Row::grade))
                .column(Column.code("stage", LEAD.STAGE, Row::stage, "leads.stage", STAGES))
                .column(Column.code("kind", LEAD.KIND, Row::kind, "leads.kind", KINDS))
                .column(Column.member("owner", LEAD.OWNER_ID, Row::owner))
                .column(Column.moment("due", LEAD.DUE_AT, Row::due).sortable())
                .column(Column.moment("received", LEAD.OCCURRED_AT, Row::received).sortable())
                .column(Column.moment("responded", LEAD.LAST_TOUCH_AT, Row::responded).within(LeadList::responded).optional())
                .column(Column.text("origin", LEAD.ORIGIN, Row::origin).optional())
                .column(Column.text("campaign", LEAD.CAMPAIGN, Row::campaign).optional())
                .column(Column.code("via", LEAD.VIA, Row::via, "leads.via", List.of("form", "api", "hand", "file")).optional())
                .column(Column.flag("target", LEAD.TARGET, Row::target).optional())
                .column(Column.flag("nocontact", LEAD.CONTACT_MISSING, Row::noContact).optional())
                .column(way(Column.text("segment", LEAD.SEGMENT, row -> of(row, Way::segment))))
                .column(way(Column.text("product", PRODUCT, row -> of(row, Way::product))))
                .column(way(Column.moment("qualified", LEAD.QUALIFIED_AT, (Row row) -> of(row, Way::qualified)).sortable()))
                .column(way(Column.member("receiver", LEAD.RECEIVER_ID, row -> of(row, Way::receiver))))
                .column(way(Column.flag("sal", SAL, row -> of(row, Way::sal))))
                .column(way(Column.flag("sql", SQL, row -> of(row, Way::sql))))
                .column(way(Column.flag("sqo", SQO, row -> of(row, Way::sqo))))
                .column(way(Column.code("speed", SPEED, row -> of(row, Way::speed), "leads.speed", List.of("5", "30", "60", "240", "540", "more"))))
                .column(way(Column.moment("returned", LEAD.RETURNED_AT, row -> of(row, Way::returned))))
                .column(way(Column.code("reason", REASON, row -> of(row, Way::reason), "handoffs.reason",
                        List.of("duplicate", "incomplete", "wrong_owner", "outside_definition"))))
                .column(way(Column.code("reply", REPLY, row -> of(row, Way::reply), "leads.reply",
                        List.of("waiting", "correct", "agree", "dispute", "ruled"))))
                .column(way(Column.number("qualifiedscore", QUALIFIED_SCORE, row -> of(row, Way::qualifiedScore))))
                .column(way(Column.text("qualifiedgrade", QUALIFIED_GRADE, row -> of(row, Way::qualifiedGrade))))
                .column(way(Column.code("trial", TRIAL_LEAD.VERDICT, row -> of(row, Way::trial), "leads.verdict", VERDICTS)))
                .column(way(Column.flag("trialcounted", TRIAL_LEAD.COUNTED, row -> of(row, Way::trialCounted))))
                .bulk(new BulkAction("accept", "/leads/bulk/acceptance", actor -> actor.does(Function.INSIDE_SALES) || actor.does(Function.FIELD_SALES)))
                .bulk(new BulkAction("nurture", "/leads/bulk/nurture", actor -> actor.is(Pages.TAKERS)))
                .sort("-received")
                .search((words, actor) -> CustomerSearch.names(LEAD.ACCOUNT_ID, LEAD.PERSON_ID, words, actor))
                .preset("all", "")
                .preset("mine", "f=owner.is.me&f=stage.any-of.assigned,accepted,working&sort=due")
                .preset("waiting", "f=stage.is.assigned&sort=due")
                .preset("returned", "f=stage.is.returned")
                .preset("below", "f=stage.is.received&f=kind.any-of.demo_request,quote_request,contact")
                .build();
    }

    /**
     * With a response then, be it the first or a later one. The lead's own moments spare most of the looking; one into
     * which another was merged has responses from before it came.
     */
    private static Condition responded(@Nullable Instant from, @Nullable Instant to) {
        return condition(
                        "exists (select from leads.touch t where t.lead_id = {0} and t.occurred_at >= {1} and t.occurred_at < {2})",
                        LEAD.ID, moment(from, "-infinity"), moment(to, "infinity"))
                .and(from == null ? noCondition() : LEAD.LAST_TOUCH_AT.ge(from))
                .and(to == null
                        ? noCondition()
                        : condition(
                                "({0} < {1} or {2} in (select m.merged_into from leads.lead m where m.merged_into is not null))",
                                LEAD.OCCURRED_AT, val(to), LEAD.ID));
    }

    private static Field<?> moment(@Nullable Instant moment, String open) {
        return moment == null ? field("{0}::timestamptz", SQLDataType.INSTANT, inline(open)) : val(moment);
    }

    private static Column<Row> way(Column<Row> column) {
        return column.optional();
    }

    private static @Nullable Object of(Row row, java.util.function.Function<Way, @Nullable Object> part) {
        return row.way() == null ? null : part.apply(row.way());
    }

    /** The leads of an account, on its page. */
    public record AccountLeads(UUID account, List<Row> rows) {}

    /** Pages and API over the list. */
    @Controller
    @Access.Members
    static class Pages {

        /** The list page. */
        public record Page(ListPage<Row> list, boolean mayTake, boolean mayImport) {}

        record Listed(
                UUID id, Lead.Stage stage, ResponseKind kind, String grade, @Nullable UUID owner, @Nullable Instant dueAt, Instant occurredAt,
                @Nullable String company, @Nullable String person, @Nullable String origin) {}

        private static final Role[] TAKERS = {
            Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS
        };
        private static final Role[] IMPORTERS = {
            Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD
        };
        private final Lists lists;
        private final ListDefinition<Row> leads;

        Pages(Lists lists, ListDefinition<Row> leads) {
            this.lists = lists;
            this.leads = leads;
        }

        @GetMapping("/leads")
        ModelAndView list(HttpServletRequest request, @Me Actor me) {
            return new ModelAndView("leads/list", "page", new Page(lists.page(leads, request), me.is(TAKERS), me.is(IMPORTERS)));
        }

        @Operation(
                summary = "List leads",
                description = "Newest first, or sort=due. Filters: stage, owner (id or me), kind, origin, campaign, via, target, grade; several values with commas; q finds company and person. limit 1-200, cursor from next.")
        @GetMapping("/api/v1/leads")
        @ResponseBody
        ApiPage<Listed> all(HttpServletRequest request, @Me Actor me) {
            return lists.api(leads, request, me, row -> new Listed(
                    row.id(), Lead.Stage.of(row.stage()), ResponseKind.of(row.kind()), row.grade(), row.owner(), row.due(), row.received(),
                    row.company(), row.person(), row.origin()));
        }
    }

    @Bean
    Findable findableLeads(DSLContext sql) {
        return new Findable() {
            @Override
            public String key() {
                return "leads.title";
            }

            @Override
            public String icon() {
                return "target";
            }

            @Override
            public int order() {
                return 120;
            }

            @Override
            public List<Found> find(String words, Actor actor, int limit) {
                return found(sql, words, actor, limit);
            }
        };
    }

    private static List<Findable.Found> found(DSLContext sql, String words, Actor actor, int limit) {
        return sql.select(LEAD.ID, COMPANY, PERSON)
                .from(LEAD.leftJoin(table(name("customers", "account_view")).as("a"))
                        .on(field(name("a", "id"), SQLDataType.UUID).eq(LEAD.ACCOUNT_ID))
                        .leftJoin(table(name("customers", "person_view")).as("p"))
                        .on(field(name("p", "id"), SQLDataType.UUID).eq(LEAD.PERSON_ID)))
                .where(CustomerSearch.names(LEAD.ACCOUNT_ID, LEAD.PERSON_ID, words, actor))
                .limit(limit)
                .fetch(row -> new Findable.Found(
                        row.value2() == null ? String.valueOf(row.value3()) : row.value2(),
                        row.value2() == null ? null : row.value3(),
                        "/leads/" + row.value1()));
    }

    @Bean
    Panel leadsOfAccount(DSLContext sql) {
        return new Panel() {
            @Override
            public String on() {
                return "account";
            }

            @Override
            public int order() {
                return 10;
            }

            @Override
            public Optional<Fragment> show(RecordRef record, Actor actor) {
                return Optional.of(new Fragment("leads/panel", new AccountLeads(record.id(), rows(sql, record.id()))));
            }
        };
    }

    private static List<Row> rows(DSLContext sql, UUID account) {
        return sql.select(LEAD.ID, LEAD.STAGE, LEAD.KIND, SCORE.GRADE, LEAD.OCCURRED_AT, PERSON)
                .from(LEAD.leftJoin(SCORE).on(SCORE.LEAD_ID.eq(LEAD.ID))
                        .leftJoin(table(name("customers", "person_view")).as("p"))
                        .on(field(name("p", "id"), SQLDataType.UUID).eq(LEAD.PERSON_ID)))
                .where(LEAD.ACCOUNT_ID.eq(account))
                .orderBy(LEAD.OCCURRED_AT.desc())
                .limit(10)
                .fetch(row -> new Row(
                        row.value1(), null, row.value6(), row.value2(), row.value3(), row.value4() == null ? "" : row.value4(), null, null,
                        row.value5(), null, null, null, "", false, false, null));
    }
}
