package org.kamiau.platform;

import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one array per column, for {@code insert … select from unnest(…)}: one statement with the same
 * text for one row and for ten thousand, so that the server plans it once.
 */
public record Bulk<T>(List<T> rows) {

    public Field<UUID[]> uuids(Function<T, ? extends @Nullable UUID> part) {
        return val(column(part, UUID[]::new));
    }

    public Field<UUID[]> members(Function<T, ? extends @Nullable MemberId> part) {
        return uuids(row -> {
            var member = part.apply(row);
            return member == null ? null : member.value();
        });
    }

    public Field<String[]> texts(Function<T, ? extends @Nullable String> part) {
        return val(column(part, String[]::new));
    }

    public Field<Boolean[]> flags(Function<T, ? extends @Nullable Boolean> part) {
        return val(column(part, Boolean[]::new));
    }

    public Field<Integer[]> integers(Function<T, ? extends @Nullable Integer> part) {
        return val(column(part, Integer[]::new));
    }

    public Field<BigDecimal[]> decimals(Function<T, ? extends @Nullable BigDecimal> part) {
        return val(column(part, BigDecimal[]::new));
    }

    public Field<OffsetDateTime[]> moments(Function<T, ? extends @Nullable Instant> part) {
        return val(column(
                row -> {
                    var moment = part.apply(row);
                    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
                },
                OffsetDateTime[]::new));
    }

    private <V> V[] column(Function<T, ? extends @Nullable V> part, IntFunction<V[]> array) {
        return rows.stream().map(part).toArray(array);
    }
}
