package org.kamiau.platform.run;

import io.swagger.v3.oas.annotations.Operation;
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
    @Operation(summary = "Whether this node serves", description = "And what time it is here, in the application's time.")
    @Access.Anyone
    @GetMapping("/health")
    Answer health() {
        sql.selectOne().fetch();
        return new Answer("ok", clock.instant());
    }
}
