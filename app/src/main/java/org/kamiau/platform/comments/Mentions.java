package org.kamiau.platform.comments;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kamiau.platform.Directory;
import org.springframework.stereotype.Component;

/** Who is meant by a handle: the part of the mail address before the {@code @}, or the name without spaces. */
@Component
class Mentions {

    private final Directory directory;

    Mentions(Directory directory) {
        this.directory = directory;
    }

    static String handle(Directory.Person person) {
        return person.mail().replaceFirst("@.*", "");
    }

    /** Handle → member, for those handles in the words that are somebody's. */
    Map<String, Directory.Person> in(String words) {
        var called = new LinkedHashMap<String, Directory.Person>();
        for (var handle : Comment.handles(words)) {
            directory.search(handle).stream()
                    .filter(person -> isMeant(person, handle))
                    .findFirst()
                    .ifPresent(person -> called.put(handle, person));
        }
        return called;
    }

    private static boolean isMeant(Directory.Person person, String handle) {
        return same(handle(person), handle) || same(person.name().replaceAll("\\s", ""), handle);
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
