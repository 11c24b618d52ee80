package org.kamiau.handoffs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kamiau.calendar.BusinessTime;

/**
 * What sales and marketing promise each other: how long everything may take, how often a lead is tried, what a
 * hand-over must contain, what is delivered in number and quality, and what the words mean. Version 0 is what holds
 * until both heads have signed one of their own.
 *
 * @param times how long each promise may take
 * @param attempts how often a lead is tried before it is recycled
 * @param wakeAfterDays after how many calendar days a lead that nobody reached wakes up again
 * @param fields what a packet must contain, by boundary, as codes with texts {@code handoffs.field.<code>}
 * @param entry what must be true before something is handed over, by boundary
 */
public record Agreement(
        int version,
        Map<Promise, BusinessTime> times,
        int attempts,
        int wakeAfterDays,
        Map<Boundary, List<String>> fields,
        Delivery delivery,
        Map<Term, Wording> definitions,
        Map<Boundary, Wording> entry) {

    /**
     * What each side delivers in a month.
     *
     * @param targetShare least share of MQLs in target segments, percent
     * @param acceptance least share of MQLs that sales accepts, percent
     */
    public record Delivery(int mql, int targetShare, int sql, int acceptance) {}

    /** A text of the agreement in both languages. */
    public record Wording(String ja, String en) {}

    public static final Agreement STANDARD = new Agreement(
            0,
            Arrays.stream(Promise.values()).collect(Collectors.toMap(Function.identity(), Promise::standard)),
            6,
            60,
            Map.of(
                    Boundary.MKT_IS, List.of("company", "person", "contact", "kind", "score", "message"),
                    Boundary.MKT_FS, List.of("company", "person", "contact", "kind", "score", "message"),
                    Boundary.IS_FS, List.of("needs", "meeting", "attendees", "promised", "situation", "budget", "timeframe", "rivals"),
                    Boundary.FS_CS, List.of("needs", "promised", "attendees", "situation")),
            new Delivery(190, 60, 48, 90),
            Arrays.stream(Term.values()).collect(Collectors.toMap(Function.identity(), Term::standard)),
            Map.of(
                    Boundary.MKT_IS, new Wording("MQLの定義を満たし、連絡先がある。", "It meets the definition of an MQL, and there is a way to reach the person."),
                    Boundary.MKT_FS, new Wording("MQLの定義を満たし、連絡先があり、担当のフィールドセールスが決まっている。", "It meets the definition of an MQL, there is a way to reach the person, and a field seller is responsible."),
                    Boundary.IS_FS, new Wording("会話ができ、ニーズと次の面談日時を確かめてある。", "There was a conversation; a need and the next meeting are confirmed."),
                    Boundary.FS_CS, new Wording("受注し、お客様に約束したことが書いてある。", "The order is in, and what was promised to the customer is written down.")));

    /** What a packet may be asked to contain. */
    static final List<String> KNOWN_FIELDS = List.of(
            "company", "person", "contact", "kind", "score", "message", "needs", "meeting", "attendees", "promised", "situation",
            "budget", "timeframe", "rivals");

    public Agreement {
        times = Map.copyOf(times);
        fields = Map.copyOf(fields);
        definitions = Map.copyOf(definitions);
        entry = Map.copyOf(entry);
    }

    public BusinessTime time(Promise promise) {
        return times.getOrDefault(promise, promise.standard());
    }

    /** The agreed fields that a packet of this boundary must contain, in their order. */
    public List<String> fields(Boundary boundary) {
        return fields.getOrDefault(boundary, List.of());
    }

    public Wording definition(Term term) {
        return definitions.getOrDefault(term, term.standard());
    }

    public Wording entry(Boundary boundary) {
        return entry.getOrDefault(boundary, new Wording("", ""));
    }

    /** The same with another number. */
    Agreement as(int number) {
        return new Agreement(number, times, attempts, wakeAfterDays, fields, delivery, definitions, entry);
    }
}
