package org.kamiau.platform.run;

import java.time.Instant;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.kamiau.platform.Access;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether this node serves, and what time it is here. */
@RestController
class Health {

    record Answer(String status, Instant now) {}

    private final DSLContext sql;
    private final InstantSource clock;

    Health(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Answers 500 when the database does not. */
    @Access.Anyone
    @GetMapping("/health")
    Answer health() {
        sql.selectOne().fetch();
        return new Answer("ok", clock.instant());
    }
}
