package org.kamiau.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.kamiau.platform.demo.Story;

/** What happens when in the demonstration's past; what is noted for the same moment happens in the order of the notes. */
final class DemoDiary {

    private final TreeMap<Instant, List<Runnable>> notes = new TreeMap<>();

    void at(LocalDate day, int hour, Runnable happening) {
        notes.computeIfAbsent(day.atTime(hour, 0).atZone(Story.ZONE).toInstant(), _ -> new ArrayList<>()).add(happening);
    }

    void tell(Story story) {
        notes.forEach((moment, happenings) -> story.at(moment, () -> happenings.forEach(Runnable::run)));
    }
}
