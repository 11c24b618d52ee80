package org.kamiau.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;

/** Rows turned on their side: one array per column, which one statement unnests again, however many rows there are. */
record Columns<R>(List<R> rows) {
    Columns {
        rows = new ArrayList<>(rows);
    }

    @Nullable String[] texts(Function<R, @Nullable String> column) {
        var values = new @Nullable String[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    @Nullable UUID[] ids(Function<R, @Nullable UUID> column) {
        var values = new @Nullable UUID[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    @Nullable UUID[] members(Function<R, @Nullable MemberId> column) {
        return ids(row -> {
            var member = column.apply(row);
            return member == null ? null : member.value();
        });
    }

    @Nullable Integer[] numbers(Function<R, @Nullable Integer> column) {
        var values = new @Nullable Integer[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    @Nullable Boolean[] truths(Function<R, Boolean> column) {
        var values = new @Nullable Boolean[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    /** ISO 8601, to be cast in the statement. */
    @Nullable String[] moments(Function<R, @Nullable Instant> column) {
        return texts(row -> {
            var moment = column.apply(row);
            return moment == null ? null : moment.toString();
        });
    }
}
