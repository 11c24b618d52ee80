package org.kamiau.platform.lists;

import java.util.List;

/**
 * Characters that Windows-31J has not, found while writing a file, and what can be done about it.
 *
 * @param cells how many cells have some
 * @param findings the first of them
 * @param otherFormat the same file in UTF-8
 * @param replacing the file with a 〓 in their place
 */
public record Unmappable(int cells, List<Finding> findings, String otherFormat, String replacing, String back) {

    /** @param line in the file, the headings being line 1 */
    public record Finding(long line, String column, String characters, String text) {}

    public Unmappable {
        findings = List.copyOf(findings);
    }
}
