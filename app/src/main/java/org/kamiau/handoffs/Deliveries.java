package org.kamiau.handoffs;

import java.time.YearMonth;
import java.util.Map;

/** What both sides delivered in leads; the module that has the leads fills it. */
public interface Deliveries {

    /** A figure that the agreement names. */
    enum Figure {
        MQL,
        TARGET,
        ACCEPTED,
        SQL
    }

    /**
     * A month's MQLs: those that first became one in it.
     *
     * @param target of them in target segments
     * @param accepted of them accepted within the window, {@code sql} confirmed within it
     * @param mature whether the window of the last of them has passed
     */
    record Delivered(long mql, long target, long accepted, long sql, boolean mature) {}

    /** Month by month, the empty ones too; both inclusive. */
    Map<YearMonth, Delivered> months(YearMonth from, YearMonth to);

    /** Where the leads of a month's figure are listed. */
    String path(YearMonth month, Figure figure);

    /** The version of the score rules in force, which say what an MQL is. */
    int scoring();
}
