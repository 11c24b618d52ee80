package org.kamiau.customers;

import org.jspecify.annotations.Nullable;

/** Where a record also lives: the system, its id there, and a link that opens it (元で開く). */
public record Source(String system, String externalId, @Nullable String link) {}
