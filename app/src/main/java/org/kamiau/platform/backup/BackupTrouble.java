package org.kamiau.platform.backup;

/** A backup cannot be taken or brought back; the message is one line for whoever asked. */
public final class BackupTrouble extends RuntimeException {
    BackupTrouble(String message) {
        super(message);
    }

    BackupTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
