package org.kamiau.people;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Command;
import org.springframework.stereotype.Component;

/** {@code ./kamiau token --user MAIL [--name NAME]}: prints a new API token, and nothing else, to stdout. */
@Component
class TokenCommand implements Command {

    private static final String USAGE = "Usage: ./kamiau token --user MAIL [--name NAME]";
    private final Members members;
    private final ApiTokens tokens;

    TokenCommand(Members members, ApiTokens tokens) {
        this.members = members;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var user = value("--user", arguments);
        if (user.isEmpty() || arguments.size() != (value("--name", arguments).isPresent() ? 4 : 2)) {
            err.println(USAGE);
            return 2;
        }
        var member = members.withMail(user.get()).filter(Member::active);
        if (member.isEmpty()) {
            err.println("No active member has the address " + user.get() + ".");
            return 1;
        }
        out.println(tokens.make(Actor.SYSTEM, member.get().id(), value("--name", arguments).orElse("./kamiau token")).text());
        return 0;
    }

    private static Optional<String> value(String option, List<String> arguments) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(at + 1)).filter(text -> !text.isBlank());
    }
}
