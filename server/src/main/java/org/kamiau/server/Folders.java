package org.kamiau.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folders and files whose rights never depend on the caller's umask. */
final class Folders {
    private Folders() {}

    /** Makes the folder with these rights; one that exists keeps its own. */
    static void folder(Path folder, String permissions) {
        if (Files.isDirectory(folder)) return;
        try {
            var parent = folder.getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot create the folder " + folder + ": " + reason(trouble), trouble);
        }
    }

    static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot use the folder " + folder + ": " + reason(trouble), trouble);
        }
    }

    /** Writes a file that only its owner can read, from its first moment on, in one step for whoever looks. */
    static void writePrivately(Path file, String text) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(unfinished, create, ownerOnly)) {
            channel.write(ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) return;
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble)
                    throws IOException {
                if (trouble != null) throw trouble;
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** An exception's cause in words: Java's own message for a file is often nothing but its path. */
    static String reason(IOException trouble) {
        return switch (trouble) {
            case java.nio.file.AccessDeniedException denied -> "no permission for " + denied.getFile();
            case java.nio.file.NoSuchFileException missing -> missing.getFile() + " does not exist";
            case java.nio.file.FileAlreadyExistsException other -> other.getFile() + " is not a folder";
            case java.nio.file.FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(trouble.getMessage());
        };
    }
}
