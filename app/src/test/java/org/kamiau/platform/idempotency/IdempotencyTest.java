package org.kamiau.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Someone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@KamiauTest
@Import(IdempotencyTest.Ledger.class)
class IdempotencyTest {

    record Line(String text) {}

    static final class Forbidden extends Refusal {
        Forbidden() {
            super(HttpStatus.CONFLICT, "platform.error.stale");
        }
    }

    /** Every call writes a line, so that lines count how often something was really done. */
    @RestController
    static class Ledger {
        private final DSLContext sql;

        Ledger(DSLContext sql) {
            this.sql = sql;
        }

        @Access.Members
        @Transactional
        @PostMapping("/api/v1/test-ledger")
        ResponseEntity<Line> write(@RequestBody Line line) {
            sql.execute("insert into platform.setting (key, value) values ({0} || gen_random_uuid(), '0')", line.text());
            if (line.text().startsWith("no")) {
                throw new Forbidden();
            }
            if (line.text().startsWith("bug")) {
                throw new IllegalStateException("a bug");
            }
            return ResponseEntity.status(201).header("Location", "/there").eTag("\"1\"").body(line);
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext sql;

    private final Actor me = Someone.with(Role.IS);

    private MvcTestResult post(Actor actor, String key, String text) {
        return mvc.post()
                .uri("/api/v1/test-ledger")
                .with(Someone.asks(actor))
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"" + text + "\"}")
                .exchange();
    }

    private int written(String text) {
        return sql.fetchValue("select count(*) from platform.setting where key like {0} || '%'", text) instanceof Long n
                ? n.intValue()
                : -1;
    }

    private static String fresh(String prefix) {
        return prefix + UUID.randomUUID();
    }

    @Test
    void the_same_key_and_body_give_the_first_answer_again() {
        var text = fresh("line");

        var first = post(me, "k1", text);
        var again = post(me, "k1", text);

        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        assertThat(again).hasStatus(201).hasHeader("Location", "/there").hasHeader("ETag", "\"1\"");
        assertThat(again).hasHeader("Idempotency-Replayed", "true").bodyJson().extractingPath("text").isEqualTo(text);
        assertThat(written(text)).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        var text = fresh("line");
        post(me, "k2", text);

        var other = post(me, "k2", text + "!");

        assertThat(other).hasStatus(409).bodyJson().extractingPath("code").isEqualTo("platform.idempotency.other-body");
        assertThat(written(text)).isEqualTo(1);
    }

    @Test
    void somebody_elses_key_is_another_key() {
        var text = fresh("line");
        post(me, "k3", text);

        assertThat(post(Someone.with(Role.IS), "k3", text)).hasStatus(201);

        assertThat(written(text)).isEqualTo(2);
    }

    @Test
    void a_refusal_changes_nothing_and_is_given_again() {
        var text = fresh("no");

        var first = post(me, "k4", text);
        var again = post(me, "k4", text);

        assertThat(first).hasStatus(409);
        assertThat(again).hasStatus(409).hasHeader("Idempotency-Replayed", "true");
        assertThat(again).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(written(text)).isZero();
    }

    @Test
    void after_a_bug_the_same_key_is_tried_again() {
        var text = fresh("bug");

        assertThat(post(me, "k5", text)).hasStatus(500);
        assertThat(post(me, "k5", text)).hasStatus(500).doesNotContainHeader("Idempotency-Replayed");

        assertThat(written(text)).isZero();
    }

    @Test
    void after_24_hours_a_key_is_fresh() {
        var text = fresh("line");
        post(me, "k6", text);
        sql.execute("update platform.first_answer set answered_at = answered_at - interval '25 hours'");

        assertThat(post(me, "k6", text)).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");

        assertThat(written(text)).isEqualTo(2);
    }

    @Test
    void twins_at_the_same_moment_are_done_once() throws Exception {
        var text = fresh("line");
        var start = new CountDownLatch(1);
        Callable<Integer> twin = () -> {
            start.await();
            return post(me, "k7", text).getResponse().getStatus();
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            var twins = List.of(threads.submit(twin), threads.submit(twin), threads.submit(twin), threads.submit(twin));
            start.countDown();
            for (Future<Integer> each : twins) {
                assertThat(each.get()).isEqualTo(201);
            }
        }

        assertThat(written(text)).isEqualTo(1);
    }

    @Test
    void a_body_of_another_type_is_refused_with_and_without_a_key() {
        for (var key : List.of("k9", "")) {
            var request = mvc.post()
                    .uri("/api/v1/test-ledger")
                    .with(Someone.asks(me))
                    .contentType(MediaType.TEXT_PLAIN)
                    .content("a line");
            assertThat(key.isEmpty() ? request : request.header("Idempotency-Key", key))
                    .hasStatus(415)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("code")
                    .isEqualTo("platform.error.415");
        }
    }

    @Test
    void a_key_that_is_none_is_refused() {
        assertThat(post(me, "k 8", "line")).hasStatus(400);
        assertThat(post(me, "k".repeat(256), "line")).hasStatus(400);
    }
}
