package org.kamiau.calendar;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kamiau.calendar.Sample.at;
import static org.kamiau.calendar.Sample.handoff;
import static org.kamiau.calendar.Sample.promise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.RecordRef;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks of committed clocks, as serving nodes tell them; every test tidies up behind itself. */
@KamiauTest
class ClockSweepTest {
    @Autowired
    Clocks clocks;

    @Autowired
    ClockRows rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    private final List<ReachedMark> told = Collections.synchronizedList(new ArrayList<>());
    private ClockSweep sweep;

    @BeforeEach
    void aNode() {
        // Other classes share the database and may have left clocks running.
        tidyUp();
        sweep = node(told::add);
    }

    @AfterEach
    void tidyUp() {
        sql.execute("delete from calendar.clock");
    }

    @Test
    void each_mark_is_told_once_when_it_is_reached() {
        var about = started("2026-11-20T17:52", BusinessTime.minutes(30));

        assertThat(sweep.sweep(at("2026-11-24T09:15:59"))).isZero();
        assertThat(sweep.sweep(at("2026-11-24T09:16"))).isEqualTo(1);
        assertThat(sweep.sweep(at("2026-11-24T09:16"))).isZero();
        assertThat(sweep.sweep(at("2026-11-24T09:22"))).isEqualTo(1);
        assertThat(sweep.sweep(at("2026-11-24T09:52"))).isEqualTo(1);
        assertThat(sweep.sweep(at("2027-11-24T09:52"))).isZero();

        assertThat(told).extracting(ReachedMark::mark).containsExactly(Mark.AMBER, Mark.DUE, Mark.DOUBLED);
        assertThat(told).extracting(reached -> reached.clock().about()).containsOnly(about);
    }

    @Test
    void after_a_standstill_the_marks_of_all_clocks_come_in_their_order() {
        IntStream.range(0, 50).forEach(n ->
                started("2026-11-24T09:00", BusinessTime.minutes(10 + n * 7)));

        assertThat(sweep.sweep(at("2026-11-30T12:00"))).isEqualTo(150);

        assertThat(told).extracting(ReachedMark::at).isSorted();
    }

    @Test
    void the_next_mark_is_known_for_stepping_through_time() {
        started("2026-11-20T17:52", BusinessTime.minutes(30));

        assertThat(sweep.next(at("2026-11-24T09:15"))).isEmpty();
        assertThat(sweep.next(at("2026-11-25T09:00"))).contains(at("2026-11-24T09:16"));
    }

    @Test
    void a_stopped_clock_tells_nothing_more() {
        var about = started("2026-11-20T17:52", BusinessTime.minutes(30));
        sweep.sweep(at("2026-11-24T09:16"));

        clocks.stop(about, at("2026-11-24T09:17"));

        assertThat(sweep.sweep(at("2026-11-25T09:00"))).isZero();
    }

    @Test
    void a_listener_may_stop_the_clock_it_hears_of() {
        started("2026-11-20T17:52", BusinessTime.minutes(30));
        var accepting = node(reached -> {
            told.add(reached);
            if (reached.mark() == Mark.DUE) {
                clocks.stop(reached.clock().about(), reached.at());
            }
        });

        accepting.sweep(at("2026-11-30T09:00"));

        assertThat(told).extracting(ReachedMark::mark).containsExactly(Mark.AMBER, Mark.DUE);
    }

    @Test
    void a_clock_that_is_stopped_at_one_mark_among_many_is_not_told_at_the_next() {
        IntStream.range(0, 100).forEach(n -> started("2026-11-24T09:00", BusinessTime.minutes(30 + n % 7)));
        var accepting = node(reached -> {
            told.add(reached);
            if (reached.mark() == Mark.DUE) {
                clocks.stop(reached.clock().about(), reached.at());
            }
        });

        assertThat(accepting.sweep(at("2026-11-30T09:00"))).isEqualTo(200);

        assertThat(told).extracting(ReachedMark::mark).containsOnly(Mark.AMBER, Mark.DUE);
        assertThat(told).extracting(ReachedMark::at).isSorted();
    }

