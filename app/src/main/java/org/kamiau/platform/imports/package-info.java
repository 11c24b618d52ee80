/** What a module fills so that its records can be taken in from files: one {@code Importer} bean per kind. */
@NullMarked
package org.kamiau.platform.imports;

import org.jspecify.annotations.NullMarked;
