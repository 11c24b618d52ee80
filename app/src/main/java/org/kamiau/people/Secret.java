package org.kamiau.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits as text, shown or sent once; the database keeps only their SHA-256. */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Finding a row by this is safe against timing: an attacker cannot choose the hash that is compared. */
    byte[] hash() {
        return sha256(text);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Never the secret itself: this may end up in a log. */
    @Override
    public String toString() {
        return "Secret";
    }
}
