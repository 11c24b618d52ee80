package org.kamiau.calendar;

/** The three points of a clock at which people are told, in percent of the time allowed. */
public enum Mark {
    AMBER(80),
    DUE(100),
    DOUBLED(200);

    private final int percent;

    Mark(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    static Mark of(int percent) {
        for (var mark : values()) {
            if (mark.percent == percent) {
                return mark;
            }
        }
        throw new IllegalArgumentException("No mark at " + percent + " %");
    }
}
