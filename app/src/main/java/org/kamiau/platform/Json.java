package org.kamiau.platform;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How JSON looks: moments with +09:00, texts without control characters and trimmed, empty ones as null. */
@Configuration
public class Json {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    @Bean
    JsonMapperBuilderCustomizer conventions() {
        var module = new SimpleModule("kamiau")
                .addSerializer(Instant.class, new Moments())
                .addDeserializer(Instant.class, new MomentReader())
                .addDeserializer(String.class, new TextReader());
        return json -> json.addModule(module).enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    }

    /** A moment as the API writes it, to the second or finer where it is. */
    public static String write(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE));
    }

    /**
     * Reads an ISO 8601 moment with offset. A space in place of the {@code +} (as query strings bring it) is
     * understood; one without offset is Japanese time.
     */
    public static Instant read(String text) {
        var repaired = text.strip().replaceFirst(" (?=\\d{2}:?\\d{2}$)", "+");
        try {
            return OffsetDateTime.parse(repaired).toInstant();
        } catch (DateTimeParseException noOffset) {
            return LocalDateTime.parse(repaired).atZone(ZONE).toInstant();
        }
    }

    private static final class Moments extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
            json.writeString(write(moment));
        }
    }

    private static final class MomentReader extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            try {
                return read(json.getString());
            } catch (DateTimeParseException malformed) {
                throw new Invalid("", "platform.invalid.moment");
            }
        }
    }

    private static final class TextReader extends ValueDeserializer<String> {
        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.currentToken().isScalarValue()) {
                throw new Invalid("", "platform.invalid.text");
            }
            var text = json.getString().strip();
            if (!Characters.printable(text)) {
                throw new Invalid("", "platform.invalid.control");
            }
            return text;
        }
    }
}
