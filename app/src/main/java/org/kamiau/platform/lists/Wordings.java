package org.kamiau.platform.lists;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes the {@link Wording} of a list for a reader. Members' names are remembered for some seconds: nearly
 * every page shows the same few, and asking for them was a fifth of its work.
 */
@Component
class Wordings {

    private static final long REMEMBERED = Duration.ofSeconds(10).toNanos();
    private static final int MOST_REMEMBERED = 10_000;

    private record Known(String name, long since) {}

    private final ObjectProvider<Directory> directory;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Wordings(ObjectProvider<Directory> directory) {
        this.directory = directory;
    }

    Wording of(ListDefinition<?> list, Reading reading, Text t) {
        return new Wording(list, reading, t, this::names);
    }

    private Map<UUID, String> names(Set<UUID> members) {
        var now = System.nanoTime();
        var names = new HashMap<UUID, String>();
        var unknown = new HashSet<MemberId>();
        for (var member : members) {
            var name = known.get(member);
            if (name != null && now - name.since() < REMEMBERED) {
                names.put(member, name.name());
            } else {
                unknown.add(new MemberId(member));
            }
        }
        names.putAll(asked(unknown, now));
        return names;
    }

    private Map<UUID, String> asked(Collection<MemberId> members, long now) {
        var names = new HashMap<UUID, String>();
        var people = directory.getIfAvailable();
        if (people == null || members.isEmpty()) {
            return names;
        }
        people.people(members).forEach((id, person) -> names.put(id.value(), person.name()));
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        names.forEach((id, name) -> known.put(id, new Known(name, now)));
        return names;
    }
}
