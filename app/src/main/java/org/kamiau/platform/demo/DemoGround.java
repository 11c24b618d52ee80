package org.kamiau.platform.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Set;
import org.kamiau.platform.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is there for a demonstration only, and only for whoever sits at its own machine. */
@Component
public class DemoGround {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private final boolean demonstration;

    DemoGround(@Value("${kamiau.demo:false}") boolean demonstration) {
        this.demonstration = demonstration;
    }

    /** Asked from this machine, by its own name, and not passed on by a proxy for somebody elsewhere. */
    public boolean open(HttpServletRequest request) {
        return demonstration
                && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && HERE.contains(request.getServerName())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    /** Refuses as if there were nothing here. */
    public void check(HttpServletRequest request) {
        if (!open(request)) {
            throw new Refusal.NotFound();
        }
    }
}
