package org.kamiau.platform.pieces;

import org.jspecify.annotations.Nullable;

/**
 * One of the answers a form offers.
 *
 * @param meaning what choosing it brings about, in one line
 */
public record Choice(String value, String label, @Nullable String meaning) {

    public Choice(String value, String label) {
        this(value, label, null);
    }
}
