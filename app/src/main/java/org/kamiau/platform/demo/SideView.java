package org.kamiau.platform.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Text;

/**
 * A record as one reader sees it, line by line, so that two readers' views can stand beside each other. Read through
 * that reader's real rights; modules declare theirs as beans.
 */
public interface SideView {

    /** As in {@link org.kamiau.platform.RecordRef}. */
    String kind();

    Optional<View> of(UUID id, Actor reader, Text t);

    /** @param lines the same labels in the same order for every reader */
    record View(String title, String path, List<Line> lines) {
        public View {
            lines = List.copyOf(lines);
        }
    }

    /** What this reader sees of one thing. */
    record Line(String label, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }
}
