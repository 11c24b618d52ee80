package org.kamiau.platform.answers;

import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Text;

/** Words of the company's own in both languages; where there are no English ones, the Japanese are read. */
public record Wording(String ja, @Nullable String en) {

    public String in(Text t) {
        return t.japanese() || en == null ? ja : en;
    }
}
