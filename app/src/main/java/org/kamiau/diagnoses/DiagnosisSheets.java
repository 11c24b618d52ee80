package org.kamiau.diagnoses;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Side;
import org.kamiau.platform.answers.Answer;
import org.kamiau.platform.answers.Question;
import org.kamiau.platform.answers.Questionnaire;
import org.kamiau.platform.answers.Sheet;
import org.kamiau.platform.answers.Wording;
import org.springframework.stereotype.Component;

/** The 20 statements on the public pages; each side has a link of its own, and nothing else tells who is who. */
@Component
class DiagnosisSheets implements Questionnaire {

    static final String KIND = "diagnosis";

    private final Diagnoses diagnoses;
    private final DiagnosisRows rows;
    private final Languages languages;
    private final InstantSource clock;

    DiagnosisSheets(Diagnoses diagnoses, DiagnosisRows rows, Languages languages, InstantSource clock) {
        this.diagnoses = diagnoses;
        this.rows = rows;
        this.languages = languages;
        this.clock = clock;
    }

    /** What a link names. */
    private record Key(Round.Id round, Side side) {
        static Key of(String text) {
            int end = text.lastIndexOf('-');
            return new Key(Round.Id.of(text.substring(0, end)), Round.side(text.substring(end + 1)));
        }
    }

    static String key(Round.Id round, Side side) {
        return round + "-" + side.code();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Sheet> sheet(String text) {
        var key = Key.of(text);
        return rows.find(key.round()).map(round -> new Sheet(
                said("diagnoses.sheet." + key.side().code()), said("diagnoses.sheet.introduction"), statements(),
                round.openOn(Diagnoses.day(clock.instant()))));
    }

    private List<Question> statements() {
        var low = said("diagnoses.sheet.low");
        var high = said("diagnoses.sheet.high");
        return IntStream.rangeClosed(1, Outcome.STATEMENTS)
                .<Question>mapToObj(statement -> new Question.Scale(
                        String.valueOf(statement), said("diagnoses.statement." + statement), true, 1, 5, low, high))
                .toList();
    }

    private Wording said(String key) {
        return new Wording(languages.text(Locale.JAPANESE).get(key), languages.text(Locale.ENGLISH).get(key));
    }

    @Override
    public void take(String text, Map<String, Answer> answers) {
        var key = Key.of(text);
        var points = new HashMap<Integer, Integer>();
        answers.forEach((statement, answer) -> {
            if (answer instanceof Answer.Chosen chosen) {
                points.put(Integer.valueOf(statement), chosen.values().getFirst());
            }
        });
        diagnoses.answer(key.round(), key.side(), points);
    }
}
