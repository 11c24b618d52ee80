package org.kamiau.needs;

import java.time.Instant;

/** What a wave counted is known to everybody from this moment on; told in the transaction of it. */
record WavePublished(Wave.Id wave, Instant at) {}
