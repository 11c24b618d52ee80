/**
 * What pages for visitors under {@code /f/} share: a frame without cookies and scripts, signed texts in place of
 * cookies, a limit against floods, and what was typed so far.
 */
@NullMarked
package org.kamiau.platform.visitors;

import org.jspecify.annotations.NullMarked;
