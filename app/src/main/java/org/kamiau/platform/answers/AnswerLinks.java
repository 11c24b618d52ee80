package org.kamiau.platform.answers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.visitors.Signatures;
import org.springframework.stereotype.Component;

/**
 * Addresses under which people answer. They are signed and not kept: whoever hands them out knows them, the database
 * does not.
 */
@Component
public class AnswerLinks {

    public static final String PATH = "/f/answers/";

    private static final String PURPOSE = "answers";
    private static final String SHARED = "all";

    /**
     * What a link opens.
     *
     * @param once of links for one person: what tells it from the others; null for a link that many share
     */
    record Link(String kind, String key, @Nullable String once) {}

    private final Signatures signatures;

    AnswerLinks(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The path that many share. */
    public String shared(String kind, String key) {
        return path(kind, key, SHARED);
    }

    /** Paths for one person each: the first answer counts, and no other. New ones each time. */
    public List<String> once(String kind, String key, int count) {
        return IntStream.range(0, count).mapToObj(_ -> path(kind, key, UUID.randomUUID().toString().replace("-", ""))).toList();
    }

    private String path(String kind, String key, String who) {
        return PATH + signatures.sign(PURPOSE, String.join(".", kind, key, who));
    }

    /** Nothing for what we did not sign. */
    Optional<Link> read(String token) {
        return signatures.read(PURPOSE, token)
                .map(content -> content.split("\\.", -1))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Link(parts[0], parts[1], parts[2].equals(SHARED) ? null : parts[2]));
    }
}
