package org.kamiau.people;

import java.io.PrintStream;
import org.kamiau.platform.run.Welcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** As long as there is no member, every start prints a fresh link for the first administrator. */
@Component
class FirstLink implements Welcome {

    private final Links links;
    private final boolean demonstration;

    FirstLink(Links links, @Value("${kamiau.demo:false}") boolean demonstration) {
        this.links = links;
        this.demonstration = demonstration;
    }

    @Override
    public void ready(int port, PrintStream out) {
        if (!demonstration) {
            links.forFirstAdministrator()
                    .ifPresent(link -> out.println(
                            "The first administrator signs up here, once: http://localhost:" + port + "/setup/" + link.text()));
        }
    }
}
