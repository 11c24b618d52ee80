package org.kamiau.platform.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kamiau.platform.Text;
import org.kamiau.platform.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The arguments of a notice as they are stored: each with its type, since the words are made when read. */
final class Arguments {

    private static final TypeReference<List<Map<String, Object>>> STORED = new TypeReference<>() {};
    private final JsonMapper json;

    Arguments(JsonMapper json) {
        this.json = json;
    }

    String store(List<Object> arguments) {
        return json.writeValueAsString(arguments.stream().map(Arguments::typed).toList());
    }

    private static Map<String, Object> typed(Object argument) {
        return switch (argument) {
            case Instant moment -> Map.of("moment", moment.toString());
            case Words words -> Map.of("words", words.key());
            case Number number -> Map.of("number", number);
            default -> Map.of("text", argument.toString());
        };
    }

    /** As the reader's language shows them, after who did it and to what. */
    Object[] read(String stored, String who, String title, Text t) {
        var arguments = json.readValue(stored, STORED);
        var all = new Object[arguments.size() + 2];
        all[0] = who;
        all[1] = title;
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i).entrySet().iterator().next();
            all[i + 2] = switch (argument.getKey()) {
                case "moment" -> Words.said(Instant.parse(argument.getValue().toString()), t);
                case "words" -> t.get(argument.getValue().toString());
                default -> argument.getValue();
            };
        }
        return all;
    }
}
