package org.kamiau.needs;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.answers.Wording;

/**
 * A study with its questions; each time it is asked is a {@link Wave}.
 *
 * @param introduction said to those who answer
 * @param frame who is asked, and how they are drawn
 */
public record Survey(
        Id id, String code, Wording title, @Nullable Wording introduction, String frame, @Nullable MemberId owner, int version,
        List<SurveyQuestion> questions) {

    /** Identity of a survey. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public Survey {
        questions = List.copyOf(questions);
    }

    /** Surveys are marketing's and product planning's work. */
    public static boolean mayWrite(Actor actor) {
        return actor.does(Function.MARKETING) || actor.does(Function.PRODUCT) || actor.equals(Actor.SYSTEM);
    }

    static void needWriter(Actor actor) {
        if (!mayWrite(actor)) {
            throw new Refusal.NotAllowed();
        }
    }
}
