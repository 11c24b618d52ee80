package org.kamiau.handoffs;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.handoffs.Deliveries.Delivered;
import org.kamiau.handoffs.Deliveries.Figure;
import org.kamiau.handoffs.Promise.Direction;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Rate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What both sides have kept and delivered in the last months, against the same agreement, beside each other. */
@Component
public class AgreementResults {

    private static final int MONTHS = 3;

    /** Both sides. */
    public record Both(List<YearMonth> months, List<String> names, List<Row> sales, List<Row> marketing, List<Row> others) {}

    /** A promise and what came of it, month by month; the first row is the side's total. */
    public record Row(String what, String agreed, List<Cell> cells) {}

    /**
     * A month's figure: a rate, or a number against the agreed one.
     *
     * @param tone green when it reaches what was agreed, red when it does not, nothing while the month runs
     */
    public record Cell(@Nullable Rate rate, @Nullable Long number, @Nullable Long percent, String path, String tone) {}

    private final Slas slas;
    private final Optional<Deliveries> deliveries;
    private final Calendars calendars;

    AgreementResults(Slas slas, ObjectProvider<Deliveries> deliveries, Calendars calendars) {
        this.slas = slas;
        this.deliveries = deliveries.stream().findFirst();
        this.calendars = calendars;
    }

    /** The version of the score rules that say what an MQL is. */
    int scoring() {
        return deliveries.map(Deliveries::scoring).orElse(0);
    }

    /** This month and the ones before, the latest last. */
    Both latest(Agreement agreement, Instant now, Text t) {
        var zone = calendars.current().zone();
        var last = YearMonth.from(now.atZone(zone));
        var first = last.minusMonths(MONTHS - 1L);
        var kept = slas.months(first, last);
        var delivered = deliveries.map(all -> all.months(first, last)).orElse(Map.of());
        var months = List.copyOf(kept.keySet());
        return new Both(
                months,
                months.stream().map(month -> said(month, t)).toList(),
                side(Direction.SALES_TO_MARKETING, agreement, kept, delivered, last, t),
                side(Direction.MARKETING_TO_SALES, agreement, kept, delivered, last, t),
                java.util.stream.Stream.of(Direction.WITHIN_SALES, Direction.OPERATIONS)
                        .flatMap(direction -> promises(direction, agreement, kept, last, t).stream())
                        .toList());
    }

    static String said(YearMonth month, Text t) {
        return t.get("handoffs.month", java.util.Date.from(month.atDay(15).atStartOfDay(t.zone()).toInstant()));
    }

    private List<Row> side(
            Direction direction, Agreement agreement, Map<YearMonth, Sla> kept, Map<YearMonth, Delivered> delivered, YearMonth last, Text t) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(
                t.get("handoffs.result.all"), "",
                cells(kept, (month, sla) -> rate(sla.of(direction).rate(month.isBefore(last)), Promises.path(direction, null, month)))));
        rows.addAll(promises(direction, agreement, kept, last, t));
        var agreed = agreement.delivery();
        if (direction == Direction.SALES_TO_MARKETING) {
            rows.add(share("acceptance", agreed.acceptance(), delivered, Figure.ACCEPTED, t));
            rows.add(number("sql", agreed.sql(), delivered, Figure.SQL, last, t));
        } else {
            rows.add(share("target", agreed.targetShare(), delivered, Figure.TARGET, t));
            rows.add(number("mql", agreed.mql(), delivered, Figure.MQL, last, t));
        }
        return rows;
    }

    private static List<Row> promises(Direction direction, Agreement agreement, Map<YearMonth, Sla> kept, YearMonth last, Text t) {
        return java.util.Arrays.stream(Promise.values())
                .filter(promise -> AgreementTerms.owedBy(promise, direction))
                .map(promise -> new Row(
                        t.get("handoffs.promise." + promise.code()),
                        AgreementTerms.within(agreement.time(promise), t),
                        cells(kept, (month, sla) ->
                                rate(sla.of(promise, direction).rate(month.isBefore(last)), Promises.path(direction, promise, month)))))
                .filter(row -> promised(row.cells()))
                .toList();
    }

    /** A promise that never fell due says nothing; it stands above among the terms. */
    private static boolean promised(List<Cell> cells) {
        return cells.stream().anyMatch(cell -> cell.rate() != null && cell.rate().n() > 0);
    }

    private interface Counting<T> {
        Cell of(YearMonth month, T counted);
    }

    private static <T> List<Cell> cells(Map<YearMonth, T> months, Counting<T> counting) {
        return months.entrySet().stream().map(month -> counting.of(month.getKey(), month.getValue())).toList();
    }

    private static Cell rate(Rate rate, String path) {
        return new Cell(rate, null, null, path, rate.few() || !rate.mature() ? "" : rate.percent() >= 90 ? "green" : rate.percent() < 70 ? "red" : "amber");
    }

    private Row share(String what, int agreed, Map<YearMonth, Delivered> delivered, Figure figure, Text t) {
        return new Row(t.get("handoffs.delivers." + what), t.get("handoffs.delivers.percent", agreed), cells(delivered, (month, one) -> {
            var rate = new Rate(hits(one, figure), one.mql(), one.mature() || figure == Figure.TARGET);
            var tone = rate.few() || !rate.mature() ? "" : rate.percent() >= agreed ? "green" : "red";
            return new Cell(rate, null, null, path(month, figure), tone);
        }));
    }

    private Row number(String what, int agreed, Map<YearMonth, Delivered> delivered, Figure figure, YearMonth last, Text t) {
        return new Row(t.get("handoffs.delivers." + what), t.get("handoffs.delivers.number", agreed), cells(delivered, (month, one) -> {
            long hits = hits(one, figure);
            boolean done = month.isBefore(last) && (figure == Figure.MQL || one.mature());
            return new Cell(null, hits, Math.round(100.0 * hits / agreed), path(month, figure), done ? hits >= agreed ? "green" : "red" : "");
        }));
    }

    private static long hits(Delivered delivered, Figure figure) {
        return switch (figure) {
            case MQL -> delivered.mql();
            case TARGET -> delivered.target();
            case ACCEPTED -> delivered.accepted();
            case SQL -> delivered.sql();
        };
    }

    private String path(YearMonth month, Figure figure) {
        return deliveries.map(all -> all.path(month, figure)).orElse("/leads");
    }
}
