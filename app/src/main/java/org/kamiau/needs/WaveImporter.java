package org.kamiau.needs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.SurveyQuestion.Kind;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.answers.Answer;
import org.kamiau.platform.imports.Importer;
import org.springframework.stereotype.Component;

/**
 * {@code ./kamiau import survey-answers FILE}: one row is one who answered an outside wave; columns Q1, Q2, … follow the
 * wave's order. The same number in the same wave again is another version of the same answers.
 */
@Component
class WaveImporter implements Importer {

    private static final int MOST_QUESTIONS = 40;

    private final WaveRows waves;
    private final Waves verbs;
    private final InstantSource clock;

    WaveImporter(WaveRows waves, Waves verbs, InstantSource clock) {
        this.waves = waves;
        this.verbs = verbs;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "survey-answers";
    }

    @Override
    public String title() {
        return "needs.survey-import";
    }

    @Override
    public List<Field> fields() {
        var own = Stream.of(
                new Field("wave", "needs.survey-import.wave", true, Set.of("調査回", "調査の回", "Wave", "wave code", "ウェーブ")),
                new Field("respondent", "needs.survey-import.respondent", true, Set.of("回答者", "回答者番号", "回答者ID", "Respondent", "ID", "モニターID", "サンプル番号")),
                new Field("weight", "needs.survey-import.weight", false, Set.of("ウェイト", "ウエイト", "ウェイト値", "重み", "Weight")),
                new Field("segment", "needs.survey-import.segment", false, Set.of("セグメント", "層", "Segment")),
                new Field("on", "needs.survey-import.on", false, Set.of("回答日", "Date", "Answered on")));
        var questions = IntStream.rangeClosed(1, MOST_QUESTIONS)
                .mapToObj(at -> new Field(column(at), "needs.survey-import." + column(at), false, Set.of("Q" + at, "問" + at, "設問" + at, "Question " + at)));
        return Stream.concat(own, questions).toList();
    }

    private static String column(int at) {
        return "q" + at;
    }

    /** A wave that the file names. */
    private record Target(Wave wave, List<SurveyQuestion> questions) {}

