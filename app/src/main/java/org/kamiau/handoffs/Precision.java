package org.kamiau.handoffs;

/** How often a detection was right, of the alarms that people have decided. */
public record Precision(long right, long decided) {

    private static final long ENOUGH = 20;
    private static final double LEAST = 50;

    public double percent() {
        return decided == 0 ? 0 : 100.0 * right / decided;
    }

    /** Wrong more often than right, over enough outcomes: it is muted for review. */
    boolean unreliable() {
        return decided >= ENOUGH && percent() < LEAST;
    }
}
