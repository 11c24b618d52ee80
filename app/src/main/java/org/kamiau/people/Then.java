package org.kamiau.people;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in: an address of ours, never of somebody else. */
final class Then {

    private static final int LONGEST = 2_000;

    private Then() {}

    /**
     * The address if it stays here, else Today. Browsers read a backslash as a slash and drop tabs
     * and breaks; addresses that our own pages hand on are encoded and so plain ASCII.
     */
    static String safe(@Nullable String wanted) {
        var stays = wanted != null
                && wanted.length() <= LONGEST
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().noneMatch(c -> c == '\\' || c <= 0x20 || c >= 0x7f)
                && !wanted.startsWith("/sign-");
        return stays ? String.valueOf(wanted) : "/";
    }
}
