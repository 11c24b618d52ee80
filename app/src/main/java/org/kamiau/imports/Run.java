package org.kamiau.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;

/** A file on its way in: laid out, mapped, tried, taken in, perhaps taken back. */
record Run(
        Id id,
        String kind,
        File file,
        Order order,
        Layout layout,
        Mapping mapping,
        State state,
        boolean dryRun,
        By by,
        Times times,
        Tally tally,
        long readTo,
        double share,
        @Nullable Undone undone) {

    /** Identity of a run. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** @param path null once the file is gone from this node */
    record File(String name, @Nullable Path path, long bytes) {}

    /** What was asked for, beside the columns. */
    record Order(String source, boolean startClocks) {}

    record By(@Nullable MemberId member, String name) {}

    record Times(Instant madeAt, @Nullable Instant startedAt, @Nullable Instant endedAt) {}

    /** Of the records that the run made: how many are gone again, and how many others have built upon. */
    record Undone(long gone, long kept) {}

    enum State {
        /** Read and mapped, nothing taken yet. */
        DRAFT,
        TRYING,
        /** The dry run has ended. */
        TRIED,
        RUNNING,
        DONE,
        /** Its process died; what its chunks committed stands, and it can go on behind them. */
        INTERRUPTED,
        FAILED,
        UNDOING,
        UNDONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        boolean working() {
            return this == TRYING || this == RUNNING || this == UNDOING;
        }

        /** Columns may still be changed. */
        boolean open() {
            return this == DRAFT || this == TRIED;
        }
    }

    boolean working() {
        return state.working();
    }

    /** Its rows hold contact details: only who brought the file sees them again, administrators those from the shell. */
    boolean shows(Actor actor) {
        return by.member() == null ? actor.is(Role.ADMIN) : actor.is(by.member());
    }
}
