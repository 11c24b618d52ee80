package org.kamiau.customers;

import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;

/**
 * On whose behalf and by what way rows come in.
 *
 * @param why the reason that the audit log states, if there is more to say than who and when
 * @param channel {@code form}, {@code api}, {@code hand} or {@code file}; kept with every consent
 */
public record Intake(Actor by, @Nullable String why, String channel) {}
