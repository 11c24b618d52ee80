package org.kamiau.server;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating system user that PostgreSQL runs as: ourselves, or, because PostgreSQL refuses to run as root, a
 * user without rights that root lends it.
 */
record Account(int user, int group, boolean lent) {
    private static final List<String> LENDABLE = List.of("postgres", "nobody");

    /** Whoever owns the data already, so that a folder keeps working when root takes over. */
    static Account owning(Path data) {
        var system = new UnixSystem();
        var self = new Account((int) system.getUid(), (int) system.getGid(), false);
        var owner = ownerOf(data);
        if (self.user != 0) {
            owner.filter(other -> other.user != self.user).ifPresent(other -> {
                throw new ServerTrouble(data + " belongs to another user (" + other.user
                        + "): start Kamiau as root, or choose another folder with --data.");
            });
            return self;
        }
        if (tool("setpriv").isEmpty()) {
            throw new ServerTrouble("PostgreSQL does not run as root, and setpriv (package util-linux) is missing: "
                    + "install it, or start Kamiau as an ordinary user.");
        }
        return owner.filter(other -> other.user != 0).orElseGet(Account::lendable);
    }

    private static Optional<Account> ownerOf(Path data) {
        try {
            if (!Files.exists(data)) return Optional.empty();
            var user = (int) Files.getAttribute(data, "unix:uid");
            return Optional.of(new Account(user, (int) Files.getAttribute(data, "unix:gid"), true));
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot read " + data + ": " + Folders.reason(trouble), trouble);
        }
    }

    private static Account lendable() {
        try {
            var lines = Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1);
            return LENDABLE.stream()
                    .flatMap(name -> lines.stream().filter(line -> line.startsWith(name + ":")))
                    .map(line -> line.split(":", -1))
                    .map(fields -> new Account(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), true))
                    .findFirst()
                    .orElseThrow(() -> new ServerTrouble("PostgreSQL does not run as root, and there is no user "
                            + "named postgres or nobody: add one, or start Kamiau as an ordinary user."));
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot read /etc/passwd: " + Folders.reason(trouble), trouble);
        }
    }

    /** The words that run a short command under this account. */
    List<String> running(Path program) {
        var words = new ArrayList<String>();
        if (lent) words.addAll(borrowing());
        words.add(program.toString());
        return words;
    }

    /**
     * The words that run a server under this account: in a session of its own, because a Ctrl-C at the terminal is
     * for the application, which still needs its database to finish; and ended when the thread that started it is.
     */
    List<String> serving(Path program) {
        var words = new ArrayList<String>();
        if (tool("setsid").isPresent()) words.add("setsid");
        if (lent) words.addAll(borrowing());
        else if (endsServersOfTheDead()) words.add("setpriv");
        if (endsServersOfTheDead()) words.addAll(List.of("--pdeathsig", "INT"));
        words.add(program.toString());
        return words;
    }

    private List<String> borrowing() {
        return List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
    }

    /** Whether the system stops the server when this process is killed. */
    static boolean endsServersOfTheDead() {
        return tool("setpriv").isPresent();
    }

    void own(Path file) throws IOException {
        if (!lent) return;
        Files.setAttribute(file, "unix:uid", user);
        Files.setAttribute(file, "unix:gid", group);
    }

    private static Optional<Path> tool(String name) {
        for (var folder : System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator, -1)) {
            var tool = Path.of(folder, name);
            if (Files.isExecutable(tool)) return Optional.of(tool);
        }
        return Optional.empty();
    }
}
