package org.kamiau.handoffs;

import java.util.Collection;
import java.util.List;
import org.kamiau.handoffs.Promise.Direction;
import org.kamiau.platform.pieces.Rate;

/**
 * How many promises were kept, of those that fell due in a time: met ÷ (met + breached). Open and overdue counts as
 * breached; open and not due yet is left out; waived stands apart.
 */
public record Sla(List<Line> lines) {

    public Sla {
        lines = List.copyOf(lines);
    }

    /** One promise of one direction. */
    public record Line(Promise promise, Direction direction, Counts counts) {}

    /**
     * What became of promises.
     *
     * @param open not due yet when counted
     */
    public record Counts(long met, long breached, long waived, long open) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(met + other.met, breached + other.breached, waived + other.waived, open + other.open);
        }

        /** @param over whether all of the time has passed */
        public Rate rate(boolean over) {
            return new Rate(met, met + breached, over);
        }
    }

    /** All promises of a direction together. */
    public Counts of(Direction direction) {
        return sum(lines.stream().filter(line -> line.direction() == direction).map(Line::counts).toList());
    }

    /** A promise in a direction. */
    public Counts of(Promise promise, Direction direction) {
        return sum(lines.stream().filter(line -> line.direction() == direction && line.promise() == promise).map(Line::counts).toList());
    }

    private static Counts sum(Collection<Counts> counts) {
        return counts.stream().reduce(Counts.NONE, Counts::plus);
    }
}
