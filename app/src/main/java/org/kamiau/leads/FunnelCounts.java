package org.kamiau.leads;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counts of the funnel, which triggers keep with every change of a lead or a response. Reports read them
 * through {@code leads.funnel_view}; {@code leads/migration/} says what is counted and how.
 */
@Component
@Transactional
public class FunnelCounts {

    private final DSLContext sql;

    FunnelCounts(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds what changed since the last time to the counts; nothing is lost or counted twice with several nodes. */
    public void fold() {
        if (waiting()) {
            sql.execute("select leads.fold_funnel()");
        }
    }

    private boolean waiting() {
        return sql.resultQuery("select exists (select 1 from leads.funnel_delta)").fetchSingleInto(Boolean.class);
    }

    /** Counts everything anew, after the records were written past the triggers. */
    public void rebuild() {
        sql.execute("select leads.rebuild_funnel()");
    }
}