    @Override
    public List<Result> take(List<Row> rows, Context context) {
        if (!Survey.mayWrite(context.by())) {
            return rows.stream().map(_ -> Result.refused("wave", "platform.error.not-allowed")).toList();
        }
        var targets = new HashMap<String, @Nullable Target>();
        var results = new ArrayList<@Nullable Result>();
        var good = new LinkedHashMap<Integer, Response>();
        var into = new HashMap<Integer, Target>();
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < rows.size(); i++) {
            var faults = new ArrayList<Invalid.Field>();
            var target = target(rows.get(i), targets, faults);
            var response = target == null ? null : response(rows.get(i), target, faults);
            if (target == null || response == null) {
                results.add(new Result.Refused(faults));
                continue;
            }
            if (!seen.add(List.of(target.wave().code(), Objects.requireNonNull(response.externalId())))) {
                faults.add(Invalid.Field.of("respondent", "needs.survey-import.twice"));
            }
            if (!faults.isEmpty()) {
                results.add(new Result.Refused(faults));
            } else {
                results.add(null);
                good.put(i, response);
                into.put(i, target);
            }
        }
        into.values().stream().distinct().forEach(target -> store(target.wave(), good.entrySet().stream()
                .filter(entry -> into.get(entry.getKey()) == target)
                .toList(), results));
        return results.stream().map(Objects::requireNonNull).toList();
    }

    private @Nullable Target target(Row row, Map<String, @Nullable Target> known, List<Invalid.Field> faults) {
        var code = row.get("wave");
        if (code == null) {
            faults.add(Invalid.Field.of("wave", "platform.invalid.not-blank"));
            return null;
        }
        if (!known.containsKey(code)) {
            known.put(code, waves.coded(code).map(wave -> new Target(wave, verbs.questions(wave))).orElse(null));
        }
        var target = known.get(code);
        if (target == null) {
            faults.add(Invalid.Field.of("wave", "needs.survey-import.no-wave"));
        } else if (!target.wave().outside() || target.wave().state() != Wave.State.COLLECTING) {
            faults.add(Invalid.Field.of("wave", "needs.survey-import.not-collecting"));
            return null;
        }
        return target;
    }

    private @Nullable Response response(Row row, Target target, List<Invalid.Field> faults) {
        var respondent = text(row, "respondent", 120, faults);
        if (respondent == null && faults.isEmpty()) {
            faults.add(Invalid.Field.of("respondent", "platform.invalid.not-blank"));
        }
        var segment = text(row, "segment", 80, faults);
        double weight = weight(row, faults);
        var on = on(row, target.wave(), faults);
        var answers = new HashMap<SurveyQuestion.Id, Answer>();
        for (int at = 0; at < target.questions().size() && at < MOST_QUESTIONS; at++) {
            var question = target.questions().get(at);
            var said = row.get(column(at + 1));
            if (said == null) {
                continue;
            }
            var answer = answer(question, said);
            if (answer == null) {
                faults.add(Invalid.Field.of(column(at + 1), "platform.answers.out-of-range"));
            } else {
                answers.put(question.id(), answer);
            }
        }
        if (answers.isEmpty() && faults.isEmpty()) {
            faults.add(Invalid.Field.of(column(1), "needs.survey-import.nothing"));
        }
        return faults.isEmpty() ? new Response(respondent, on, weight, segment, answers) : null;
    }

    private static @Nullable String text(Row row, String field, int longest, List<Invalid.Field> faults) {
        var text = row.get(field);
        if (text != null && text.length() > longest) {
            faults.add(Invalid.Field.of(field, "needs.survey-invalid.too-long", longest));
            return null;
        }
        return text;
    }

    private static double weight(Row row, List<Invalid.Field> faults) {
        var text = row.get("weight");
        if (text == null) {
            return 1;
        }
        double weight = text.matches("\\d{1,4}(\\.\\d{1,12})?") ? Double.parseDouble(text) : -1;
        if (weight <= 0 || weight > Response.GREATEST_WEIGHT) {
            faults.add(Invalid.Field.of("weight", "needs.survey-import.weight-range"));
        }
        return weight;
    }

    private LocalDate on(Row row, Wave wave, List<Invalid.Field> faults) {
        var text = row.get("on");
        var today = verbs.day(clock.instant());
        var otherwise = today.isAfter(wave.closesOn()) ? wave.closesOn() : today;
        if (text == null) {
            return otherwise;
        }
        try {
            var day = LocalDate.parse(text.replace('/', '-').substring(0, Math.min(10, text.length())));
            if (!day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeParseException noDate) {
            // Told below.
        }
        faults.add(Invalid.Field.of("on", "needs.survey-invalid.date"));
        return otherwise;
    }

    /** By number or by words; several are parted by ; , 、 or |. Null for what was not offered. */
    private static @Nullable Answer answer(SurveyQuestion question, String said) {
        return switch (question.kind()) {
            case TEXT -> said.length() > SurveyQuestion.LONGEST_ANSWER || !Characters.printable(said) ? null : new Answer.Said(said);
            case SCALE -> point(Objects.requireNonNull(question.scale()), said);
            case SINGLE, MULTIPLE -> chosen(question, said);
        };
    }

    private static @Nullable Answer point(SurveyQuestion.Scale scale, String said) {
        int point = said.matches("\\d{1,3}") ? Integer.parseInt(said) : -1;
        return point < scale.from() || point > scale.to() ? null : Answer.Chosen.of(point);
    }

    private static @Nullable Answer chosen(SurveyQuestion question, String said) {
        var whole = option(question, said);
        if (whole != null) {
            return Answer.Chosen.of(whole);
        }
        var parts = question.kind() == Kind.MULTIPLE ? Arrays.stream(said.split("[;,、;,|]")).map(String::strip).filter(part -> !part.isEmpty()).toList() : List.<String>of();
        var found = parts.stream().flatMap(part -> Stream.ofNullable(option(question, part))).toList();
        return parts.isEmpty() || found.size() < parts.size() ? null : new Answer.Chosen(found);
    }

    private static @Nullable Integer option(SurveyQuestion question, String said) {
        return question.options().stream()
                .filter(option -> said.equals(String.valueOf(option.position())) || said.equals(option.text().ja()) || said.equals(option.text().en()))
                .map(SurveyQuestion.Option::position)
                .findFirst()
                .orElse(null);
    }

    private void store(Wave wave, List<Map.Entry<Integer, Response>> taken, List<@Nullable Result> results) {
        waves.hold(wave.id()).orElseThrow().needs(Wave.State.COLLECTING);
        var responses = taken.stream().map(Map.Entry::getValue).toList();
        Map<String, UUID> known = waves.known(wave.id(), responses.stream().map(response -> Objects.requireNonNull(response.externalId())).toList());
        waves.remove(known.values());
        var ids = waves.insert(wave.id(), responses);
        for (int i = 0; i < ids.size(); i++) {
            var again = known.containsKey(Objects.requireNonNull(responses.get(i).externalId()));
            results.set(taken.get(i).getKey(), Result.taken(again ? Effect.UPDATED : Effect.CREATED, ids.get(i)));
        }
    }
}
