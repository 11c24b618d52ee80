package org.kamiau.handoffs;

import static db.handoffs.Tables.HANDOFF;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.lists.Column;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.ListPage;
import org.kamiau.platform.lists.Lists;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Handoffs one by one: what stands behind every number of their health. */
@Configuration
public class HandoffList {

    private static final String PATH = "/handoffs/list";

    /** A line; its title and address are those of what it is about. */
    public record Row(
            UUID id, RecordRef about, String boundary, String state, Instant offered, @Nullable Instant due, boolean late, boolean silent,
            List<String> missing, List<String> reasked, @Nullable String completion, @Nullable String reason, @Nullable UUID from, @Nullable UUID to,
            @Nullable Instant answered, String title, String path) {

        Row named(String said, String address) {
            return new Row(
                    id, about, boundary, state, offered, due, late, silent, missing, reasked, completion, reason, from, to, answered, said, address);
        }
    }

    /** The page. */
    public record Page(ListPage<Row> list) {}

    @Bean
    ListDefinition<Row> listedHandoffs(RecordKinds records, InstantSource clock) {
        var late = late(clock);
        return ListDefinition.of("handoffs", PATH, HANDOFF.ID, Row.class)
                .from(HANDOFF)
                .select(HANDOFF.ABOUT_KIND, HANDOFF.ABOUT_ID)
                .row(row -> new Row(
                        row.get(HANDOFF.ID), new RecordRef(row.get(HANDOFF.ABOUT_KIND), row.get(HANDOFF.ABOUT_ID)), row.get(HANDOFF.BOUNDARY),
                        row.get(HANDOFF.STATE), row.get(HANDOFF.OFFERED_AT), row.get(HANDOFF.DUE_AT), row.get(late), row.get(HANDOFF.SILENT),
                        List.of(row.get(HANDOFF.MISSING)), List.of(row.get(HANDOFF.REASKED)), row.get(HANDOFF.COMPLETION), row.get(HANDOFF.REASON),
                        row.get(HANDOFF.FROM_MEMBER), row.get(HANDOFF.TO_MEMBER), row.get(HANDOFF.ANSWERED_AT), "", ""))
                .column(Column.<Row>text("about", null, Row::title).main())
                .column(Column.code("boundary", HANDOFF.BOUNDARY, Row::boundary, "handoffs.boundary", boundaries()))
                .column(Column.code("state", HANDOFF.STATE, Row::state, "handoffs.state", List.of("offered", "accepted", "returned", "withdrawn")))
                .column(Column.moment("offered", HANDOFF.OFFERED_AT, Row::offered).sortable())
                .column(Column.moment("due", HANDOFF.DUE_AT, Row::due).optional())
                .column(Column.moment("answered", HANDOFF.ANSWERED_AT, Row::answered).optional())
                .column(Column.flag("late", late, Row::late))
                .column(Column.flag("silent", HANDOFF.SILENT, Row::silent).optional())
                .column(Column.tags("missing", HANDOFF.MISSING, Row::missing))
                .column(Column.tags("reasked", HANDOFF.REASKED, Row::reasked))
                .column(Column.code("completion", HANDOFF.COMPLETION, Row::completion, "handoffs.completion", List.of("held", "no_show")))
                .column(Column.code("reason", HANDOFF.REASON, Row::reason, "handoffs.reason", reasons()).optional())
                .column(Column.member("from", HANDOFF.FROM_MEMBER, Row::from).optional())
                .column(Column.member("to", HANDOFF.TO_MEMBER, Row::to).optional())
                .sort("-offered")
                .enrich((rows, actor) -> {
                    var titles = records.titles(rows.stream().map(Row::about).toList(), actor);
                    return rows.stream().map(row -> row.named(titles.getOrDefault(row.about(), ""), records.path(row.about()))).toList();
                })
                .preset("all", "")
                .preset("waiting", "f=state.is.offered")
                .preset("late", "f=late.is.true")
                .preset("lost", "match=any&f=reasked.filled&f=completion.is.no_show")
                .build();
    }

    /** Answered too late, or overdue by the application's clock, which stands elsewhere than the database's. */
    private static Field<Boolean> late(InstantSource clock) {
        return CustomField.of("is_late", SQLDataType.BOOLEAN, context -> context.visit(field(
                "(coalesce({0}, false) or {1} = 'offered' and coalesce({2} < {3}, false))", SQLDataType.BOOLEAN, HANDOFF.LATE, HANDOFF.STATE,
                HANDOFF.DUE_AT, val(clock.instant()))));
    }

    private static List<String> boundaries() {
        return Arrays.stream(Boundary.values()).map(Boundary::code).toList();
    }

    private static List<String> reasons() {
        return Arrays.stream(ReturnReason.values()).map(ReturnReason::code).toList();
    }

    /** The hand-overs of a boundary that were offered in these days; {@code more} are further conditions. */
    static String path(Boundary boundary, LocalDate from, LocalDate to, String... more) {
        var path = new StringBuilder(PATH + "?f=boundary.is." + boundary.code() + "&f=state.is-not.withdrawn&f=offered.between." + from + "," + to);
        Arrays.stream(more).forEach(condition -> path.append("&f=").append(condition));
        return path.toString();
    }

    /** The list page. */
    @Controller
    @Access.Members
    static class Pages {
        private final Lists lists;
        private final ListDefinition<Row> handoffs;

        Pages(Lists lists, ListDefinition<Row> handoffs) {
            this.lists = lists;
            this.handoffs = handoffs;
        }

        @GetMapping(PATH)
        ModelAndView list(HttpServletRequest request) {
            return new ModelAndView("handoffs/list", "page", new Page(lists.page(handoffs, request)));
        }
    }
}
