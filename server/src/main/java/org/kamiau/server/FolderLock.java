package org.kamiau.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second Kamiau out of a folder; the operating system lets go of it however this process ends. */
final class FolderLock implements AutoCloseable {
    // The operating system's lock belongs to the process and is lost when the process closes the file anywhere
    // else, so within this process nobody may even open it a second time.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty when another Kamiau, or another server in this one, holds the folder. */
    static Optional<FolderLock> take(Path file) {
        if (!HELD_HERE.add(file)) return Optional.empty();
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                HELD_HERE.remove(file);
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(ownPid().getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new FolderLock(file, channel));
        } catch (IOException trouble) {
            HELD_HERE.remove(file);
            throw new ServerTrouble("Cannot lock " + file + ": " + Folders.reason(trouble), trouble);
        }
    }

    /** The process that holds the lock, as far as it can be told. */
    static String holder(Path file) {
        if (HELD_HERE.contains(file)) return "process " + ownPid();
        try {
            return "process " + Files.readString(file).strip();
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    private static String ownPid() {
        return String.valueOf(ProcessHandle.current().pid());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot release " + file + ": " + Folders.reason(trouble), trouble);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
