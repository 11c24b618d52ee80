package org.kamiau.platform;

import java.util.UUID;

/**
 * A record of any module, by kind and id: what audit entries, comments, clocks and notifications are about.
 *
 * @param kind the singular noun of the record ({@code lead}, {@code account}), one {@link RecordKind} each
 */
public record RecordRef(String kind, UUID id) {}
