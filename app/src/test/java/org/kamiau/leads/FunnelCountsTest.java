package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class FunnelCountsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> STAGES = List.of("received", "mql", "working", "sql", "sqo", "nurture", "recycled", "disqualified", "unsubscribed");
    private static final List<String> MARKS = List.of(
            "inquiries", "converted", "mqls", "sals", "sqls", "sqos", "returns", "waiting", "working", "sent_back", "confirmed",
            "nurture", "recycled", "disqualified", "closed");

    @Autowired
    DSLContext sql;

    @Autowired
    FunnelCounts counts;

    @Autowired
    SamplePeople people;

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    private final List<UUID> leads = new ArrayList<>();
    private final List<UUID> receivers = new ArrayList<>();

    /** One of them, or nothing. */
    private <T> @Nullable T any(List<T> all) {
        int chosen = chance.nextInt(all.size() + 1);
        return chosen == all.size() ? null : all.get(chosen);
    }

    private Instant moment() {
        return START.plus(Duration.ofMinutes(chance.nextInt(60 * 24 * 150)));
    }

    private @Nullable Instant maybe() {
        return chance.nextInt(3) == 0 ? null : moment();
    }

    private void addLead() {
        var id = Ids.next();
        leads.add(id);
        sql.execute(
                "insert into leads.lead (id, stage, kind, via, origin, segment, target, occurred_at, created_at, last_touch_at) values ({0}, 'received', 'contact', 'api', {1}, {2}, {3}, {4}, {4}, {4})",
                value(id), value(any(List.of("web", "event")), String.class), value(any(List.of("mid", "far")), String.class),
                value(chance.nextBoolean()), value(moment()));
        addTouch(id);
    }

    private void addTouch(UUID lead) {
        sql.execute(
                "insert into leads.touch (id, lead_id, kind, occurred_at, created_at, via, origin) values ({0}, {1}, 'contact', {2}, {2}, 'api', {3})",
                value(Ids.next()), value(lead), value(moment()), value(any(List.of("web", "event", "mail")), String.class));
    }

    private void change(UUID lead) {
        var stage = STAGES.get(chance.nextInt(STAGES.size()));
        sql.execute(
                """
                update leads.lead set stage = {1}, qualified_at = {2}, accepted_at = {3}, returned_at = {4},
                    sql_at = coalesce({5}, case when {1} in ('sql', 'sqo') then {6} end),
                    sqo_at = case when {1} = 'sqo' then {6} end, receiver_id = {7}, first_attempt_minutes = {8},
                    first_attempt_at = case when {8} is not null then {6} end,
                    wake_on = case when {1} = 'recycled' then date '2026-12-01' end,
                    wake_at = case when {1} = 'recycled' then {6} end,
                    closed_reason = case when {1} = 'disqualified' then 'no_need' end
                where id = {0}
                """,
                value(lead), value(stage), value(maybe(), Instant.class), value(maybe(), Instant.class), value(maybe(), Instant.class),
                value(maybe(), Instant.class), value(moment()), value(any(receivers), UUID.class),
                value(any(List.of(3, 30, 31, 200, 541)), Integer.class));
    }

    private static org.jooq.Field<?> value(Object value) {
        return org.jooq.impl.DSL.val(value);
    }

    private static <T> org.jooq.Field<T> value(@Nullable T value, Class<T> type) {
        return org.jooq.impl.DSL.val(value, type);
    }

    private void step() {
        var lead = leads.isEmpty() ? null : leads.get(chance.nextInt(leads.size()));
        int choice = chance.nextInt(20);
        if (lead == null || choice < 5) {
            addLead();
        } else if (choice < 9) {
            addTouch(lead);
        } else if (choice < 15) {
            change(lead);
        } else if (choice < 16) {
            sql.execute("update leads.lead set stage = 'nurture', wake_on = null, wake_at = null where origin = 'web' and stage = 'recycled'");
        } else if (choice < 17) {
            sql.execute("update leads.touch set lead_id = {0} where lead_id = {1}", value(lead), value(leads.getFirst()));
        } else if (choice < 18) {
            sql.execute("delete from leads.touch where lead_id = {0} and origin = 'mail'", value(lead));
        } else if (choice < 19) {
            leads.remove(lead);
            sql.execute("delete from leads.touch where lead_id = {0}", value(lead));
            sql.execute("delete from leads.lead where id = {0}", value(lead));
        } else {
            counts.fold();
        }
    }

    /** What the view says, without what has come to nothing. */
    private Map<String, List<Long>> counted() {
        var counted = new TreeMap<String, List<Long>>();
        sql.resultQuery("select dimension, grain, day, key, "
                        + String.join(", ", MARKS.stream().map(mark -> "sum(" + mark + ")").toList())
                        + " from leads.funnel_view group by 1, 2, 3, 4")
                .forEach(row -> {
                    var numbers = new ArrayList<Long>();
                    for (int i = 4; i < row.size(); i++) {
                        numbers.add(row.get(i, Long.class));
                    }
                    if (numbers.stream().anyMatch(number -> number != 0)) {
                        counted.put(row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3), numbers);
                    }
                });
        return counted;
    }

    /** The same by the definitions in words, from the records and without SQL. */
    private Map<String, List<Long>> fromScratch() {
        var scratch = new TreeMap<String, List<Long>>();
        for (var lead : sql.resultQuery("select * from leads.lead").fetch()) {
            var qualified = lead.get("qualified_at", Instant.class);
            if (qualified != null) {
                add(scratch, lead, lead, qualified, marks(lead, qualified));
            }
        }
        for (var touch : sql.resultQuery("select l.*, t.occurred_at as at, t.origin as by_origin, t.product_id as for_product from leads.touch t join leads.lead l on l.id = t.lead_id").fetch()) {
            var at = touch.get("at", Instant.class);
            var qualified = touch.get("qualified_at", Instant.class);
            boolean converted = qualified != null && !qualified.isBefore(at) && !qualified.isAfter(at.plus(Duration.ofDays(30)));
            var marks = new ArrayList<>(List.of("inquiries"));
            if (converted) {
                marks.add("converted");
            }
            add(scratch, touch, touch, at, marks);
        }
        return scratch;
    }

    private static List<String> marks(Record lead, Instant qualified) {
        var limit = qualified.plus(Duration.ofDays(21));
        var accepted = lead.get("accepted_at", Instant.class);
        var sold = lead.get("sql_at", Instant.class);
        var marks = new ArrayList<>(List.of("mqls"));
        boolean sal = accepted != null && !accepted.isAfter(limit);
        if (sal) {
            marks.add("sals");
        }
        if (sold != null && !sold.isAfter(limit)) {
            marks.add("sqls");
        }
        if (lead.get("sqo_at") != null) {
            marks.add("sqos");
        }
        if (!sal && lead.get("returned_at") != null) {
            marks.add("returns");
        }
        marks.add(switch (lead.get("stage", String.class)) {
            case "received", "mql", "assigned" -> "waiting";
            case "accepted", "working" -> "working";
            case "returned" -> "sent_back";
            case "sql", "sqo" -> "confirmed";
            case "merged", "unsubscribed" -> "closed";
            case String stage -> stage;
        });
        return marks;
    }

    private static String or(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String speed(@Nullable Integer minutes) {
        return minutes == null ? "" : minutes <= 5 ? "5" : minutes <= 30 ? "30" : minutes <= 60 ? "60"
                : minutes <= 240 ? "240" : minutes <= 540 ? "540" : "more";
    }

    private static void add(Map<String, List<Long>> scratch, Record lead, Record row, Instant at, List<String> marks) {
        boolean touch = row.field("at") != null;
        var keys = Map.of(
                "all", "", "origin", or(row.get(touch ? "by_origin" : "origin")), "segment", or(lead.get("segment")),
                "target", lead.get("target", Boolean.class) ? "target" : "outside",
                "product", or(row.get(touch ? "for_product" : "product_id")), "owner", or(lead.get("receiver_id")),
                "speed", speed(lead.get("first_attempt_minutes", Integer.class)));
        LocalDate day = at.atZone(ZONE).toLocalDate();
        keys.forEach((dimension, key) -> {
            for (var cell : List.of("day " + day, "month " + day.withDayOfMonth(1))) {
                var numbers = scratch.computeIfAbsent(dimension + " " + cell + " " + key, _ -> new ArrayList<>(java.util.Collections.nCopies(MARKS.size(), 0L)));
                marks.forEach(mark -> numbers.set(MARKS.indexOf(mark), numbers.get(MARKS.indexOf(mark)) + 1));
            }
        });
    }

    @Test
    void after_any_walk_of_changes_the_counts_are_those_of_the_records() {
        for (int i = 0; i < 4; i++) {
            receivers.add(people.as(Role.IS).id().value());
        }

        for (int i = 0; i < 1_000; i++) {
            step();
            if (i % 250 == 0) {
                assertThat(counted()).isEqualTo(fromScratch());
            }
        }

        assertThat(counted()).isEqualTo(fromScratch());
        counts.fold();
        assertThat(counted()).isEqualTo(fromScratch());
        counts.rebuild();
        assertThat(counted()).isEqualTo(fromScratch());
    }

    @Test
    void every_dimension_adds_up_to_the_whole() {
        for (int i = 0; i < 200; i++) {
            step();
        }

        var totals = sql.resultQuery("select distinct sum(inquiries), sum(mqls), sum(sqls), sum(waiting) from leads.funnel_view where grain = 'day' group by dimension").fetch();

        assertThat(totals).hasSize(1);
    }

    @Test
    void a_change_that_the_funnel_does_not_count_writes_nothing() {
        addLead();
        counts.fold();

        sql.execute("update leads.lead set last_touch_at = now(), version = version + 1");

        assertThat(sql.resultQuery("select count(*) from leads.funnel_delta").fetchSingleInto(Integer.class)).isZero();
    }
}
