package org.kamiau.imports;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the characters of a file are written.
 *
 * @param mark bytes of the byte order mark in front
 */
record Encoding(Charset charset, int mark) {

    static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    /** Reading goes on until there were characters beyond ASCII and this many bytes. */
    private static final long ENOUGH = 64L << 20;

    private static final int MOST_FAULTS = 1_000;

    /** Stands in the text for bytes that mean nothing in the encoding. */
    static final char UNDECODABLE = '\uFFFD';

    static Encoding find(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        var marked = marked(head);
        if (marked.mark() > 0) {
            return marked;
        }
        var wide = wide(head);
        return wide.isEmpty() ? narrow(file) : wide.getFirst();
    }

    /** As somebody named it; a byte order mark is skipped all the same. */
    static Encoding named(String name, Path file) throws IOException {
        var charset = switch (name.toLowerCase(java.util.Locale.ROOT).replaceAll("[-_ ]", "")) {
            case "utf8" -> StandardCharsets.UTF_8;
            case "sjis", "shiftjis", "cp932", "ms932", "windows31j" -> WINDOWS_31J;
            case "utf16", "utf16le" -> StandardCharsets.UTF_16LE;
            default -> Charset.forName(name);
        };
        try (var in = Files.newInputStream(file)) {
            var marked = marked(in.readNBytes(4));
            return marked.mark() > 0 && marked.charset().name().startsWith(charset.name().substring(0, 3)) ? marked : new Encoding(charset, 0);
        }
    }

    static boolean known(String name) {
        try {
            return name.matches("(?i)cp932|sjis|ms932|utf.?8|utf.?16") || Charset.isSupported(name);
        } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException unknown) {
            return false;
        }
    }

    private static Encoding marked(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        return starts(head, 0xFE, 0xFF) ? new Encoding(StandardCharsets.UTF_16BE, 2) : new Encoding(StandardCharsets.UTF_8, 0);
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Digits, commas and line ends are every second byte zero in UTF-16, always the same second one. */
    private static List<Encoding> wide(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        if (even + odd < head.length / 20 || even + odd < 2 || Math.min(even, odd) * 10 > Math.max(even, odd)) {
            return List.of();
        }
        return List.of(new Encoding(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0));
    }

    /** Strict UTF-8 first: Windows-31J reads most UTF-8 as nonsense without complaint. */
    private static Encoding narrow(Path file) throws IOException {
        var best = StandardCharsets.UTF_8;
        double fewest = Double.MAX_VALUE;
        for (var charset : List.of(StandardCharsets.UTF_8, WINDOWS_31J, EUC_JP)) {
            double faults = faults(file, charset);
            if (faults == 0) {
                return new Encoding(charset, 0);
            }
            if (faults < fewest) {
                fewest = faults;
                best = charset;
            }
        }
        return new Encoding(best, 0);
    }

    /** Faults per byte; a thousand of them are enough to know. */
    private static double faults(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var text = CharBuffer.allocate(1 << 16);
        long seen = 0;
        long faults = 0;
        boolean beyondAscii = false;
        try (var in = Files.newByteChannel(file)) {
            boolean end = false;
            while (!end && faults < MOST_FAULTS && !(beyondAscii && seen > ENOUGH)) {
                end = in.read(bytes) < 0;
                seen += bytes.flip().remaining();
                beyondAscii = beyondAscii || beyondAscii(bytes);
                faults += decode(decoder, bytes, text, end);
                bytes.compact();
            }
        }
        return (double) faults / Math.max(1, seen);
    }

    private static long decode(java.nio.charset.CharsetDecoder decoder, ByteBuffer bytes, CharBuffer text, boolean end) {
        long faults = 0;
        while (true) {
            var result = decoder.decode(bytes, text.clear(), end);
            if (result.isError() && ++faults < MOST_FAULTS) {
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow() || result.isError()) {
                return faults;
            }
        }
    }

    private static boolean beyondAscii(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) < 0) {
                return true;
            }
        }
        return false;
    }

    /** The text behind the mark; what cannot be decoded is {@link #UNDECODABLE}. */
    Reader read(SeekableByteChannel file) throws IOException {
        file.position(mark);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNDECODABLE));
        return Channels.newReader(file, decoder, 1 << 16);
    }

    /** As people call it. */
    String label() {
        var names = new ArrayList<String>();
        names.add(charset.equals(WINDOWS_31J) ? "Shift_JIS (Windows-31J)" : charset.name());
        if (mark > 0) {
            names.add("BOM");
        }
        return String.join(" + ", names);
    }
}
