/**
 * 連携診断: what both sides think of working together, in 20 statements that everybody answers anonymously on the phone.
 *
 * <p>Answers are only ever added to counts: there is no row of a single answer, no member and no time. A round's result is
 * shown after it has ended, from five answers a side on; where leads go straight to sellers (the small company), from
 * three, and below five as bands only. The topics are those of Kotler, Rackham and Krishnaswamy (2006); the wording is our own.
 */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.kamiau.diagnoses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
