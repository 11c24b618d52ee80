package org.kamiau.platform.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** {@code ./kamiau backup FILE} and {@code ./kamiau restore FILE}. */
public final class Copies {

    private static final String MIGRATIONS = "classpath:org/kamiau/*/migration";

    private Copies() {}

    /** @return the exit code: 0 done, 1 refused, 2 wrong usage */
    public static int run(String command, List<String> words, DataSource database, PrintStream out, PrintStream err) {
        if (words.size() != 1) {
            err.println("Say which file: ./kamiau " + command + " FILE");
            return 2;
        }
        var file = Path.of(words.getFirst()).toAbsolutePath();
        try {
            if (command.equals("backup")) {
                var written = new Backup(database, Clock.systemUTC()).write(file);
                out.printf("Backed up %,d rows of %d tables to %s%n", written.rows(), written.tables(), file);
            } else {
                var read = new Restore(database, MIGRATIONS).read(file);
                out.printf("Restored %,d rows of %d tables as of %s%n", read.rows(), read.tables(), read.takenAt());
            }
            return 0;
        } catch (BackupTrouble trouble) {
            err.println(trouble.getMessage());
            return 1;
        }
    }
}
