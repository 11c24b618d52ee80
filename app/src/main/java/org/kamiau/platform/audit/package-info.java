/**
 * The audit log: who changed what, when, from what to what, and why. Entries are only ever added; every
 * entry's salted digest is sealed into a hash chain within a second of its commit, so that a lawful
 * deletion can empty values and the chain still verifies.
 */
@NullMarked
package org.kamiau.platform.audit;

import org.jspecify.annotations.NullMarked;
