package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static org.jooq.impl.DSL.val;

import java.util.HashMap;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The same inquiry twice: one of the leads stays, with what belonged to the other. */
@Component
@Transactional
public class Mergings {

    private final DSLContext sql;
    private final Standings standings;
    private final Partings partings;
    private final Regrading regrading;

    Mergings(DSLContext sql, Standings standings, Partings partings, Regrading regrading) {
        this.sql = sql;
        this.standings = standings;
        this.partings = partings;
        this.regrading = regrading;
    }

    /**
     * Its responses and attempts move to the other lead, which is graded by all of them and otherwise stays as it is.
     * Refuses itself and leads that are closed or became deals (422, 409).
     */
    public void merge(Lead.Id id, Lead.Id into, Actor by) {
        if (id.equals(into)) {
            throw new Invalid("into", "leads.invalid.merge-itself");
        }
        // In one order, so that two who merge crosswise do not wait for each other.
        var first = id.value().compareTo(into.value()) < 0 ? standings.lock(id) : standings.lock(into);
        var second = first.id().equals(id) ? standings.lock(into) : standings.lock(id);
        var lead = first.id().equals(id) ? first : second;
        var kept = first.id().equals(id) ? second : first;
        Standing.require(lead.anySideMay(by));
        Move.MERGE.check(lead.stage());
        Move.MERGE.check(kept.stage());
        partings.settle(lead, null, by);
        var more = new HashMap<>(partings.closing("merged"));
        more.put(LEAD.MERGED_INTO, val(into.value()));
        partings.aside(lead, Move.MERGE, lead.owner(), more, null, null, null, by);
        bring(id, into);
        regrading.grade(kept);
    }

    private void bring(Lead.Id id, Lead.Id into) {
        sql.execute("update leads.touch set lead_id = {1} where lead_id = {0}", val(id.value()), val(into.value()));
        sql.execute("update leads.attempt set lead_id = {1} where lead_id = {0}", val(id.value()), val(into.value()));
        sql.execute(
                "update leads.lead set last_touch_at = (select max(occurred_at) from leads.touch where lead_id = {0}), version = version + 1 where id = {0}",
                val(into.value()));
    }
}
