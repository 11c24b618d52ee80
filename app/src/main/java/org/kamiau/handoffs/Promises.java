package org.kamiau.handoffs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Promise.Direction;
import org.kamiau.platform.Access;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.lists.Column;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.ListPage;
import org.kamiau.platform.lists.Lists;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Promises one by one, kept or not: what stands behind every rate of the agreement. */
@Configuration
public class Promises {

    private static final String PATH = "/agreement/promises";
    private static final Field<UUID> ID = column("id", SQLDataType.UUID);
    private static final Field<String> CODE = column("code", SQLDataType.VARCHAR);
    private static final Field<String> DIRECTION = column("direction", SQLDataType.VARCHAR);
    private static final Field<String> KIND = column("about_kind", SQLDataType.VARCHAR);
    private static final Field<UUID> ABOUT = column("about_id", SQLDataType.UUID);
    private static final Field<UUID> HOLDER = column("holder", SQLDataType.UUID);
    private static final Field<Instant> DUE = column("due_at", SQLDataType.INSTANT);
    private static final Field<Instant> STOPPED = column("stopped_at", SQLDataType.INSTANT);
    private static final Field<String> OUTCOME = column("outcome", SQLDataType.VARCHAR);

    /** Who holds a promise is for its holder's heads: nobody is shamed in public. */
    private static final Role[] HEADS = {Role.EXEC, Role.SALES_HEAD, Role.MKT_HEAD, Role.IS_LEAD, Role.FS_MGR, Role.REVOPS};

    private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
        return field(name("p", name), type);
    }

    /** A line; what it is about gets its title and address from its own module. */
    public record Row(
            UUID id, String code, String direction, RecordRef about, @Nullable UUID holder, Instant due, @Nullable Instant stopped, @Nullable String outcome,
            String title, String path) {

        Row named(String said, String address) {
            return new Row(id, code, direction, about, holder, due, stopped, outcome, said, address);
        }
    }

    /** The page. */
    public record Page(ListPage<Row> list) {}

    @Bean
    ListDefinition<Row> listedPromises(RecordKinds records, Subjects subjects) {
        return ListDefinition.of("handoffs.promises", PATH, ID, Row.class)
                .from(table(name("handoffs", "promise_view")).as("p"))
                .select(KIND, ABOUT)
                .row(row -> new Row(
                        row.get(ID), row.get(CODE), row.get(DIRECTION), new RecordRef(row.get(KIND), row.get(ABOUT)), row.get(HOLDER), row.get(DUE),
                        row.get(STOPPED), row.get(OUTCOME), "", ""))
                .column(Column.<Row>text("about", null, Row::title).main())
                .column(Column.code("promise", CODE, Row::code, "handoffs.promise", codes()))
                .column(Column.code("direction", DIRECTION, Row::direction, "handoffs.direction", directions()))
                .column(Column.moment("due", DUE, Row::due).sortable())
                .column(Column.moment("stopped", STOPPED, Row::stopped))
                .column(Column.code("outcome", OUTCOME, Row::outcome, "calendar.outcome", List.of("met", "breached", "waived")))
                .column(Column.member("holder", HOLDER, Row::holder).shownTo(actor -> actor.is(HEADS)))
                .sort("-due")
                .enrich((rows, actor) -> {
                    var about = subjects.of(rows.stream().map(Row::about).toList());
                    var titles = records.titles(about.values(), actor);
                    return rows.stream()
                            .map(row -> {
                                var subject = about.getOrDefault(row.about(), row.about());
                                return row.named(titles.getOrDefault(subject, ""), records.path(subject));
                            })
                            .toList();
                })
                .preset("all", "")
                .preset("running", "f=outcome.empty&sort=due")
                .preset("broken", "f=outcome.is.breached")
                .build();
    }

    private static List<String> codes() {
        return Arrays.stream(Promise.values()).map(Promise::code).toList();
    }

    private static List<String> directions() {
        return Arrays.stream(Direction.values()).filter(one -> one != Direction.BOTH).map(Direction::code).toList();
    }

    /** Where the promises of a month are listed: met, broken, waived and running ones. */
    static String path(Direction direction, @Nullable Promise promise, YearMonth month) {
        return PATH + "?f=direction.is." + direction.code() + (promise == null ? "" : "&f=promise.is." + promise.code())
                + "&f=due.between." + month.atDay(1) + "," + month.atEndOfMonth();
    }

    /** The list page. */
    @Controller
    @Access.Members
    static class Pages {
        private final Lists lists;
        private final ListDefinition<Row> promises;

        Pages(Lists lists, ListDefinition<Row> promises) {
            this.lists = lists;
            this.promises = promises;
        }

        @GetMapping(PATH)
        ModelAndView list(HttpServletRequest request) {
            return new ModelAndView("handoffs/promises", "page", new Page(lists.page(promises, request)));
        }
    }
}
