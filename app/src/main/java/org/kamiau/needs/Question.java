package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.springframework.http.HttpStatus;

/**
 * A voice's question to marketing, and what was said about it.
 *
 * @param round 1, and one more each time it is asked again
 */
public record Question(
        Voice.Id voice, State state, @Nullable MemberId asker, @Nullable MemberId assignee, Instant askedAt, int round, List<Word> words) {

    public Question {
        words = List.copyOf(words);
    }

    /** Whose turn it is: marketing's, the asker's, nobody's any more. */
    public enum State {
        OPEN,
        ANSWERED,
        SETTLED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What one can say about a question. */
    public enum Kind {
        ANSWER,
        AGAIN,
        SATISFIED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @param text a remark with a satisfied asker is free */
    public record Word(int round, Kind kind, @Nullable String text, MemberId by, Instant at) {}

    /** It is not waited for this now. */
    static final class Closed extends Refusal {
        Closed(String key) {
            super(HttpStatus.CONFLICT, key);
        }
    }

    void mustBe(State wanted) {
        if (state != wanted) {
            throw new Closed(wanted == State.OPEN ? "needs.question-closed" : state == State.OPEN ? "needs.question-unanswered" : "needs.question-settled");
        }
    }

    /** @param researcher the function that does research here */
    boolean answerableBy(Actor actor, Function researcher) {
        return actor.does(researcher) || actor.is(Role.MKT_HEAD) || assignee != null && actor.is(assignee);
    }

    /** Only the asker; where nobody is known to have asked, the head of sales. */
    boolean judgeableBy(Actor actor) {
        return asker == null ? actor.is(Role.SALES_HEAD) : actor.is(asker);
    }
}
