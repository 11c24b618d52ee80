/**
 * The language of needs: words of Japanese and English texts with their places, what is negated, which phrases occur,
 * and a classifier that learns from what people confirmed. Knows no database and no Spring; {@code Mapper} of the module
 * puts it to work.
 */
@NullMarked
package org.kamiau.needs.language;

import org.jspecify.annotations.NullMarked;
