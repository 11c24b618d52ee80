package org.kamiau.server;

import java.io.IOException;

/** Signals to processes: Java itself knows only two of them. */
final class Signal {
    private Signal() {}

    static void send(String name, long process) {
        try {
            // The shell's own kill: the program of that name is missing on small systems.
            var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Waiting.end(kill);
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot signal process " + process + ": " + Folders.reason(trouble), trouble);
        }
    }
}
