package org.kamiau.leads;

import java.time.Instant;

/** One response of a person, as scoring sees it. */
record Touch(ResponseKind kind, Instant at) {}
