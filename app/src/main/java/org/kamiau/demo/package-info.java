/**
 * The guided path through the demonstration: two doors on the sign-in page, a few scenes over real pages and records,
 * one decision each, and at the end how to start for real. Modules declare their scenes
 * ({@link org.kamiau.platform.demo.Scene}) and how a record looks to a reader
 * ({@link org.kamiau.platform.demo.SideView}); this module knows where a visitor stands and puts both sides beside each
 * other. Outside a demonstration none of its pages is there.
 */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.kamiau.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
