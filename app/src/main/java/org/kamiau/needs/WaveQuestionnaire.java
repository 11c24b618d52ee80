package org.kamiau.needs;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kamiau.platform.answers.Answer;
import org.kamiau.platform.answers.Questionnaire;
import org.kamiau.platform.answers.Sheet;
import org.springframework.stereotype.Component;

/** Waves on the public pages. */
@Component
class WaveQuestionnaire implements Questionnaire {

    static final String KIND = "wave";

    private final Waves waves;
    private final SurveyRows surveys;
    private final InstantSource clock;

    WaveQuestionnaire(Waves waves, SurveyRows surveys, InstantSource clock) {
        this.waves = waves;
        this.surveys = surveys;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Sheet> sheet(String key) {
        return waves.find(Wave.Id.of(key)).flatMap(wave -> surveys.find(wave.survey()).map(survey -> new Sheet(
                survey.title(), survey.introduction(), waves.questions(wave).stream().map(SurveyQuestion::asked).toList(),
                wave.asks(waves.day(clock.instant())))));
    }

    @Override
    public void take(String key, Map<String, Answer> answers) {
        var byQuestion = new HashMap<SurveyQuestion.Id, Answer>();
        answers.forEach((question, answer) -> byQuestion.put(SurveyQuestion.Id.of(question), answer));
        waves.answer(Wave.Id.of(key), byQuestion);
    }
}
