package org.kamiau.diagnoses;

import java.util.List;

/** Where Kamiau answers a statement; what it does there is {@code diagnoses.remedy.<statement>}. */
public record Remedy(int statement, String path) {

    /** In the order of the statements. */
    private static final List<String> PATHS = List.of(
            "/funnel", "/funnel", "/needs/radar", "/agreement", "/needs/radar", "/voices", "/needs", "/needs/radar", "/surveys", "/handoffs",
            "/needs", "/agreement", "/accounts", "/funnel", "/settings/scoring", "/agreement", "/agreement", "/settings/functions", "/needs", "/agreement");

    public static Remedy of(int statement) {
        return new Remedy(statement, PATHS.get(statement - 1));
    }
}
