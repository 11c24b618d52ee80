package org.kamiau;

import org.kamiau.platform.run.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Kamiau: the shared workplace of sales and marketing. The arguments are those of {@code ./kamiau}. */
@Modulithic(sharedModules = "platform")
@SpringBootApplication
public class App {
    public static void main(String[] args) {
        CommandLine.run(App.class, args);
    }
}
