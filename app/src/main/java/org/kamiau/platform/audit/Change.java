package org.kamiau.platform.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.RecordRef;

/**
 * One change of one record.
 *
 * @param action the verb in the past tense ({@code received}, {@code returned}); its text is {@code
 *     audit.action.<action>}
 * @param before field → value before, null when the record is new
 * @param after field → value after, null when it is gone
 */
public record Change(
        RecordRef record,
        String action,
        @Nullable Map<String, ? extends @Nullable Object> before,
        @Nullable Map<String, ? extends @Nullable Object> after,
        @Nullable String reason) {

    public static Change made(String kind, UUID id, String action, Map<String, ? extends @Nullable Object> after) {
        return new Change(new RecordRef(kind, id), action, null, after, null);
    }

    /** Only the fields that differ are kept. */
    public static Change of(
            String kind,
            UUID id,
            String action,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after,
            @Nullable String reason) {
        var was = new LinkedHashMap<String, @Nullable Object>();
        var is = new LinkedHashMap<String, @Nullable Object>();
        after.forEach((field, value) -> {
            if (!java.util.Objects.equals(before.get(field), value)) {
                was.put(field, before.get(field));
                is.put(field, value);
            }
        });
        return new Change(new RecordRef(kind, id), action, was, is, reason);
    }
}
