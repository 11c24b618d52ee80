package org.kamiau.platform.audit;

import java.io.PrintStream;
import java.util.List;
import org.kamiau.platform.Command;
import org.springframework.stereotype.Component;

/** {@code ./kamiau verify-audit}: recomputes the chain and says whether it holds. */
@Component
class VerifyAudit implements Command {

    private final Seals seals;

    VerifyAudit(Seals seals) {
        this.seals = seals;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        seals.seal();
        var verdict = seals.verify();
        out.printf("%,d entries in %,d seals checked.%n", verdict.entries(), verdict.seals());
        if (verdict.broken() != null) {
            err.println("The chain does not hold at " + verdict.broken() + ".");
            return 1;
        }
        out.println("The audit chain holds.");
        return 0;
    }
}
