package org.kamiau.handoffs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.handoffs.Agreement.Delivery;
import org.kamiau.handoffs.Agreement.Wording;
import org.kamiau.platform.Invalid;

/**
 * An agreement as it is written down: by codes, times as {@code 30m}, {@code 4h} or {@code 5d}. So it is stored and
 * sent; so it comes in, with whatever is missing or wrong.
 */
record AgreementText(
        Map<String, @Nullable String> times,
        @Nullable Integer attempts,
        @Nullable Integer wakeAfterDays,
        Map<String, List<String>> fields,
        Map<String, @Nullable Integer> delivery,
        Map<String, Map<String, @Nullable String>> definitions,
        Map<String, Map<String, @Nullable String>> entry) {

    /** The longest time that one side may take: 60 business days. */
    private static final long LONGEST = 60L * BusinessTime.MINUTES_PER_DAY;

    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_LEADS = 1_000_000;
    private static final String UNKNOWN = "handoffs.agreement.invalid.unknown";

    /** What is not written stays as it is. */
    static final AgreementText NOTHING = new AgreementText(Map.of(), null, null, Map.of(), Map.of(), Map.of(), Map.of());

    static AgreementText of(Agreement agreement) {
        return new AgreementText(
                AgreementText.<Promise, @Nullable String>written(Promise.values(), Promise::code, promise -> agreement.time(promise).toString()),
                agreement.attempts(),
                agreement.wakeAfterDays(),
                written(Boundary.values(), Boundary::code, agreement::fields),
                delivery(agreement.delivery()),
                written(Term.values(), Term::code, term -> written(agreement.definition(term))),
                written(Boundary.values(), Boundary::code, boundary -> written(agreement.entry(boundary))));
    }

    private static <K, V extends @Nullable Object> Map<String, V> written(K[] keys, Function<K, String> code, Function<K, V> value) {
        var written = new LinkedHashMap<String, V>();
        for (var key : keys) {
            written.put(code.apply(key), value.apply(key));
        }
        return written;
    }

    private static Map<String, @Nullable Integer> delivery(Delivery delivery) {
        var written = new LinkedHashMap<String, @Nullable Integer>();
        written.put("mql", delivery.mql());
        written.put("targetShare", delivery.targetShare());
        written.put("sql", delivery.sql());
        written.put("acceptance", delivery.acceptance());
        return written;
    }

    private static Map<String, @Nullable String> written(Wording wording) {
        var written = new LinkedHashMap<String, @Nullable String>();
        written.put("ja", wording.ja());
        written.put("en", wording.en());
        return written;
    }

    /** This, with what the other names put over it; boundaries and texts as a whole. */
    AgreementText with(AgreementText other) {
        return new AgreementText(
                over(times, other.times),
                other.attempts == null ? attempts : other.attempts,
                other.wakeAfterDays == null ? wakeAfterDays : other.wakeAfterDays,
                over(fields, other.fields),
                over(delivery, other.delivery),
                overEach(definitions, other.definitions),
                overEach(entry, other.entry));
    }

    private static <V extends @Nullable Object> Map<String, V> over(Map<String, V> before, Map<String, V> after) {
        var all = new LinkedHashMap<>(before);
        all.putAll(after);
        return all;
    }

    private static Map<String, Map<String, @Nullable String>> overEach(
            Map<String, Map<String, @Nullable String>> before, Map<String, Map<String, @Nullable String>> after) {
        var all = new LinkedHashMap<>(before);
        after.forEach((key, texts) -> all.merge(key, texts, AgreementText::over));
        return all;
    }

    /** The agreement, or everything that is wrong with it ({@link Invalid}). */
    Agreement checked(int version) {
        return new Check().agreement(version);
    }

    /** One walk through what was written. */
    private final class Check {
        private final Invalid.Findings findings = new Invalid.Findings();

        Agreement agreement(int version) {
            var checkedTimes = times();
            var checkedAttempts = number("attempts", attempts, 1, 20);
            var checkedDays = number("wakeAfterDays", wakeAfterDays, 1, 365);
            var checkedFields = fields();
            var checkedDelivery = delivery();
            var checkedDefinitions = texts("definitions", definitions, Term.values(), Term::code);
            var checkedEntry = texts("entry", entry, Boundary.values(), Boundary::code);
            findings.raise();
            return new Agreement(
                    version, checkedTimes, checkedAttempts, checkedDays, checkedFields, checkedDelivery, checkedDefinitions, checkedEntry);
        }

        private Map<Promise, BusinessTime> times() {
            known("times", times.keySet(), Arrays.stream(Promise.values()).map(Promise::code).collect(Collectors.toSet()));
            var checked = new EnumMap<Promise, BusinessTime>(Promise.class);
            for (var promise : Promise.values()) {
                var time = time("times." + promise.code(), times.get(promise.code()));
                if (time != null) {
                    checked.put(promise, time);
                }
            }
            var raised = checked.get(Promise.HAND_RAISE);
            var other = checked.get(Promise.ANSWER);
            if (raised != null && other != null && raised.toMinutes() >= other.toMinutes()) {
                findings.add("times.hand_raise", "handoffs.agreement.invalid.hand-raise");
            }
            return checked;
        }

        private @Nullable BusinessTime time(String field, @Nullable String text) {
            var written = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
            if (!written.matches("-?\\d{1,9}[mhd]")) {
                findings.add(field, "handoffs.agreement.invalid.time");
                return null;
            }
            var time = written.startsWith("-") ? BusinessTime.minutes(0) : BusinessTime.parse(written);
            if (time.amount() == 0 || time.toMinutes() > LONGEST) {
                findings.add(field, "handoffs.agreement.invalid.time-range");
                return null;
            }
            return time;
        }

        private int number(String field, @Nullable Integer number, int least, int most) {
            if (number == null || number < least || number > most) {
                findings.add(field, "handoffs.agreement.invalid.number", least, most);
                return least;
            }
            return number;
        }

        private Map<Boundary, List<String>> fields() {
            known("fields", fields.keySet(), Arrays.stream(Boundary.values()).map(Boundary::code).collect(Collectors.toSet()));
            var checked = new EnumMap<Boundary, List<String>>(Boundary.class);
            for (var boundary : Boundary.values()) {
                var codes = List.copyOf(new LinkedHashSet<>(fields.getOrDefault(boundary.code(), List.of())));
                if (codes.isEmpty()) {
                    findings.add("fields." + boundary.code(), "handoffs.agreement.invalid.no-fields");
                }
                codes.stream()
                        .filter(code -> !Agreement.KNOWN_FIELDS.contains(code))
                        .forEach(code -> findings.add("fields." + boundary.code(), "handoffs.agreement.invalid.field", code));
                checked.put(boundary, codes);
            }
            return checked;
        }

        private Delivery delivery() {
            known("delivery", delivery.keySet(), Set.of("mql", "targetShare", "sql", "acceptance"));
            var mql = number("delivery.mql", delivery.get("mql"), 1, MOST_LEADS);
            var sql = number("delivery.sql", delivery.get("sql"), 1, MOST_LEADS);
            if (sql > mql) {
                findings.add("delivery.sql", "handoffs.agreement.invalid.more-sql");
            }
            return new Delivery(
                    mql, number("delivery.targetShare", delivery.get("targetShare"), 0, 100), sql,
                    number("delivery.acceptance", delivery.get("acceptance"), 0, 100));
        }

        private <K> Map<K, Wording> texts(
                String part, Map<String, Map<String, @Nullable String>> written, K[] keys, Function<K, String> code) {
            known(part, written.keySet(), Arrays.stream(keys).map(code).collect(Collectors.toSet()));
            var checked = new LinkedHashMap<K, Wording>();
            for (var key : keys) {
                var field = part + "." + code.apply(key);
                var texts = Objects.requireNonNullElse(written.get(code.apply(key)), Map.<String, @Nullable String>of());
                known(field, texts.keySet(), Set.of("ja", "en"));
                checked.put(key, new Wording(text(field + ".ja", texts.get("ja")), text(field + ".en", texts.get("en"))));
            }
            return checked;
        }

        private String text(String field, @Nullable String text) {
            if (text == null || text.isBlank()) {
                findings.add(field, "platform.invalid.not-blank");
                return "";
            }
            if (text.length() > LONGEST_TEXT) {
                findings.add(field, "handoffs.agreement.invalid.long", LONGEST_TEXT);
            }
            return text.strip();
        }

        private void known(String part, Set<String> given, Set<String> known) {
            given.stream().filter(key -> !known.contains(key)).forEach(key -> findings.add(part + "." + key, UNKNOWN, key));
        }
    }

    /** Every single thing that is agreed, by its name, in the order of the page. */
    Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        times.forEach((key, time) -> lines.put("times." + key, String.valueOf(time)));
        lines.put("attempts", String.valueOf(attempts));
        lines.put("wakeAfterDays", String.valueOf(wakeAfterDays));
        delivery.forEach((key, number) -> lines.put("delivery." + key, String.valueOf(number)));
        fields.forEach((key, codes) -> lines.put("fields." + key, String.join(", ", codes)));
        definitions.forEach((key, texts) -> new TreeMap<>(texts).forEach((tongue, text) -> lines.put("definitions." + key + "." + tongue, String.valueOf(text))));
        entry.forEach((key, texts) -> new TreeMap<>(texts).forEach((tongue, text) -> lines.put("entry." + key + "." + tongue, String.valueOf(text))));
        return lines;
    }
}
