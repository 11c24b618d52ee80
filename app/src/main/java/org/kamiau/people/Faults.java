package org.kamiau.people;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Text;
import org.springframework.validation.BindingResult;

/** What is wrong with a form, by field and in the reader's language, for the form to be shown again. */
public record Faults(Map<String, String> byField) {

    static final Faults NONE = new Faults(Map.of());

    public Faults {
        byField = Map.copyOf(byField);
    }

    static Faults of(BindingResult binding) {
        var faults = new HashMap<String, String>();
        binding.getFieldErrors().forEach(error -> faults.putIfAbsent(error.getField(), String.valueOf(error.getDefaultMessage())));
        return new Faults(faults);
    }

    static Faults of(Invalid invalid, Text t) {
        var faults = new HashMap<String, String>();
        invalid.fields().forEach(field -> faults.putIfAbsent(field.field(), t.get(field.code(), field.arguments().toArray())));
        return new Faults(faults);
    }

    public @Nullable String on(String field) {
        return byField.get(field);
    }

    public boolean any() {
        return !byField.isEmpty();
    }
}
