package org.kamiau.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Tells whether the generated classes could come out differently than last time. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String of(CodeGenerator generator) throws IOException {
        var fingerprint = new Fingerprint();
        fingerprint.add(generator.toString());
        fingerprint.add(org.jooq.Constants.FULL_VERSION);
        try (var ownClass = CodeGenerator.class.getResourceAsStream("CodeGenerator.class")) {
            fingerprint.digest.update(Objects.requireNonNull(ownClass).readAllBytes());
        }
        try (var files = Files.walk(generator.migrations())) {
            for (var file : files.filter(Fingerprint::migration).sorted().toList()) {
                fingerprint.add(generator.migrations().relativize(file).toString());
                fingerprint.digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private static boolean migration(Path file) {
        return file.getFileName().toString().matches("[VR].*\\.sql");
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
