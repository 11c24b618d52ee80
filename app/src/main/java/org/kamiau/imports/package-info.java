/**
 * Imports: files become records. This module finds out how a file is written (encoding, delimiter,
 * heading), maps its columns to fields, feeds the rows in chunks to the {@link
 * org.kamiau.platform.imports.Importer} of their kind, and says by row and column what was refused. A run
 * is kept with what it did, can be tried first, continued after a crash, and taken back.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people"})
package org.kamiau.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
