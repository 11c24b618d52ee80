/**
 * A PostgreSQL server that Kamiau brings along and runs itself, and the generator that turns migrations into
 * jOOQ classes. Knows nothing of the product.
 *
 * <p>{@link org.kamiau.server.EmbeddedPostgres} is the way in. Behind it: {@code Binaries} are unpacked once into
 * a cache, {@code Account} is the operating system user PostgreSQL runs as, {@code Cluster} is the data folder,
 * {@code Leftovers} clears what a killed server left behind, {@code Postmaster} is the running server, which
 * {@code Supervision} starts again when it is killed.
 */
@NullMarked
package org.kamiau.server;

import org.jspecify.annotations.NullMarked;
