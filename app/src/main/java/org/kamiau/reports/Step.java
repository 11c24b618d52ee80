package org.kamiau.reports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kamiau.platform.pieces.Rate;

/** From one stage of the funnel to another. */
public enum Step {
    INQUIRY_MQL(Window.QUALIFICATION),
    MQL_SAL(Window.SALES),
    MQL_SQL(Window.SALES);

    private final Window window;

    Step(Window window) {
        this.window = window;
    }

    public Window window() {
        return window;
    }

    /** As it stands in addresses: {@code mql-sql}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Step> of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    public long n(Counts counts) {
        return switch (this) {
            case INQUIRY_MQL -> counts.inquiries();
            case MQL_SAL, MQL_SQL -> counts.mqls();
        };
    }

    public long hits(Counts counts) {
        return switch (this) {
            case INQUIRY_MQL -> counts.converted();
            case MQL_SAL -> counts.sals();
            case MQL_SQL -> counts.sqls();
        };
    }

    public Rate rate(Counts counts, boolean mature) {
        return new Rate(hits(counts), n(counts), mature);
    }
}
