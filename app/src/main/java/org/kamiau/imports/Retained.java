package org.kamiau.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A text that can be read again from the line on which the current record began: a quote that is never
 * closed swallows everything after it, and reading has to start anew behind it. Only the record at hand is
 * kept, so memory does not grow with the file.
 */
final class Retained extends Reader {

    /** @param line number of the line on which the piece begins, from 1 */
    private record Piece(long line, char[] text) {}

    private final Reader source;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private String again = "";
    private int againFrom;
    private boolean returnHeld;
    private long line = 1;
    private long current = 1;

    Retained(Reader source) {
        this.source = source;
    }

    /** The record that begins on this line has been read: what is before it will not be asked for again. */
    void reached(long startingLine) {
        current = startingLine;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        forget();
        int n = fill(buffer, from, length);
        if (n > 0) {
            pieces.add(new Piece(line, Arrays.copyOfRange(buffer, from, from + n)));
            line += lineEnds(buffer, from, n);
        }
        return n;
    }

    private void forget() {
        while (pieces.size() > 1) {
            var first = pieces.removeFirst();
            if (pieces.getFirst().line() >= current) {
                pieces.addFirst(first);
                return;
            }
        }
    }

    private int fill(char[] buffer, int from, int length) throws IOException {
        if (againFrom < again.length()) {
            int n = Math.min(length, again.length() - againFrom);
            again.getChars(againFrom, againFrom + n, buffer, from);
            againFrom += n;
            return n;
        }
        int held = 0;
        if (returnHeld) {
            buffer[from] = '\r';
            returnHeld = false;
            held = 1;
        }
        int n = length > held ? source.read(buffer, from + held, length - held) : 0;
        int all = held + Math.max(n, 0);
        // A line end of two characters stays in one piece, so that it counts as one.
        if (n > 0 && all > 1 && buffer[from + all - 1] == '\r') {
            returnHeld = true;
            all--;
        }
        return all == 0 && n < 0 ? -1 : all;
    }

    private static int lineEnds(char[] text, int from, int length) {
        int ends = 0;
        for (int i = from; i < from + length; i++) {
            if (text[i] == '\n' || text[i] == '\r' && (i + 1 == from + length || text[i + 1] != '\n')) {
                ends++;
            }
        }
        return ends;
    }

    /** What has been read from the beginning of this line on. */
    String since(long startingLine) {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        var first = pieces.peekFirst();
        long at = first == null ? startingLine : first.line();
        int i = 0;
        while (at < startingLine && i < text.length()) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                at++;
            }
            i++;
        }
        return text.substring(i);
    }

    /** Reading goes on at the line after this one. */
    void restartAfter(long brokenLine) throws IOException {
        again = since(brokenLine) + again.substring(againFrom);
        againFrom = 0;
        pieces.clear();
        skipLine();
        line = brokenLine + 1;
        current = line;
    }

    /** The line may be longer than any record: it is passed over without being kept. */
    private void skipLine() throws IOException {
        var buffer = new char[1 << 16];
        int n = fill(buffer, 0, buffer.length);
        while (n >= 0) {
            int end = lineEnd(buffer, n);
            if (end > 0) {
                again = new String(buffer, end, n - end) + again.substring(againFrom);
                againFrom = 0;
                return;
            }
            n = fill(buffer, 0, buffer.length);
        }
    }

    /** The index behind the first line end; 0 when there is none. */
    private static int lineEnd(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (text[i] == '\n') {
                return i + 1;
            }
            if (text[i] == '\r') {
                return i + 1 < length && text[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