    @Test
    void what_is_told_at_once_holds_each_clock_once_and_grows() {
        IntStream.range(0, 1_500).forEach(_ -> started("2026-11-24T09:00", BusinessTime.minutes(30)));
        var batches = new ArrayList<List<ReachedMark>>();
        var node = new ClockSweep(rows, event -> batches.add(((ClockEvent.Reached) event).marks()), transaction);

        assertThat(node.sweep(at("2026-11-24T09:24"))).isEqualTo(1_500);
        node.sweep(at("2026-11-24T09:30"));

        assertThat(batches).allSatisfy(marks -> assertThat(marks).extracting(reached -> reached.clock().id()).doesNotHaveDuplicates());
        assertThat(batches.getFirst()).hasSize(32);
        assertThat(batches.stream().flatMap(List::stream)).hasSize(3_000);
    }

    @Test
    void two_nodes_on_one_database_tell_each_mark_once() throws Exception {
        IntStream.range(0, 200).forEach(_ -> started("2026-11-24T09:00", BusinessTime.minutes(30)));
        var both = new CountDownLatch(2);

        try (var nodes = Executors.newFixedThreadPool(2)) {
            var runs = IntStream.range(0, 2).mapToObj(_ -> nodes.submit(() -> {
                var node = node(told::add);
                both.countDown();
                both.await(10, SECONDS);
                return node.sweep(at("2026-11-30T09:00"));
            })).toList();
            assertThat(runs.get(0).get(60, SECONDS) + runs.get(1).get(60, SECONDS)).isEqualTo(600);
        }

        assertThat(told).hasSize(600);
        assertThat(told.stream().map(reached -> reached.clock().id() + " " + reached.mark()).distinct()).hasSize(600);
    }

    @Test
    void what_did_not_commit_before_a_restart_is_told_again_and_what_did_never() {
        started("2026-11-20T17:52", BusinessTime.minutes(30));
        sweep.sweep(at("2026-11-24T09:16"));
        transaction.executeWithoutResult(dying -> {
            sweep.sweep(at("2026-11-24T09:22"));
            dying.setRollbackOnly();
        });

        var restarted = node(told::add);
        restarted.sweep(at("2026-11-24T09:22"));

        assertThat(told).extracting(ReachedMark::mark).containsExactly(Mark.AMBER, Mark.DUE, Mark.DUE);
    }

    @Test
    void a_mark_that_fails_waits_for_the_next_sweep_and_holds_up_no_other() {
        var broken = started("2026-11-24T09:00", BusinessTime.minutes(30));
        IntStream.range(0, 30).forEach(_ -> started("2026-11-24T09:00", BusinessTime.minutes(31)));
        var stumbling = node(reached -> {
            if (reached.clock().about().equals(broken)) {
                throw new IllegalStateException("a listener with a bug");
            }
            told.add(reached);
        });

        assertThat(stumbling.sweep(at("2026-11-24T09:26"))).isEqualTo(30);
        assertThat(sweep.sweep(at("2026-11-24T09:26"))).isEqualTo(1);
    }

    @Test
    void each_of_several_that_fail_leaves_only_its_own_mark_whatever_was_told_beside_it() {
        var all = IntStream.range(0, 300).mapToObj(_ -> started("2026-11-24T09:00", BusinessTime.minutes(30))).toList();
        var broken = Set.of(all.get(0), all.get(100), all.get(101), all.get(299));
        var kept = new ArrayList<RecordRef>();
        var stumbling = new ClockSweep(rows, event -> {
            var marks = ((ClockEvent.Reached) event).marks();
            if (marks.stream().anyMatch(reached -> broken.contains(reached.clock().about()))) {
                throw new IllegalStateException("a listener with a bug");
            }
            kept.addAll(marks.stream().map(reached -> reached.clock().about()).toList());
        }, transaction);

        assertThat(stumbling.sweep(at("2026-11-24T09:24"))).isEqualTo(296);
        assertThat(kept).doesNotContainAnyElementsOf(broken).doesNotHaveDuplicates().hasSize(296);
        assertThat(sweep.sweep(at("2026-11-24T09:24"))).isEqualTo(broken.size());
    }

    private RecordRef started(String start, BusinessTime allowed) {
        var about = handoff();
        clocks.start(promise(about, start, allowed));
        return about;
    }

    private ClockSweep node(Consumer<ReachedMark> listener) {
        return new ClockSweep(rows, event -> ((ClockEvent.Reached) event).marks().forEach(listener), transaction);
    }
}
