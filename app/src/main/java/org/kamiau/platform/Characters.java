package org.kamiau.platform;

/** What may stand in a text: everything one can print, line breaks and tabs. */
public final class Characters {

    private Characters() {}

    /** False for NUL and other control characters and for halves of surrogate pairs. */
    public static boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }
}
