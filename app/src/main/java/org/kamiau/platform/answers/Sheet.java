package org.kamiau.platform.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as people see it.
 *
 * @param introduction why it is asked and what becomes of the answers
 * @param open false before it begins and after it has ended
 */
public record Sheet(Wording title, @Nullable Wording introduction, List<Question> questions, boolean open) {
    public Sheet {
        questions = List.copyOf(questions);
    }
}
