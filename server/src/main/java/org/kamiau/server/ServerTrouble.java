package org.kamiau.server;

/** The embedded server cannot do what was asked; the message is one line for whoever runs it. */
public final class ServerTrouble extends RuntimeException {
    public ServerTrouble(String message) {
        super(message);
    }

    public ServerTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
