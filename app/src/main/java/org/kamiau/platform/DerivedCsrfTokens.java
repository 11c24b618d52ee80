package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.util.WebUtils;

/**
 * CSRF tokens that nobody has to store: derived from the secret session cookie, or before sign-in from a
 * random cookie of its own. Every node computes the same one. Public forms keep no cookie, whatever they show.
 */
final class DerivedCsrfTokens implements CsrfTokenRepository {

    static final String SESSION_COOKIE = "kamiau-session";
    private static final String VISITOR_COOKIE = "kamiau-visitor";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(newSecret());
    }

    private static String newSecret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The secret itself stays in the cookie; the token that pages carry is its one-way image. */
    private record Derived(String secret, CsrfToken token) implements CsrfToken {
        @Override
        public String getHeaderName() {
            return token.getHeaderName();
        }

        @Override
        public String getParameterName() {
            return token.getParameterName();
        }

        @Override
        public String getToken() {
            return token.getToken();
        }
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token instanceof Derived(String secret, var _) && !request.getRequestURI().startsWith(Security.FRAMED)) {
            response.addHeader(
                    "Set-Cookie",
                    VISITOR_COOKIE + "=" + secret + "; Path=/; HttpOnly; SameSite=Lax" + (request.isSecure() ? "; Secure" : ""));
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = Requests.actor(request) == null ? null : WebUtils.getCookie(request, SESSION_COOKIE);
        var cookie = session != null ? session : WebUtils.getCookie(request, VISITOR_COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : token(cookie.getValue());
    }

    private static CsrfToken token(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var image = HexFormat.of().formatHex(mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8)));
            return new Derived(secret, new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", image));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
