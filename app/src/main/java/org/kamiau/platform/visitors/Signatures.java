package org.kamiau.platform.visitors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Secrets;
import org.springframework.stereotype.Component;

/** Signs what travels through a visitor's browser, so that it comes back as it left (HMAC-SHA256). */
@Component
public class Signatures {

    private static final int LONGEST = 400;
    private final Secrets secrets;

    Signatures(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @param purpose what is signed for one purpose is worthless for another
     * @param content letters, digits, dots and hyphens
     */
    public String sign(String purpose, String content) {
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(image(purpose, content));
    }

    /** What was signed; empty for anything that we did not sign for this purpose. */
    public Optional<String> read(String purpose, @Nullable String signed) {
        var end = signed == null || signed.length() > LONGEST ? -1 : signed.lastIndexOf('.');
        if (signed == null || end < 0) {
            return Optional.empty();
        }
        var content = signed.substring(0, end);
        var same = MessageDigest.isEqual(
                sign(purpose, content).getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8));
        return same ? Optional.of(content) : Optional.empty();
    }

    /** One-way: nobody without the secret can try out which content it was. */
    public byte[] image(String purpose, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.named("forms"), "HmacSHA256"));
            return mac.doFinal((purpose + "\n" + content).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
