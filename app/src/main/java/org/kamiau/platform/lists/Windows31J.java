package org.kamiau.platform.lists;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/** What Windows-31J can write, and what it could not. */
final class Windows31J {

    static final Charset CHARSET = Charset.forName("windows-31j");
    private static final int MOST_FINDINGS = 200;
    private static final String REPLACEMENT = "〓";

    /** The same signs under the code points that Windows gives them. */
    private static final String WRITTEN = "\u301C\u2212\u2016\u2014\u00A2\u00A3\u00AC\u00A5";
    private static final String ON_WINDOWS = "\uFF5E\uFF0D\u2225\u2015\uFFE0\uFFE1\uFFE2\uFFE5";

    private final CharsetEncoder encoder = CHARSET.newEncoder();
    private final List<Unmappable.Finding> findings = new ArrayList<>();
    private int cells;

    String mapped(String text, long line, String column) {
        if (encoder.canEncode(text)) {
            return text;
        }
        var mapped = new StringBuilder();
        var missing = new StringBuilder();
        text.codePoints().forEach(point -> {
            int known = point < 0x10000 ? WRITTEN.indexOf(point) : -1;
            var sign = known < 0 ? Character.toString(point) : ON_WINDOWS.substring(known, known + 1);
            boolean there = encoder.canEncode(sign);
            mapped.append(there ? sign : REPLACEMENT);
            missing.append(there ? "" : sign);
        });
        if (!missing.isEmpty()) {
            cells++;
            if (findings.size() < MOST_FINDINGS) {
                findings.add(new Unmappable.Finding(line, column, missing.toString(), text));
            }
        }
        return mapped.toString();
    }

    int cells() {
        return cells;
    }

    List<Unmappable.Finding> findings() {
        return List.copyOf(findings);
    }
}
