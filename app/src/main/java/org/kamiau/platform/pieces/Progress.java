package org.kamiau.platform.pieces;

/**
 * How far a long piece of work has come.
 *
 * @param perSecond steps a second, 0 while not known
 */
public record Progress(String title, long done, long total, long perSecond, State state) {

    /** Whether the work still runs, and how it ended. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    int percent() {
        return total == 0 ? (state == State.DONE ? 100 : 0) : (int) Math.min(100, 100 * done / total);
    }

    boolean estimable() {
        return state == State.RUNNING && perSecond > 0 && total > done;
    }

    long secondsLeft() {
        return Math.max(1, (total - done) / perSecond);
    }

    String tone() {
        return switch (state) {
            case RUNNING -> "blue";
            case DONE -> "green";
            case FAILED -> "red";
        };
    }
}
