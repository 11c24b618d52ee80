package org.kamiau.platform.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Bulk calls: one JSON value a line, each read for itself, so that a broken line spoils no other. */
@Component
public class JsonLines {

    /** What such a body is sent as. */
    public static final String TYPE = "application/x-ndjson";

    public static final MediaType MEDIA_TYPE = MediaType.parseMediaType(TYPE);

    private final JsonMapper json;

    JsonLines(JsonMapper json) {
        this.json = json;
    }

    /**
     * A line of a body.
     *
     * @param number from 1; empty lines count but are not here
     * @param body null where it could not be read
     * @param fault why not, where a field is to blame; without body and fault it is no JSON
     */
    public record Line<T>(int number, @Nullable T body, Invalid.@Nullable Field fault) {}

    /** @throws RequestLimits.NoText when it is no UTF-8 */
    public <T> List<Line<T>> read(byte[] body, Class<T> type) {
        var reader = json.readerFor(type);
        var lines = new ArrayList<Line<T>>();
        int number = 0;
        for (var text : text(body).split("\n", -1)) {
            number++;
            if (!text.isBlank()) {
                lines.add(line(number, text, reader));
            }
        }
        return lines;
    }

    private static String text(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw new RequestLimits.NoText();
        }
    }

    private static <T> Line<T> line(int number, String text, ObjectReader reader) {
        try {
            T body = reader.readValue(text);
            return new Line<>(number, body, null);
        } catch (Invalid invalid) {
            return new Line<>(number, null, invalid.fields().getFirst());
        } catch (StreamReadException malformed) {
            return new Line<>(number, null, null);
        } catch (DatabindException wrong) {
            return new Line<>(number, null, fault(wrong));
        } catch (JacksonException malformed) {
            return new Line<>(number, null, null);
        }
    }

    /** The field that has a value of the wrong kind, as for a body of one record. */
    static Invalid.Field fault(DatabindException wrong) {
        var path = new StringBuilder();
        wrong.getPath().forEach(step -> path.append(step.getPropertyName() == null
                ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + step.getPropertyName()));
        var said = wrong.getCause() instanceof Invalid invalid ? invalid.fields().getFirst() : null;
        return said == null
                ? Invalid.Field.of(path.toString(), "platform.invalid.format")
                : new Invalid.Field(path.toString(), said.code(), said.arguments());
    }

    /** Answers line by line. */
    public String write(List<?> answers) {
        var lines = new StringBuilder();
        answers.forEach(answer -> lines.append(json.writeValueAsString(answer)).append('\n'));
        return lines.toString();
    }
}
