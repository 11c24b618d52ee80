package org.kamiau.platform.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.kamiau.platform.Command;
import org.springframework.stereotype.Component;

/** {@code ./kamiau bench [NAME]}: runs one benchmark, or all of them, in a data folder of their own. */
@Component
class BenchCommand implements Command {

    private final List<Bench> benches;

    BenchCommand(List<Bench> benches) {
        this.benches = List.copyOf(benches);
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        var wanted = arguments.isEmpty() ? "" : arguments.getFirst();
        var chosen = benches.stream().filter(bench -> wanted.isEmpty() || bench.name().equals(wanted) || bench.group().equals(wanted)).toList();
        if (chosen.isEmpty()) {
            err.println("There is no benchmark " + wanted + "; there are: " + String.join(", ", benches.stream().map(Bench::name).toList()) + ".");
            return 2;
        }
        for (var bench : chosen) {
            bench.run(arguments.subList(Math.min(1, arguments.size()), arguments.size()), out);
        }
        return 0;
    }
}
