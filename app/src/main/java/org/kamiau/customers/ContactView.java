package org.kamiau.customers;

import org.jspecify.annotations.Nullable;

/**
 * A person as a screen or the API may show them.
 *
 * @param masked true when e-mail and phone are shortened because the reader may not see them
 */
public record ContactView(
        Person.Id id, String name, @Nullable String kana, @Nullable String email, @Nullable String phone, boolean masked) {}
