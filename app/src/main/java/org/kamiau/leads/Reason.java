package org.kamiau.leads;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.kamiau.platform.Text;

/**
 * Why a score or a route is as it is, kept as a code so that every reader reads it in their language; its
 * text is {@code leads.reason.<code>}.
 *
 * @param points what it adds to (or takes from) the score; 0 for routes
 */
public record Reason(
        @JsonProperty("c") String code, @JsonProperty("p") int points, @JsonProperty("a") List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    static Reason of(String code, int points, Object... arguments) {
        return new Reason(code, points, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    public String text(Text t) {
        return t.get("leads.reason." + code, arguments.stream().map(Reason::counted).toArray());
    }

    /** Numbers are kept as text; English needs them as numbers to say "once" or "3 times". */
    private static Object counted(String argument) {
        return argument.matches("\\d{1,9}") ? Long.valueOf(argument) : argument;
    }
}
