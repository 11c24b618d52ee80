package org.kamiau.platform;

import java.util.ArrayList;
import java.util.List;

/** Bad input that only the module can see (beyond Bean Validation): 422 with each field and its reason. */
public final class Invalid extends RuntimeException {

    /**
     * One field that is wrong.
     *
     * @param field property path such as {@code person.email} or {@code items[2].name}
     * @param code message key
     */
    public record Field(String field, String code, List<Object> arguments) {
        public Field {
            arguments = List.copyOf(arguments);
        }

        public static Field of(String field, String code, Object... arguments) {
            return new Field(field, code, List.of(arguments));
        }
    }

    private final transient List<Field> fields;

    public Invalid(List<Field> fields) {
        super("platform.error.invalid", null, false, false);
        this.fields = List.copyOf(fields);
    }

    public Invalid(String field, String code, Object... arguments) {
        this(List.of(Field.of(field, code, arguments)));
    }

    public List<Field> fields() {
        return fields;
    }

    /** Collects what is wrong, so that the reader sees all of it at once. */
    public static final class Findings {
        private final List<Field> fields = new ArrayList<>();

        public Findings add(String field, String code, Object... arguments) {
            fields.add(Field.of(field, code, arguments));
            return this;
        }

        public void raise() {
            if (!fields.isEmpty()) {
                throw new Invalid(fields);
            }
        }
    }
}
