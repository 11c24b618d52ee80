package org.kamiau.needs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.BasicBodyFactory;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail as it was saved to a file ({@code .eml}): who wrote when about what, and the words. Attachments are left where
 * they are.
 *
 * @param from the writer's name, else the address
 */
record InquiryMail(@Nullable String subject, @Nullable String from, @Nullable LocalDate sent, String text) {

    /** A mail with its pictures; the words alone are far shorter. */
    static final int LONGEST = 10 * 1024 * 1024;

    private static final int DEEPEST = 10;

    /** Lines and headers of real mails keep no limit that a reader could rely on; the file's own is enough. */
    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxLineLen(LONGEST)
            .setMaxHeaderLen(LONGEST)
            .setMaxHeaderCount(10_000)
            .setMalformedHeaderStartsBody(true)
            .build();

    /** 422 at {@code file} for what is too long, no mail, or has no words in it. */
    static InquiryMail read(byte[] file) {
        if (file.length > LONGEST) {
            throw new Invalid("file", "needs.document-mail-too-long", LONGEST / 1024 / 1024);
        }
        var mail = parsed(file);
        if (mail.getFrom() == null && mail.getDate() == null && mail.getSubject() == null) {
            throw new Invalid("file", "needs.document-mail-broken");
        }
        var words = words(mail, 0).orElse("").strip();
        if (words.isEmpty()) {
            throw new Invalid("file", "needs.document-mail-empty");
        }
        var date = mail.getDate();
        return new InquiryMail(line(mail.getSubject()), writer(mail), date == null ? null : LocalDate.ofInstant(date.toInstant(), ZoneId.of("Asia/Tokyo")), words);
    }

    private static Message parsed(byte[] file) {
        try {
            var builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(LENIENT);
            builder.setDecodeMonitor(DecodeMonitor.SILENT);
            builder.setBodyFactory(new BasicBodyFactory(true));
            return builder.parseMessage(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException broken) {
            // The parser says with either what it cannot read; there is nothing else to tell the reader of this file.
            throw new Invalid("file", "needs.document-mail-broken");
        }
    }

    private static @Nullable String writer(Message mail) {
        var from = mail.getFrom();
        if (from == null || from.isEmpty()) {
            return null;
        }
        var first = from.get(0);
        return line(first.getName() == null || first.getName().isBlank() ? first.getAddress() : first.getName());
    }

    private static @Nullable String line(@Nullable String header) {
        var clean = header == null ? "" : header.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.isEmpty() ? null : clean;
    }

    /** Of alternatives the plain one; of several parts all that stand in the mail itself. */
    private static Optional<String> words(Entity part, int depth) {
        if (depth > DEEPEST || "attachment".equalsIgnoreCase(part.getDispositionType()) || part.getFilename() != null) {
            return Optional.empty();
        }
        var body = part.getBody();
        if (body instanceof Multipart parts) {
            var said = parts.getBodyParts().stream();
            return part.getMimeType().equals("multipart/alternative")
                    ? said.sorted(java.util.Comparator.comparing(one -> !one.getMimeType().equals("text/plain"))).flatMap(one -> words(one, depth + 1).stream()).findFirst()
                    : Optional.of(said.flatMap(one -> words(one, depth + 1).stream()).collect(Collectors.joining("\n\n"))).filter(text -> !text.isBlank());
        }
        if (!(body instanceof TextBody text)) {
            return Optional.empty();
        }
        return switch (part.getMimeType()) {
            case "text/plain" -> Optional.of(decoded(text, part.getCharset()));
            case "text/html" -> Optional.of(bare(decoded(text, part.getCharset())));
            default -> Optional.<String>empty();
        };
    }

    private static String decoded(TextBody body, @Nullable String charset) {
        try (var bytes = body.getInputStream()) {
            return decoded(bytes.readAllBytes(), Objects.requireNonNullElse(charset, "us-ascii").toLowerCase(Locale.ROOT));
        } catch (IOException broken) {
            throw new Invalid("file", "needs.document-mail-broken");
        }
    }

    /**
     * Mail programs say ISO-2022-JP and Shift_JIS and write Windows' larger sets (①, ㈱, 髙); many say nothing and write
     * UTF-8.
     */
    private static String decoded(byte[] bytes, String charset) {
        var said = switch (charset) {
            case "iso-2022-jp", "iso-2022-jp-ms", "cp50220", "cp50221", "cp50222" -> Stream.of("x-windows-iso2022jp");
            case "shift_jis", "shift-jis", "sjis", "x-sjis" -> Stream.of("windows-31j");
            case "us-ascii", "ascii", "utf-8", "utf8" -> Stream.of("utf-8", "windows-31j");
            default -> Stream.of(charset, "utf-8", "windows-31j");
        };
        return said.flatMap(name -> decodedAs(bytes, name).stream()).findFirst().orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<String> decodedAs(byte[] bytes, String charset) {
        try {
            return Optional.of(Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    /** The words of a page; nothing of it is run or fetched. */
    private static String bare(String html) {
        var lines = html.replaceAll("(?is)<(head|style|script)\\b.*?</\\1\\s*>", "")
                .replaceAll("\\s+", " ")
                .replaceAll("(?i)<br\\b[^>]*>|</(p|div|tr|li|h[1-6]|blockquote)\\s*>", "\n")
                .replaceAll("<[^>]*>", "");
        return HtmlUtils.htmlUnescape(lines).replace('\u00a0', ' ').replaceAll(" *\n *", "\n");
    }

    /** As the conversation is read: who wrote stands above the words. */
    String conversation() {
        return from == null ? text : "From: " + from + "\n\n" + text;
    }
}
