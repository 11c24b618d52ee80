package org.kamiau.platform.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/**
 * The version of a record, as an {@code ETag} carries it out and {@code If-Match} brings it back. A PATCH
 * begins with {@code Version.expected(ifMatch).mustBe(Version.of(row.version()))}, a read answers with
 * {@code eTag(version.toString())}.
 */
public record Version(String value) {

    /** A change without the version that it was decided on. */
    static final class Missing extends Refusal {
        Missing() {
            super(HttpStatus.PRECONDITION_REQUIRED, "platform.error.precondition");
        }
    }

    private static final Version ANY = new Version("*");

    public static Version of(long number) {
        return new Version(Long.toString(number));
    }

    public static Version of(Instant changedAt) {
        return new Version(Long.toString(changedAt.toEpochMilli(), 36));
    }

    /**
     * What the caller has read, from the header {@code If-Match}; {@code *} fits every version. Raises 428
     * when there is none.
     */
    public static Version expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Missing();
        }
        var text = ifMatch.strip();
        if (text.equals("*")) {
            return ANY;
        }
        var strong = text.startsWith("W/") ? text.substring(2) : text;
        return new Version(strong.replace("\"", ""));
    }

    /** Raises {@link Refusal.Stale} (409) when the record has gone on since. */
    public void mustBe(Version current) {
        if (!equals(ANY) && !equals(current)) {
            throw new Refusal.Stale();
        }
    }

    /** The {@code ETag}. */
    @Override
    public String toString() {
        return "\"" + value + "\"";
    }
}
