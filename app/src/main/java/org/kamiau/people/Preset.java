package org.kamiau.people;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The shape in which a company starts: with every function, or small, where leads go straight to sellers. */
public enum Preset {
    STANDARD,
    SMALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Preset> of(String code) {
        return Stream.of(values()).filter(preset -> preset.code().equals(code)).findFirst();
    }
}
