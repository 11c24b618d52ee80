package org.kamiau.platform.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** A benchmark of a module; prints figures and ratios and judges nothing, because machines differ. */
public interface Bench {

    /** The word after {@code ./kamiau bench}. */
    String name();

    /** The figures that it belongs to: their name runs it too. */
    default String group() {
        return name();
    }

    /** @param options the words after the name */
    void run(List<String> options, PrintStream out) throws IOException;
}
