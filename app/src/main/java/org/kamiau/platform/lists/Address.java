package org.kamiau.platform.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of an address, in their order; blank ones count as not given. */
final class Address {

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    static Address of(HttpServletRequest request) {
        var address = new Address();
        request.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                address.add(name, value);
            }
        });
        return address;
    }

    /** What stands behind the question mark. */
    static Address of(String query) {
        var address = new Address();
        for (var pair : query.replaceFirst("^\\?", "").split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                address.add(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return address;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    Address add(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parameters.computeIfAbsent(name, missing -> new ArrayList<>()).add(value.strip());
        }
        return this;
    }

    Set<String> names() {
        return parameters.keySet();
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    @Nullable String first(String name) {
        var values = all(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    String first(String name, String otherwise) {
        var value = first(name);
        return value == null ? otherwise : value;
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** As a query, readable: commas, points and colons stay what they are. */
    @Override
    public String toString() {
        var query = new StringBuilder();
        parameters.forEach((name, values) -> {
            for (var value : values) {
                query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(encoded(value));
            }
        });
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("+", "%20");
    }

    /** For hidden inputs of a form that asks for a changed address. */
    List<Map.Entry<String, String>> pairs() {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(Map.entry(name, value))));
        return pairs;
    }
}
