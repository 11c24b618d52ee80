package org.kamiau.platform;

import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A rule said no. Carries a message key and its arguments, so that the reader is told why in their
 * language; mapped once, to a page or to problem+json.
 */
public abstract class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final transient Object[] arguments;

    protected Refusal(HttpStatus status, String messageKey, Object... arguments) {
        super(messageKey, null, false, false);
        this.status = status;
        this.arguments = arguments;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return String.valueOf(getMessage());
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    /** What else the answer of the API tells beside code and title, for a program to go on with. */
    public Map<String, Object> details() {
        return Map.of();
    }

    /** Why, in the reader's language. */
    public String text(Text t) {
        return t.get(code(), Arrays.stream(arguments).map(argument -> Words.said(argument, t)).toArray());
    }

    /** Whatever there is not, or not for this reader: the two look alike from outside. */
    public static final class NotFound extends Refusal {
        public NotFound() {
            super(HttpStatus.NOT_FOUND, "platform.error.not-found");
        }
    }

    /** The member is known but this is not theirs to do. */
    public static final class NotAllowed extends Refusal {
        public NotAllowed() {
            super(HttpStatus.FORBIDDEN, "platform.error.not-allowed");
        }
    }

    /** Nobody is signed in. */
    public static final class NotSignedIn extends Refusal {
        public NotSignedIn() {
            super(HttpStatus.UNAUTHORIZED, "platform.error.not-signed-in");
        }
    }

    /** Somebody else changed the record in between. */
    public static final class Stale extends Refusal {
        public Stale() {
            super(HttpStatus.CONFLICT, "platform.error.stale");
        }
    }

    /** Somebody asks too often. */
    public static final class TooMany extends Refusal {
        private final long retryAfterSeconds;

        public TooMany(long retryAfterSeconds) {
            super(HttpStatus.TOO_MANY_REQUESTS, "platform.error.too-many", retryAfterSeconds);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }
}
