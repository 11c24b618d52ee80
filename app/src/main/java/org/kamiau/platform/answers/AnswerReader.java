package org.kamiau.platform.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.visitors.Typed;

/** Checks what came in against what was asked; what was not asked is left out. */
final class AnswerReader {

    private final Typed typed;
    private final List<Invalid.Field> faults = new ArrayList<>();

    private AnswerReader(Typed typed) {
        this.typed = typed;
    }

    static String field(Question question) {
        return "q-" + question.key();
    }

    /** @throws Invalid naming every field that is wrong */
    static Map<String, Answer> read(Sheet sheet, Typed typed) {
        var reader = new AnswerReader(typed);
        var answers = new LinkedHashMap<String, Answer>();
        sheet.questions().forEach(question -> reader.read(question).ifPresent(answer -> answers.put(question.key(), answer)));
        if (!reader.faults.isEmpty()) {
            throw new Invalid(reader.faults);
        }
        return answers;
    }

    private Optional<Answer> read(Question question) {
        return switch (question) {
            case Question.Choice choice -> chosen(choice);
            case Question.Scale scale -> point(scale);
            case Question.Free free -> said(free);
        };
    }

    private Optional<Answer> chosen(Question.Choice question) {
        var values = numbers(question);
        var known = question.options().stream().map(Question.Option::value).toList();
        if (!known.containsAll(values) || !question.several() && values.size() > 1) {
            return fault(question, "platform.answers.out-of-range");
        }
        if (values.isEmpty() && (question.required() || !question.several())) {
            return missing(question);
        }
        return Optional.of(new Answer.Chosen(values));
    }

    private Optional<Answer> point(Question.Scale question) {
        var values = numbers(question);
        if (values.isEmpty()) {
            return missing(question);
        }
        int value = values.getFirst();
        return values.size() > 1 || value < question.from() || value > question.to()
                ? fault(question, "platform.answers.out-of-range")
                : Optional.of(Answer.Chosen.of(value));
    }

    /** What is no number is no option either: a number that no question offers stands for it. */
    private List<Integer> numbers(Question question) {
        return typed.values().getOrDefault(field(question), List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(text -> text.matches("\\d{1,3}") ? Integer.parseInt(text) : Integer.MIN_VALUE)
                .distinct()
                .toList();
    }

    private Optional<Answer> said(Question.Free question) {
        var text = typed.get(field(question));
        if (text == null) {
            return missing(question);
        }
        if (!Characters.printable(text)) {
            return fault(question, "platform.invalid.control");
        }
        return text.length() > question.longest()
                ? fault(question, "platform.answers.too-long", question.longest())
                : Optional.of(new Answer.Said(text));
    }

    private Optional<Answer> missing(Question question) {
        return question.required() ? fault(question, "platform.answers.missing") : Optional.empty();
    }

    private Optional<Answer> fault(Question question, String code, Object... arguments) {
        faults.add(Invalid.Field.of(field(question), code, arguments));
        return Optional.empty();
    }
}
