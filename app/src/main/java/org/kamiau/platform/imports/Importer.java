package org.kamiau.platform.imports;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;

/**
 * Takes the rows of a file into a module. The {@code imports} module reads, decodes, maps, reports and
 * counts; an importer knows what its fields are and what one row means.
 */
public interface Importer {

    /** The word after {@code ./kamiau import}: a plural noun such as {@code leads}. */
    String kind();

    /** Message key of what is taken in, as a heading ("Leads"). */
    String title();

    /** What a row may hold, in the order in which it is offered for mapping. */
    List<Field> fields();

    /**
     * Takes rows in, set-based, in the caller's transaction: one that is rolled back when the context says
     * {@code dryRun}. What is wrong with a row is its result and never an exception.
     *
     * @return one result per row, in the same order
     */
    List<Result> take(List<Row> rows, Context context);

    /** How many rows make one call of {@link #take} and one transaction. */
    default int chunk() {
        return 2_000;
    }

    /** Whether {@link #undo} works. */
    default boolean undoes() {
        return false;
    }

    /**
     * Removes those of the records, made by one run, that nobody has changed or built upon since; in the
     * caller's transaction, and told to the audit log.
     *
     * @return the records that are gone now
     */
    default Set<UUID> undo(List<UUID> records, Context context) {
        throw new UnsupportedOperationException(kind());
    }

    /**
     * One thing that a column can hold.
     *
     * @param key property path, that of the API where there is one ({@code person.email})
     * @param label message key of its name
     * @param required a file without a column for it is refused
     * @param headings how files call it, beside what {@code imports} already knows of well-known keys;
     *     compared without case, spaces, width and punctuation
     */
    record Field(String key, String label, boolean required, Set<String> headings) {
        public Field {
            headings = Set.copyOf(headings);
        }

        /** A field whose headings and label {@code imports} knows ({@code imports.field.<key>}). */
        public static Field known(String key) {
            return new Field(key, "imports.field." + key, false, Set.of());
        }

        public Field needed() {
            return new Field(key, label, true, headings);
        }
    }

    /** What was found in one row, by field. */
    interface Row {

        /** As a spreadsheet counts: the first line of the file is 1. */
        long number();

        /** The trimmed text in a field; null when it is empty or no column is mapped to it. */
        @Nullable String get(String field);
    }

    /**
     * How a run was asked for.
     *
     * @param source name of the system that the rows come from, where a row does not say it itself
     * @param startClocks files start no clocks unless asked
     */
    record Context(UUID run, Actor by, String source, boolean dryRun, boolean startClocks) {}

    /** What became of a row. */
    sealed interface Result {

        /**
         * @param record the record that the row now stands for
         * @param notes what the reader should know although the row was taken, e.g. a phone left out
         */
        record Taken(Effect effect, @Nullable UUID record, List<Invalid.Field> notes) implements Result {
            public Taken {
                notes = List.copyOf(notes);
            }
        }

        /** Nothing of the row was taken; the faults name the field and why. */
        record Refused(List<Invalid.Field> faults) implements Result {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        static Result taken(Effect effect, @Nullable UUID record) {
            return new Taken(effect, record, List.of());
        }

        static Result refused(String field, String code, Object... arguments) {
            return new Refused(List.of(Invalid.Field.of(field, code, arguments)));
        }
    }

    /** What taking a row did. */
    enum Effect {
        /** A record that was not there before. */
        CREATED,
        /** A known record was changed or filled. */
        UPDATED,
        /** The row became part of a record that was open already. */
        JOINED,
        /** The row was there already, as it is. */
        UNCHANGED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
