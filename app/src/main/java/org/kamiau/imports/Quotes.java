package org.kamiau.imports;

/** The rules of quoting (RFC 4180), to say where they were broken. */
final class Quotes {

    private Quotes() {}

    /**
     * The column, from 1, whose opening quote is not closed before a delimiter or a line end; 0 when the
     * first record of the text keeps the rules.
     */
    static int brokenColumn(String text, char delimiter) {
        int column = 1;
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '"') {
                i = closing(text, i + 1);
                if (i < 0 || i + 1 < text.length() && !ends(text.charAt(i + 1), delimiter)) {
                    return column;
                }
                i++;
            }
            while (i < text.length() && !ends(text.charAt(i), delimiter)) {
                i++;
            }
            if (i >= text.length() || text.charAt(i) != delimiter) {
                return 0;
            }
            column++;
            i++;
        }
        return 0;
    }

    /** Index of the quote that closes what was opened before {@code from}; -1 when there is none. */
    private static int closing(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean ends(char one, char delimiter) {
        return one == delimiter || one == '\n' || one == '\r';
    }
}
