/**
 * Needs: the one language of both sides. A {@code Voice} is what a customer said, in their words; a {@code Need} is
 * what such words mean; a mapping says which need a voice carries, why, and who confirmed it.
 *
 * <p>From what is mapped the radar finds needs that rise, surveys test them, and sellers learn which of their
 * customers to talk to.
 *
 * <p>Published views: {@code needs.need_view}, one row per need with its state; {@code needs.voice_view}, one row per
 * voice without its words; {@code needs.mention_view}, one row per account, need and day on which a counted voice
 * named it.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "calendar", "products", "customers"})
@NullMarked
package org.kamiau.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
