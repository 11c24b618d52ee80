package org.kamiau.handoffs;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Promise.Direction;
import org.kamiau.platform.Access;
import org.kamiau.platform.Function;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;
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
    private static final Field<String> WAITS = column("waits", SQLDataType.VARCHAR);
    private static final Field<String> TURN = column("turn", SQLDataType.VARCHAR);
    private static final Field<String> OUTCOME = column("outcome", SQLDataType.VARCHAR);

    /** As clocks are called: {@code handoffs.waiting.<name>}. */
    private static final List<String> WAITED_FOR = List.of(
            "answer", "follow_up", "attempts", "reply", "ruling", "confirmation", "first_meeting", "feedback", "rating_giver", "rating_receiver");

    /** Who holds a promise is for its holder's heads: nobody is shamed in public. */
    private static final Role[] HEADS = {Role.EXEC, Role.SALES_HEAD, Role.MKT_HEAD, Role.IS_LEAD, Role.FS_MGR, Role.REVOPS};

    private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
        return field(name("p", name), type);
    }

    /** A line; what it is about gets its title and address from its own module. */
    public record Row(
            UUID id, String code, String direction, RecordRef about, @Nullable UUID holder, Instant due, @Nullable Instant stopped, @Nullable String outcome,
            @Nullable String waits, String turn, boolean overdue, String title, String path) {

        Row named(String said, String address) {
            return new Row(id, code, direction, about, holder, due, stopped, outcome, waits, turn, overdue, said, address);
        }
    }

    /** The page. */
    public record Page(ListPage<Row> list) {}

    @Bean
    ListDefinition<Row> listedPromises(RecordKinds records, Subjects subjects, InstantSource clock) {
        var overdue = overdue(clock);
        return ListDefinition.of("handoffs.promises", PATH, ID, Row.class)
                .from(table(name("handoffs", "promise_view")).as("p"))
                .select(KIND, ABOUT)
                .row(row -> new Row(
                        row.get(ID), row.get(CODE), row.get(DIRECTION), new RecordRef(row.get(KIND), row.get(ABOUT)), row.get(HOLDER), row.get(DUE),
                        row.get(STOPPED), row.get(OUTCOME), row.get(WAITS), row.get(TURN), row.get(overdue), "", ""))
                .column(Column.<Row>text("about", null, Row::title).main())
                .column(Column.code("promise", CODE, Row::code, "handoffs.promise", codes()))
                .column(Column.code("direction", DIRECTION, Row::direction, "handoffs.direction", directions()))
                .column(Column.moment("due", DUE, Row::due).sortable())
                .column(Column.moment("stopped", STOPPED, Row::stopped))
                .column(Column.code("outcome", OUTCOME, Row::outcome, "calendar.outcome", List.of("met", "breached", "waived")))
                .column(Column.code("waits", WAITS, Row::waits, "handoffs.waiting", WAITED_FOR).optional())
                .column(Column.code("turn", TURN, Row::turn, "platform.function", functions()).optional())
                .column(Column.flag("overdue", overdue, Row::overdue).optional())
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

    /** Still owed by the application's clock, which stands elsewhere than the database's. */
    private static Field<Boolean> overdue(InstantSource clock) {
        return CustomField.of("is_overdue", SQLDataType.BOOLEAN, context -> context.visit(field(
                "({0} is null and {1} < {2})", SQLDataType.BOOLEAN, STOPPED, DUE, val(clock.instant()))));
    }

    private static List<String> functions() {
        return Arrays.stream(Function.values()).map(Function::code).toList();
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

    /** What a side still owes of one kind, or what of it is overdue. */
    static String owed(String waits, Side side, boolean overdue) {
        var functions = Arrays.stream(Function.values()).filter(function -> function.side() == side).map(Function::code).collect(joining(","));
        return PATH + "?f=stopped.empty&f=waits.is." + waits + "&f=turn.any-of." + functions + (overdue ? "&f=overdue.is.yes" : "") + "&sort=due";
    }

    /** Everything of one kind that is still waited for. */
    static String awaited(String waits) {
        return PATH + "?f=stopped.empty&f=waits.is." + waits + "&sort=due";
    }

    /** What fell due in these days and was not kept in time. */
    static String broken(Promise promise, LocalDate from, LocalDate to) {
        return PATH + "?f=outcome.is.breached&f=promise.is." + promise.code() + "&f=due.between." + from + "," + to;
    }

    /** What fell due in these days of one direction. */
    public static String due(Direction direction, LocalDate from, LocalDate to) {
        return PATH + "?f=direction.is." + direction.code() + "&f=due.between." + from + "," + to;
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
