package org.kamiau.platform.alerts;

/** How often a rule was right, of its alerts that people have decided; false alarms are wrong, all else was right. */
public record Precision(long right, long decided) {

    private static final long ENOUGH = 20;
    private static final double LEAST = 50;

    public double percent() {
        return decided == 0 ? 0 : 100.0 * right / decided;
    }

    /** Wrong more often than right, over enough outcomes: the rule is muted for review. */
    public boolean unreliable() {
        return decided >= ENOUGH && percent() < LEAST;
    }
}
