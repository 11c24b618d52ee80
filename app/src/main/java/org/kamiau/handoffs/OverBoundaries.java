package org.kamiau.handoffs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A detection that looks at the health of each boundary over the last 28 full days. */
abstract class OverBoundaries implements Detection {

    private final String code;
    private final Healths healths;

    OverBoundaries(String code, Healths healths) {
        this.code = code;
        this.healths = healths;
    }

    /** Where a detection puts what it finds. */
    interface Findings {
        void add(Boundary boundary, double measure, double line, long n);
    }

    abstract void look(Boundary boundary, Health health, Findings findings);

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Alarm.Finding> find(LocalDate today) {
        var from = today.minusDays(DAYS);
        var to = today.minusDays(1);
        var found = new ArrayList<Alarm.Finding>();
        healths.between(from, to).forEach((boundary, health) -> look(
                boundary, health, (where, measure, line, n) -> found.add(new Alarm.Finding(code, where, from, to, measure, line, n))));
        return found;
    }
}
