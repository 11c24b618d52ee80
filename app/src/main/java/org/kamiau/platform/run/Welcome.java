package org.kamiau.platform.run;

import java.io.PrintStream;

/** Says something to whoever started the server, once it serves (the first administrator's link). */
public interface Welcome {
    void ready(int port, PrintStream out);
}
