package org.kamiau.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kamiau.platform.imports.Importer;

/** Which field a heading means, from how the systems that people leave call it. */
final class Headings {

    /** The columns of the corporate number publication of the National Tax Agency, which names none. */
    static final List<String> PUBLICATION = List.of(
            "sequenceNumber", "corporateNumber", "process", "correct", "updateDate", "changeDate", "name", "nameImageId",
            "legalForm", "prefectureName", "cityName", "streetNumber", "addressImageId", "prefectureCode", "cityCode",
            "postCode", "addressOutside", "addressOutsideImageId", "closeDate", "closeCause", "successorCorporateNumber",
            "changeCause", "assignmentDate", "latest", "enName", "enPrefectureName", "enCityName", "enAddressOutside",
            "furigana", "hihyoji");

    /** Normalised heading → fields, the likeliest first. */
    private static final Map<String, List<String>> KNOWN = load();

    private final Importer importer;
    private final Map<String, List<String>> own = new HashMap<>();

    Headings(Importer importer) {
        this.importer = importer;
        for (var field : importer.fields()) {
            add(own, field.key(), field.key());
            field.headings().forEach(heading -> add(own, heading, field.key()));
        }
    }

    private static Map<String, List<String>> load() {
        var known = new HashMap<String, List<String>>();
        var file = Objects.requireNonNull(Headings.class.getResourceAsStream("headings.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.contains(" = ") && !line.startsWith("#")).forEach(line -> {
                var parts = line.split(" = ", 2);
                for (var heading : parts[1].split(",")) {
                    add(known, heading, parts[0]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private static void add(Map<String, List<String>> headings, String heading, String field) {
        headings.computeIfAbsent(key(heading), _ -> new ArrayList<>()).add(field);
    }

    /** Without case, width, spaces, punctuation, and the prefix under which copies of HubSpot's tables hold everything. */
    static String key(String heading) {
        var plain = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return plain.replaceFirst("^property_", "").replaceAll("[^\\p{L}\\p{N}〒]", "");
    }

    static boolean known(String heading) {
        return KNOWN.containsKey(key(heading));
    }

    /** The fields that the heading may mean, as far as the importer has them. */
    Set<String> fields(String heading) {
        var fields = new LinkedHashSet<String>(own.getOrDefault(key(heading), List.of()));
        KNOWN.getOrDefault(key(heading), List.of()).stream()
                .filter(field -> Composite.offered(importer).contains(field))
                .forEach(fields::add);
        return fields;
    }
}
