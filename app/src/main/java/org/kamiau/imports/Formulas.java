package org.kamiau.imports;

/** Cells that a spreadsheet would run. In our files they carry an apostrophe, which is taken off when they come back. */
final class Formulas {

    private Formulas() {}

    static String guard(String cell) {
        return runs(cell, 0) ? "'" + cell : cell;
    }

    static String unguard(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && runs(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean runs(String cell, int at) {
        if (cell.length() <= at) {
            return false;
        }
        char first = cell.charAt(at);
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
    }
}
