package org.kamiau.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.imports.Importer;

/**
 * What each column of a file holds.
 *
 * @param targets one per column: a field, a composite, or null for a column that is left out
 */
record Mapping(List<@Nullable String> targets) {

    /** Several columns may fill these: the parts of an address are joined, of the others the first filled one counts. */
    private static final Set<String> REPEATABLE = Set.of("company.address", "person.phone", "company.phone", "person.email");

    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern CORPORATE_NUMBER = Pattern.compile("[1-9]\\d{12}");

    Mapping {
        targets = java.util.Collections.unmodifiableList(new ArrayList<>(targets));
    }

    static Mapping of(@Nullable String... targets) {
        return new Mapping(Arrays.asList(targets));
    }

    /** By headings; a column that says nothing by its heading may say it by its values. */
    static Mapping guess(Importer importer, Layout layout) {
        var headings = new Headings(importer);
        var taken = new HashSet<String>();
        var targets = new ArrayList<@Nullable String>();
        for (var column : layout.columns()) {
            var target = headings.fields(column).stream()
                    .filter(field -> REPEATABLE.contains(field) || !taken.contains(field))
                    .findFirst()
                    .orElse(null);
            if (target != null) {
                taken.add(target);
            }
            targets.add(target);
        }
        byValues(importer, layout, targets, "person.email", MAIL);
        byValues(importer, layout, targets, "company.corporateNumber", CORPORATE_NUMBER);
        return new Mapping(targets);
    }

    private static void byValues(Importer importer, Layout layout, List<@Nullable String> targets, String field, Pattern pattern) {
        if (targets.contains(field) || !Composite.offered(importer).contains(field)) {
            return;
        }
        for (int column = 0; column < targets.size(); column++) {
            var values = layout.values(column);
            if (targets.get(column) == null && !values.isEmpty() && values.stream().allMatch(value -> pattern.matcher(value).matches())) {
                targets.set(column, field);
                return;
            }
        }
    }

    /**
     * With some columns named by whoever brings the file.
     *
     * @param given heading or number of a column → field, blank to leave the column out
     */
    Mapping with(Map<String, String> given, Layout layout, Importer importer) {
        var numbers = new LinkedHashMap<Integer, String>();
        var findings = new Invalid.Findings();
        given.forEach((heading, field) -> {
            int column = column(heading, layout);
            if (column < 0) {
                findings.add(heading, "imports.map.no-column", heading);
            } else {
                numbers.put(column + 1, field);
            }
        });
        return at(numbers, importer, findings);
    }

    /** @param given number of a column, from 1 → field, blank to leave the column out */
    Mapping at(Map<Integer, String> given, Importer importer) {
        return at(given, importer, new Invalid.Findings());
    }

    private Mapping at(Map<Integer, String> given, Importer importer, Invalid.Findings findings) {
        var all = new ArrayList<@Nullable String>(targets);
        var offered = Composite.offered(importer);
        given.forEach((column, field) -> {
            if (column < 1 || column > all.size()) {
                findings.add("column-" + column, "imports.map.no-column", String.valueOf(column));
            } else if (!field.isBlank() && !offered.contains(field)) {
                findings.add("column-" + column, "imports.map.no-field", field);
            } else {
                all.set(column - 1, field.isBlank() ? null : field);
            }
        });
        findings.raise();
        return new Mapping(all);
    }

    private static int column(String heading, Layout layout) {
        for (int i = 0; i < layout.columns().size(); i++) {
            if (layout.columns().get(i).equals(heading) || Headings.key(layout.columns().get(i)).equals(Headings.key(heading))) {
                return i;
            }
        }
        int number = heading.matches("\\d{1,4}") ? Integer.parseInt(heading) : 0;
        return number <= layout.columns().size() ? number - 1 : -1;
    }

    /** Needed fields that no column fills. */
    List<Importer.Field> missing(Importer importer) {
        var filled = new HashSet<String>();
        targets.stream().filter(java.util.Objects::nonNull).forEach(target -> filled.addAll(Composite.parts(target)));
        return importer.fields().stream().filter(field -> field.required() && !filled.contains(field.key())).toList();
    }

    boolean empty() {
        return targets.stream().allMatch(java.util.Objects::isNull);
    }

    /** Number, from 1, of the first column that fills the field; 0 when none does. */
    int columnOf(String field) {
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            if (target != null && Composite.parts(target).contains(field)) {
                return i + 1;
            }
        }
        return 0;
    }
}
