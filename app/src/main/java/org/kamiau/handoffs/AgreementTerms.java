package org.kamiau.handoffs;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.handoffs.Promise.Direction;
import org.kamiau.platform.Text;

/** An agreement in the reader's words: what sales promises marketing, what marketing promises sales, and what both mean. */
public record AgreementTerms(
        int version, List<Line> sales, List<Line> marketing, List<Line> others, List<Meaning> definitions, List<Crossing> crossings,
        int wakeAfterDays) {

    /** A promise with its measure. */
    public record Line(String what, String measure) {}

    /** A word and what it means. */
    public record Meaning(String word, String meaning) {}

    /** What crosses a boundary: when it may, and what its packet contains. */
    public record Crossing(String boundary, String entry, List<String> fields) {}

    /** What one version says otherwise than another. */
    public record Changed(String what, String before, String after) {}

    static AgreementTerms of(Agreement agreement, Text t) {
        var delivery = agreement.delivery();
        var sales = Stream.of(Promise.HAND_RAISE, Promise.ANSWER, Promise.FOLLOW_UP, Promise.ATTEMPTS, Promise.FEEDBACK, Promise.RATING);
        var marketing = Stream.of(Promise.REPLY, Promise.RATING);
        return new AgreementTerms(
                agreement.version(),
                Stream.concat(
                                sales.map(promise -> line(promise, agreement, t)),
                                Stream.of(
                                        new Line(t.get("handoffs.delivers.acceptance"), t.get("handoffs.delivers.percent", delivery.acceptance())),
                                        new Line(t.get("handoffs.delivers.sql"), t.get("handoffs.delivers.number", delivery.sql()))))
                        .toList(),
                Stream.concat(
                                marketing.map(promise -> line(promise, agreement, t)),
                                Stream.of(
                                        new Line(
                                                t.get("handoffs.delivers.complete"),
                                                t.get("handoffs.delivers.fields", agreement.fields(Boundary.MKT_IS).size())),
                                        new Line(t.get("handoffs.delivers.target"), t.get("handoffs.delivers.percent", delivery.targetShare())),
                                        new Line(t.get("handoffs.delivers.mql"), t.get("handoffs.delivers.number", delivery.mql()))))
                        .toList(),
                Stream.of(Promise.CONFIRMATION, Promise.FIRST_MEETING, Promise.RULING).map(promise -> line(promise, agreement, t)).toList(),
                Arrays.stream(Term.values()).map(term -> new Meaning(t.get("handoffs.term." + term.code()), said(agreement.definition(term), t))).toList(),
                Arrays.stream(Boundary.values())
                        .map(boundary -> new Crossing(
                                t.get("handoffs.boundary." + boundary.code()), said(agreement.entry(boundary), t),
                                agreement.fields(boundary).stream().map(field -> t.get("handoffs.field." + field)).toList()))
                        .toList(),
                agreement.wakeAfterDays());
    }

    private static Line line(Promise promise, Agreement agreement, Text t) {
        var within = within(agreement.time(promise), t);
        return new Line(
                t.get("handoffs.promise." + promise.code()),
                promise == Promise.ATTEMPTS ? t.get("handoffs.delivers.attempts", agreement.attempts(), within) : within);
    }

    static String within(BusinessTime time, Text t) {
        return t.get("handoffs.within." + time.toString().replaceAll("\\d", ""), time.amount());
    }

    private static String said(Agreement.Wording wording, Text t) {
        return t.japanese() ? wording.ja() : wording.en();
    }

    /** What the later one says otherwise, in the order of the page. */
    static List<Changed> changes(Agreement before, Agreement after, Text t) {
        var was = AgreementText.of(before).lines();
        return AgreementText.of(after).lines().entrySet().stream()
                .filter(line -> !line.getValue().equals(was.get(line.getKey())))
                .map(line -> new Changed(
                        name(line.getKey(), t), value(line.getKey(), Objects.requireNonNullElse(was.get(line.getKey()), ""), t),
                        value(line.getKey(), line.getValue(), t)))
                .toList();
    }

    private static String name(String field, Text t) {
        var name = t.get(AgreementRecords.line(field));
        return field.endsWith(".ja") ? name + " (日本語)" : field.endsWith(".en") ? name + " (English)" : name;
    }

    private static String value(String field, String value, Text t) {
        if (field.startsWith("times.")) {
            return within(BusinessTime.parse(value), t);
        }
        return field.startsWith("fields.")
                ? Arrays.stream(value.split(", ")).map(code -> t.get("handoffs.field." + code)).collect(Collectors.joining(t.japanese() ? "、" : ", "))
                : value;
    }

    /** Whether a promise is owed in this direction. */
    static boolean owedBy(Promise promise, Direction direction) {
        return promise.direction() == direction || promise.direction() == Direction.BOTH && direction != Direction.OPERATIONS;
    }
}
