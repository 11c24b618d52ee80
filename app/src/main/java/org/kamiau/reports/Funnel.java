package org.kamiau.reports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.kamiau.platform.pieces.Rate;

/**
 * The funnel of a period as seen on a day: what was counted in each month (or part of one) under each key, and which of
 * it is old enough to be judged.
 *
 * @param cells at most one for each stretch and key; stretches are wholly mature or wholly young
 * @param withheld whether people's figures were left out because they would point at somebody
 */
public record Funnel(Period period, Dimension by, LocalDate today, List<Cell> cells, boolean withheld) {

    /** @param stretch the part of a month that lies in the period; a longer one where nobody asks for months */
    public record Cell(Period stretch, String key, Counts counts) {}

    /** What one reads: a month, an origin, a person. Mature columns will not change by waiting. */
    public record Line(String key, Period period, Counts counts, boolean mqlMature, boolean salesMature) {

        public Rate rate(Step step) {
            return step.rate(counts, step.window() == Window.QUALIFICATION ? mqlMature : salesMature);
        }
    }

    public Funnel {
        cells = List.copyOf(cells);
    }

    /** Months in their order; anything else with the most MQLs first. */
    public List<Line> lines() {
        return by == Dimension.MONTH ? months() : lines(_ -> true, period);
    }

    /** Every month of the period, empty ones too. */
    public List<Line> months() {
        var months = new TreeMap<LocalDate, Counts>();
        period.months().forEach(month -> months.put(month.from(), Counts.NONE));
        cells.forEach(cell -> months.merge(cell.stretch().from(), cell.counts(), Counts::plus));
        return months.entrySet().stream()
                .map(month -> line(period.in(java.time.YearMonth.from(month.getKey())), month.getValue()))
                .toList();
    }

    private Line line(Period stretch, Counts counts) {
        return line(stretch.month().toString(), stretch, counts);
    }

    private Line line(String key, Period of, Counts counts) {
        return new Line(key, of, counts, of.mature(Window.QUALIFICATION, today), of.mature(Window.SALES, today));
    }

    private List<Line> lines(Predicate<Cell> counted, Period of) {
        var keys = new LinkedHashMap<String, Counts>();
        cells.stream().filter(counted).forEach(cell -> keys.merge(cell.key(), cell.counts(), Counts::plus));
        return keys.entrySet().stream()
                .map(key -> line(key.getKey(), of, key.getValue()))
                .sorted(Comparator.comparingLong((Line line) -> -line.counts().mqls())
                        .thenComparing((Line line) -> -line.counts().inquiries())
                        .thenComparing(Line::key))
                .toList();
    }

    /** The lines of the months alone whose leads have had their time with sales: what rates are read from. */
    public List<Line> matureLines() {
        return lines(this::mature, maturePeriod());
    }

    private boolean mature(Cell cell) {
        return cell.stretch().mature(Window.SALES, today);
    }

    /** All that is mature, in one line. */
    public Line matureTotal() {
        return line("", maturePeriod(), sum(this::mature));
    }

    public Line total() {
        return line("", period, sum(_ -> true));
    }

    private Counts sum(Predicate<Cell> counted) {
        return cells.stream().filter(counted).map(Cell::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** The period up to its last month that is mature; all of it when none is. */
    public Period maturePeriod() {
        return period.months().stream()
                .filter(month -> month.mature(Window.SALES, today))
                .reduce((_, later) -> later)
                .map(last -> new Period(period.from(), last.to()))
                .orElse(period);
    }

    /** Whether any month is old enough to speak of. */
    public boolean anyMature() {
        return period.months().getFirst().mature(Window.SALES, today);
    }
}
