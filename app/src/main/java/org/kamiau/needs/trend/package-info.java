/**
 * The statistics of rising needs: pure functions over weekly counts, without database or Spring.
 *
 * <p>How the windows are read. A week begins on Monday and counts once it is over. A day stands for all that was heard
 * before it: on Monday 27 April the last 28 days are the four weeks up to Sunday 26 April, and the 84 days before them
 * the twelve weeks before those. A week in which nobody spoke at all (the year-end closing) keeps its place in the
 * calendar windows, where it adds nothing, and is skipped where active weeks are counted.
 */
@NullMarked
package org.kamiau.needs.trend;

import org.jspecify.annotations.NullMarked;
