package org.kamiau.needs;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.answers.Answer;

/**
 * What one person answered in a wave.
 *
 * @param externalId under which an outside file knows it; null for answers on our own pages
 * @param weight how many people it stands for, relative to the others; above 0, at most 1,000
 */
public record Response(
        @Nullable String externalId, LocalDate on, double weight, @Nullable String segment, Map<SurveyQuestion.Id, Answer> answers) {

    public static final double GREATEST_WEIGHT = 1_000;

    public Response {
        answers = Map.copyOf(answers);
    }
}
