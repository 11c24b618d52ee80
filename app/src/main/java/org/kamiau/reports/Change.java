package org.kamiau.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.kamiau.platform.pieces.Rate;

/** How a rate changed from one month to another, and by which parts; with the names of its groups. */
public record Change(
        Step step, YearMonth from, YearMonth to, Dimension by, LocalDate today, Decomposition parts, Map<String, String> names,
        boolean withheld) {

    public Change {
        names = Map.copyOf(names);
    }

    /** What a group is called. */
    public String name(String key) {
        return names.getOrDefault(key, key);
    }

    public Rate before() {
        return new Rate(parts.hits(), parts.n(), mature(from));
    }

    public Rate after() {
        return new Rate(parts.laterHits(), parts.laterN(), mature(to));
    }

    private boolean mature(YearMonth month) {
        return step.window().over(month.atEndOfMonth(), today);
    }

    public boolean mature() {
        return mature(from) && mature(to);
    }

    /** Both months have enough for a rate. */
    public boolean enough() {
        return parts.comparable() && !before().few() && !after().few();
    }

    /** What is within the groups, together: how those who came fared. */
    public double within() {
        var rounded = parts.rounded();
        return Math.round((rounded.total() - rounded.mix()) * 10) / 10.0;
    }

    /** A bar of the waterfall, in points of the rate: what it is, from where to where it goes. */
    public record Bar(Kind kind, String key, double start, double end, double effect) {

        public enum Kind {
            BEFORE,
            MIX,
            WITHIN,
            AFTER
        }

        public double low() {
            return Math.max(0, Math.min(start, end));
        }

        public double width() {
            return Math.abs(end - start);
        }
    }

    /** From the rate before to the rate after, part by part. */
    public List<Bar> bars() {
        var rounded = parts.rounded();
        var bars = new java.util.ArrayList<Bar>();
        double at = before().percent();
        bars.add(new Bar(Bar.Kind.BEFORE, "", 0, at, at));
        bars.add(new Bar(Bar.Kind.MIX, "", at, at + rounded.mix(), rounded.mix()));
        at += rounded.mix();
        for (var effect : rounded.within()) {
            bars.add(new Bar(Bar.Kind.WITHIN, effect.key(), at, at + effect.effect(), effect.effect()));
            at += effect.effect();
        }
        bars.add(new Bar(Bar.Kind.AFTER, "", 0, after().percent(), after().percent()));
        return bars;
    }

    /** The right end of the picture. */
    public double scale() {
        return bars().stream().mapToDouble(bar -> Math.max(bar.start(), bar.end())).max().orElse(1) * 1.02 + 0.01;
    }

    /** Where in the picture, in percent of its width, as style sheets read it. */
    public String css(double points) {
        return String.valueOf(Math.round(1000 * points / scale()) / 10.0);
    }
}
