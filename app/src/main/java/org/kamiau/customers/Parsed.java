package org.kamiau.customers;

import org.jspecify.annotations.Nullable;

/** What became of a typed text: a value, nothing because nothing was typed, or the message key that refuses it. */
public sealed interface Parsed<T> {
    record Value<T>(T value) implements Parsed<T> {}

    record Blank<T>() implements Parsed<T> {}

    record Refused<T>(String code) implements Parsed<T> {}

    default @Nullable T orNull() {
        return switch (this) {
            case Value<T>(var value) -> value;
            case Blank<T> _, Refused<T> _ -> null;
        };
    }

    default @Nullable String refusal() {
        return switch (this) {
            case Refused<T>(var code) -> code;
            case Value<T> _, Blank<T> _ -> null;
        };
    }
}
