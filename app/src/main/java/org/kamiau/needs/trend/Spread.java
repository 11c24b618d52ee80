package org.kamiau.needs.trend;

import java.util.Collection;

/** 確認 without a survey: enough accounts in each of several segments within 84 days. */
public final class Spread {

    public static final int DAYS = 84;
    public static final int LEAST_ACCOUNTS = 8;
    public static final int LEAST_SEGMENTS = 2;

    private Spread() {}

    /** @param accounts how many named the need, for each segment */
    public static boolean confirms(Collection<Integer> accounts) {
        return accounts.stream().filter(count -> count >= LEAST_ACCOUNTS).count() >= LEAST_SEGMENTS;
    }
}
