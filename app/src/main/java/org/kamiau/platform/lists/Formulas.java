package org.kamiau.platform.lists;

/** Keeps texts from becoming formulas when a spreadsheet opens a CSV file (CWE-1236). */
final class Formulas {

    /** Full-width signs too: Japanese Excel takes them for formulas as well. */
    private static final String DANGEROUS = "=+-@\t\r＝＋－＠";

    private Formulas() {}

    /** An apostrophe in front makes it a text. */
    static String guarded(String text) {
        return text.isEmpty() || DANGEROUS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
