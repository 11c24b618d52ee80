package org.kamiau.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Identification;
import org.kamiau.platform.Requests;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Who sent a request: pages know the session cookie, the API bearer tokens, and neither takes the other, so
 * that no other site can make a browser use the API. Public forms know nobody.
 */
@Component
class Identities implements Identification {

    static final String COOKIE = "kamiau-session";
    private static final String BEARER = "Bearer ";
    private final Sessions sessions;
    private final ApiTokens tokens;

    Identities(Sessions sessions, ApiTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public Optional<Actor> identify(HttpServletRequest request) {
        if (Requests.isApi(request)) {
            return bearer(request).flatMap(tokens::actor);
        }
        return request.getRequestURI().startsWith("/f/") ? Optional.empty() : cookie(request).flatMap(sessions::actor);
    }

    private static Optional<Secret> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(token -> token.startsWith(ApiTokens.PREFIX))
                .map(Secret::new);
    }

    static Optional<Secret> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
    }
}
