package org.kamiau.needs;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.trend.Contrast;
import org.kamiau.needs.trend.Series;

/**
 * A need's weeks as a picture: its share and the weighted share as lines, bursts shaded, surveys as dots, and the days
 * on which it was detected.
 *
 * @param share lines of points as SVG reads them; a week in which nobody spoke interrupts them
 * @param ahead how many days before the survey the burst was detected
 */
public record TrendChart(
        Series series, Contrast contrast, List<String> share, List<String> weighted, List<Box> bursts, List<Tick> days, List<Tick> shares, List<Dot> dots,
        List<Mark> marks, @Nullable LocalDate burstFrom, @Nullable Long ahead) {

    static final int WIDTH = 760;
    static final int HEIGHT = 240;
    private static final int LEFT = 36;
    private static final int RIGHT = 12;
    private static final int TOP = 26;
    private static final int BOTTOM = 24;

    /** Weeks of a burst. */
    public record Box(double x, double width) {}

    /** A line of the grid. */
    public record Tick(double at, LocalDate day, double percent) {}

    /** A survey wave: its share in percent. */
    public record Dot(double x, double y, LocalDate day, String name, double percent) {}

    /** A detection. */
    public record Mark(double x, LocalDate day, String rule) {}

    /** A published wave that asked for the need. */
    public record Wave(LocalDate published, String name, double percent, boolean rose) {}

    static TrendChart of(Trends.Picture picture, Collection<Wave> waves) {
        return new Drawing(picture.series(), waves).draw(picture);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public int top() {
        return TOP;
    }

    public int floor() {
        return HEIGHT - BOTTOM;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    /** Too few for anything but a large change to stand out. */
    public boolean little() {
        return contrast.expected() < 10;
    }

    /** A number as SVG reads it. */
    public static String svg(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Where things stand. */
    private record Drawing(Series series, Collection<Wave> waves) {

        TrendChart draw(Trends.Picture picture) {
            var burst = picture.signals().stream().filter(signal -> signal.rule() == Signal.Rule.BURST).map(Signal::day).min(LocalDate::compareTo);
            var rose = waves.stream().filter(Wave::rose).map(Wave::published).filter(day -> burst.isPresent() && day.isAfter(burst.get())).min(LocalDate::compareTo);
            return new TrendChart(
                    series, picture.trend().contrast(), lines(Series.Week::share), lines(Series.Week::weightedShare), boxes(picture.bursts()), days(), shares(),
                    waves.stream().filter(wave -> within(wave.published())).map(wave -> new Dot(x(wave.published()), y(wave.percent()), wave.published(), wave.name(), wave.percent())).toList(),
                    picture.signals().stream().filter(signal -> within(signal.day())).map(signal -> new Mark(x(signal.day()), signal.day(), signal.rule().code())).toList(),
                    picture.trend().burst().from(), rose.isEmpty() ? null : Long.valueOf(ChronoUnit.DAYS.between(burst.orElseThrow(), rose.get())));
        }

        private List<String> lines(ToDoubleFunction<Series.Week> of) {
            var lines = new ArrayList<String>();
            var line = new StringBuilder();
            for (var week : series.weeks()) {
                if (week.active()) {
                    line.append(line.isEmpty() ? "" : " ").append(svg(x(week.monday().plusDays(3)))).append(',').append(svg(y(of.applyAsDouble(week))));
                } else if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            return lines;
        }

        /** Weeks that follow each other are one box. */
        private List<Box> boxes(Collection<LocalDate> weeks) {
            var boxes = new ArrayList<Box>();
            LocalDate from = null;
            LocalDate last = null;
            for (var week : weeks.stream().filter(this::within).sorted().toList()) {
                if (from == null || last == null || !last.plusWeeks(1).equals(week)) {
                    if (from != null && last != null) {
                        boxes.add(box(from, last));
                    }
                    from = week;
                }
                last = week;
            }
            if (from != null && last != null) {
                boxes.add(box(from, last));
            }
            return boxes;
        }

        private Box box(LocalDate from, LocalDate last) {
            return new Box(x(from), x(last.plusWeeks(1)) - x(from));
        }

        private boolean within(LocalDate day) {
            return !series.weeks().isEmpty() && !day.isBefore(first()) && !day.isAfter(end());
        }

        private LocalDate first() {
            return series.weeks().getFirst().monday();
        }

        private LocalDate end() {
            return series.weeks().getLast().monday().plusWeeks(1);
        }

        /** The first of each second month. */
        private List<Tick> days() {
            var ticks = new ArrayList<Tick>();
            if (!series.weeks().isEmpty()) {
                for (var day = first().withDayOfMonth(1).plusMonths(1); !day.isAfter(end().minusWeeks(1)); day = day.plusMonths(2)) {
                    ticks.add(new Tick(x(day), day, 0));
                }
            }
            return ticks;
        }

        private List<Tick> shares() {
            double most = most();
            return List.of(new Tick(y(most / 2), LocalDate.EPOCH, most / 2), new Tick(y(most), LocalDate.EPOCH, most));
        }

        /** The top of the picture, in percent: a multiple of ten. */
        private double most() {
            double weeks = series.weeks().stream().mapToDouble(week -> Math.max(week.share(), week.weightedShare())).max().orElse(0);
            double dots = waves.stream().mapToDouble(Wave::percent).max().orElse(0);
            return Math.max(10, Math.ceil(Math.max(weeks, dots) / 10) * 10);
        }

        private double x(LocalDate day) {
            double span = Math.max(1, ChronoUnit.DAYS.between(first(), end()));
            return LEFT + (WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(first(), day) / span;
        }

        private double y(double percent) {
            return TOP + (HEIGHT - TOP - BOTTOM) * (1 - percent / most());
        }
    }
}
