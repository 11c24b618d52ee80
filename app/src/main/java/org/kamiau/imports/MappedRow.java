package org.kamiau.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.imports.Importer;

/** A row as its importer sees it, with the cells it came from. */
final class MappedRow implements Importer.Row {

    private final TableRow row;
    private final Map<String, Integer> places;
    private final @Nullable String[] values;

    MappedRow(TableRow row, Map<String, Integer> places, @Nullable String[] values) {
        this.row = row;
        this.places = places;
        this.values = values;
    }

    @Override
    public long number() {
        return row.number();
    }

    List<String> cells() {
        return row.cells();
    }

    @Override
    public @Nullable String get(String field) {
        var place = places.get(field);
        return place == null ? null : values[place];
    }
}
