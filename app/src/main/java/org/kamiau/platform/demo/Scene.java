package org.kamiau.platform.demo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Side;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;

/**
 * A scene of the guided path through the demonstration: it plays on a real page with real records, asks for one
 * decision and tells what the records say then. Modules declare theirs as beans.
 */
public interface Scene {

    /** As it stands in the database. */
    String key();

    /** Lower comes first. */
    int order();

    /** The page on which it plays; empty where this installation's story has nothing to play it with. */
    Optional<String> address();

    Setting setting(Actor visitor, Text t);

    /** What the records say now, seen from this decision. Computed each time: people may have acted meanwhile. */
    Finding finding(String choice, Actor visitor, Text t);

    /** The situation, and the question it asks. */
    record Setting(String title, String situation, String question, List<Choice> choices) {
        public Setting {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What comes out.
     *
     * @param links where one acts
     * @param waits whether moving the clock goes on from here
     */
    record Finding(String text, List<Point> points, List<Link> links, boolean waits) {
        public Finding {
            points = List.copyOf(points);
            links = List.copyOf(links);
        }
    }

    /**
     * A part of the finding.
     *
     * @param side whose part it is
     * @param href the records behind it
     */
    record Point(Side side, String text, @Nullable String href) {}

    /** A way on. */
    record Link(String text, String href) {}
}
