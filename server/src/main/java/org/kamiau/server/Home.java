package org.kamiau.server;

import java.nio.file.Path;

/** The folder of one installation, and where each file of its database lies in it. */
record Home(Path folder) {

    static Home at(Path folder) {
        var home = new Home(folder.toAbsolutePath().normalize());
        Folders.folder(home.folder, "rwx--x--x");
        Folders.folder(home.database(), "rwx--x--x");
        return new Home(Folders.real(home.folder));
    }

    /** Held for as long as a Kamiau uses this folder. */
    Path lock() {
        return folder.resolve("kamiau.lock");
    }

    /** Below it lies what belongs to PostgreSQL's own user. */
    Path database() {
        return folder.resolve("database");
    }

    Path data() {
        return database().resolve("data");
    }

    /** A cluster in the making; becomes {@link #data()} in one move, so that a broken start leaves nothing half done. */
    Path unfinishedData() {
        return database().resolve("data.new");
    }

    Path password() {
        return folder.resolve("database.password");
    }

    /** Says where the running server listens, for commands in other processes. */
    Path port() {
        return folder.resolve("database.port");
    }

    Path log() {
        return folder.resolve("database.log");
    }
}
