/**
 * Questions to people who do not sign in, and their answers: the pages under {@code /f/answers/<token>}.
 *
 * <p>A module that asks fills {@link org.kamiau.platform.answers.Questionnaire}. What comes in is checked here against
 * what was asked, counts once, and carries neither a member nor an address nor a time.
 */
@NullMarked
package org.kamiau.platform.answers;

import org.jspecify.annotations.NullMarked;
