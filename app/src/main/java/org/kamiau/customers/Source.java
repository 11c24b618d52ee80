package org.kamiau.customers;

import org.jspecify.annotations.Nullable;

/** Where a record also lives: the system, its id there, and a link that opens it (元で開く). */
public record Source(String system, String externalId, @Nullable String link) {

    /** Whether the link is one that a browser may follow; a file may bring anything. */
    public boolean opens() {
        return link != null && (link.startsWith("https://") || link.startsWith("http://"));
    }
}
