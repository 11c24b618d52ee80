package org.kamiau.platform.answers;

import java.util.Map;
import java.util.Optional;

/** What a module asks people who do not sign in; one bean per kind. */
public interface Questionnaire {

    /** First part of its links: a short noun of lower-case letters. */
    String kind();

    /** What the key opens; nothing for an unknown one. The key holds letters, digits and hyphens. */
    Optional<Sheet> sheet(String key);

    /**
     * Takes answers in, in the caller's transaction: those to the sheet's questions by their keys, checked against it.
     * They must be kept without anything that leads to a person, and without a time finer than a day.
     *
     * @throws AnswersClosed when it ended in the meantime
     */
    void take(String key, Map<String, Answer> answers);
}
