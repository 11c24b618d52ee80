package org.kamiau.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.imports.Importer;

/** Brings the cells of a row to their fields, or says which cell cannot be read. */
final class RowReader {

    private final Mapping mapping;
    private final int width;
    private final Map<String, Integer> places = new HashMap<>();
    private final int address;
    private final int prefecture;

    RowReader(Mapping mapping, Importer importer) {
        this.mapping = mapping;
        this.width = mapping.targets().size();
        importer.fields().forEach(field -> places.put(field.key(), places.size()));
        this.address = places.getOrDefault("company.address", -1);
        this.prefecture = places.getOrDefault("company.prefecture", -1);
    }

    /** What was made of a row: its values, or its faults. */
    record Read(@Nullable MappedRow row, List<RowFault> faults) {}

    Read read(TableRow row) {
        return switch (row) {
            case TableRow.Broken broken -> new Read(null, List.of(RowFault.of(broken.column(), broken.code())));
            case TableRow.Cells cells -> read(cells);
        };
    }

    private Read read(TableRow.Cells row) {
        var ragged = ragged(row.cells());
        if (ragged != null) {
            return new Read(null, List.of(ragged));
        }
        var values = new @Nullable String[places.size()];
        var faults = new ArrayList<RowFault>(0);
        for (int column = 0; column < width; column++) {
            var target = mapping.targets().get(column);
            if (target != null) {
                var cell = row.cells().get(column).strip();
                var fault = cell.isEmpty() ? null : unprintable(cell);
                if (fault != null) {
                    faults.add(RowFault.of(column + 1, fault));
                } else if (!cell.isEmpty()) {
                    put(values, target, Formulas.unguard(cell));
                }
            }
        }
        withPrefecture(values);
        return faults.isEmpty() ? new Read(new MappedRow(row, places, values), List.of()) : new Read(null, faults);
    }

    /** Empty cells at the end are no harm; everything else would put values under wrong headings. */
    private @Nullable RowFault ragged(List<String> cells) {
        if (cells.size() < width) {
            return RowFault.of(0, "imports.fault.ragged", cells.size(), width);
        }
        for (int i = width; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return RowFault.of(0, "imports.fault.ragged", cells.size(), width);
            }
        }
        return null;
    }

    private static @Nullable String unprintable(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char one = cell.charAt(i);
            if (one < ' ' && one != '\n' && one != '\r' && one != '\t' || one >= 0x7F && one < 0xA0) {
                return "platform.invalid.control";
            }
            if (one >= Character.MIN_SURROGATE) {
                if (one == Encoding.UNDECODABLE || Character.isSurrogate(one) && !paired(cell, i)) {
                    return "imports.fault.undecodable";
                }
            }
        }
        return null;
    }

    private static boolean paired(String cell, int i) {
        return Character.isHighSurrogate(cell.charAt(i))
                ? i + 1 < cell.length() && Character.isLowSurrogate(cell.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(cell.charAt(i - 1));
    }

    private void put(@Nullable String[] values, String target, String cell) {
        var place = places.get(target);
        if (place != null && place == address) {
            values[place] = Composite.join(values[place], cell);
        } else if (place != null) {
            fill(values, target, cell);
        } else {
            var parts = Composite.split(target, cell);
            var fields = Composite.parts(target);
            fill(values, fields.get(0), parts.first());
            fill(values, fields.get(1), parts.second());
        }
    }

    private void fill(@Nullable String[] values, String field, @Nullable String value) {
        var place = places.get(field);
        if (place != null && values[place] == null) {
            values[place] = value;
        }
    }

    /** Files that keep the prefecture apart leave it out of the rest of the address. */
    private void withPrefecture(@Nullable String[] values) {
        if (address < 0 || prefecture < 0) {
            return;
        }
        var rest = values[address];
        var first = values[prefecture];
        if (rest != null && first != null && first.charAt(0) > 0x2000 && !rest.startsWith(first)) {
            values[address] = first + rest;
        }
    }
}
