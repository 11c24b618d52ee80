package org.kamiau.platform;

import java.util.List;

/** A command of {@code ./kamiau} that works on the installation's data without serving. */
public interface Command {

    /** The word after {@code ./kamiau}. */
    String name();

    /**
     * Runs with the words that follow, options of the installation taken out.
     *
     * @return the exit code: 0 done, 1 refused, 2 wrong usage
     */
    int run(List<String> arguments, java.io.PrintStream out, java.io.PrintStream err) throws java.io.IOException;
}
