package org.kamiau.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where unpacked programs may lie: a place that the account can reach and that may be emptied at any time. */
final class Cache {
    private Cache() {}

    static Path of(Account account, Home home) {
        return Stream.of(chosen(), usual(account), Optional.of(home.folder().resolve("cache")))
                .flatMap(Optional::stream)
                .filter(Cache::usable)
                .findFirst()
                .orElseThrow(() -> new ServerTrouble(
                        "No folder to unpack PostgreSQL into: make " + home.folder() + " writable."));
    }

    private static Optional<Path> chosen() {
        return path(System.getenv("KAMIAU_CACHE"));
    }

    /** Root's own folders are closed to the account that root lends, so root uses the system's cache. */
    private static Optional<Path> usual(Account account) {
        if (account.lent()) return Optional.of(Path.of("/var/cache/kamiau"));
        return path(System.getenv("XDG_CACHE_HOME"))
                .or(() -> path(System.getProperty("user.home")).map(home -> home.resolve(".cache")))
                .map(cache -> cache.resolve("kamiau"));
    }

    private static Optional<Path> path(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> value.startsWith("/")).map(Path::of);
    }

    private static boolean usable(Path folder) {
        try {
            Folders.folder(folder, "rwxr-xr-x");
            return Files.isWritable(folder);
        } catch (ServerTrouble unwritable) {
            return false;
        }
    }
}
