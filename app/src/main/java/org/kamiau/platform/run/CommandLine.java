package org.kamiau.platform.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Command;
import org.kamiau.platform.backup.Copies;
import org.kamiau.server.ServerTrouble;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs what was asked for: serves ({@code demo}, {@code start}), or one {@link Command}. */
public final class CommandLine {

    private CommandLine() {}

    public static void run(Class<?> application, String[] arguments) {
        int code = 2;
        try {
            var options = Options.parse(List.of(arguments), System.getenv(), Path.of(System.getProperty("user.home")));
            code = switch (options.command()) {
                case "demo", "start" -> serve(application, options);
                case "backup", "restore" -> copy(options);
                case "bench" -> once(application, options, true);
                default -> once(application, options, false);
            };
        } catch (Options.WrongUsage wrong) {
            System.err.println(wrong.getMessage());
        } catch (ServerTrouble trouble) {
            System.err.println(trouble.getMessage());
            code = 1;
        }
        if (code >= 0) {
            System.exit(code);
        }
    }

    /** Serves until the process is stopped; negative while it does. */
    private static int serve(Class<?> application, Options options) {
        var database = Database.open(options, true);
        var context = context(application, options, database, WebApplicationType.SERVLET);
        if (context == null) {
            database.close();
            return 1;
        }
        // One hook in this order: requests end, connections close, then the database stops.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            database.close();
        }, "stop"));
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        System.out.println("Kamiau is ready: http://localhost:" + port);
        context.getBeanProvider(Welcome.class).orderedStream().forEach(welcome -> welcome.ready(port, System.out));
        return -1;
    }

    /** Without the application: it would migrate the database that a backup shall fill or show as it is. */
    private static int copy(Options options) {
        LoggingSystem.get(CommandLine.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try (var database = Database.open(options, false)) {
            return Copies.run(options.command(), options.words(), database.source(), System.out, System.err);
        }
    }

    /** @param serving a benchmark measures the server that it runs in */
    private static int once(Class<?> application, Options options, boolean serving) {
        try (var database = Database.open(options, serving);
                var context = context(application, options, database, serving ? WebApplicationType.SERVLET : WebApplicationType.NONE)) {
            if (context == null) {
                return 1;
            }
            var command = context.getBeanProvider(Command.class).stream()
                    .filter(one -> one.name().equals(options.command()))
                    .findFirst();
            if (command.isEmpty()) {
                System.err.println("There is no command " + options.command() + "; ./kamiau help lists them.");
                return 2;
            }
            return command.get().run(options.words(), System.out, System.err);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static @Nullable ConfigurableApplicationContext context(
            Class<?> application, Options options, Database database, WebApplicationType type) {
        var properties = new HashMap<String, Object>(database.properties());
        properties.put("server.port", options.command().equals("bench") ? 0 : options.port());
        properties.put("kamiau.demo", options.demo());
        properties.put("kamiau.data", options.data().toString());
        properties.put("kamiau.serving", type == WebApplicationType.SERVLET);
        try {
            return new SpringApplicationBuilder(application)
                    .web(type)
                    .registerShutdownHook(false)
                    .properties(Map.copyOf(properties))
                    .run();
        } catch (PortInUseException inUse) {
            System.err.println("Port " + inUse.getPort() + " is taken; choose another with --port.");
            return null;
        }
    }
}
