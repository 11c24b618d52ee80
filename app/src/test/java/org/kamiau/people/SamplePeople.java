package org.kamiau.people;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** Members for tests, with fresh ids, who are signed in and have a token: {@code mvc.get().uri("/leads").with(people.as(Role.FS))}. */
@Component
@Transactional
public class SamplePeople {

    private final Members members;
    private final Sessions sessions;
    private final ApiTokens tokens;

    SamplePeople(Members members, Sessions sessions, ApiTokens tokens) {
        this.members = members;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /**
     * A member who sends requests: with cookie and CSRF header to pages, with the token to the API.
     *
     * @param actor to call modules directly
     * @param cookie value of the session cookie
     * @param token bearer token
     */
    public record Signed(Actor actor, String cookie, String token) implements RequestPostProcessor {

        public MemberId id() {
            return actor.id();
        }

        @Override
        public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
            if (String.valueOf(request.getRequestURI()).startsWith("/api/v1")) {
                request.addHeader("Authorization", "Bearer " + token);
            } else {
                request.setCookies(new Cookie(Identities.COOKIE, cookie));
                request.addHeader("X-CSRF-TOKEN", csrf());
            }
            return request;
        }

        /** What pages carry as {@code _csrf}. */
        public String csrf() {
            return SamplePeople.csrf(cookie);
        }
    }

    /** Sends forms as somebody who is not signed in. */
    public static RequestPostProcessor visitor() {
        return request -> {
            request.setCookies(new Cookie("kamiau-visitor", "visitor"));
            request.addHeader("X-CSRF-TOKEN", csrf("visitor"));
            return request;
        };
    }

    /** The session that an answer opened. */
    public static Cookie session(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie(Identities.COOKIE));
    }

    private static String csrf(String cookie) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody new with these roles, who reads Japanese. */
    public Signed as(Role... roles) {
        return as(Locale.JAPANESE, roles);
    }

    public Signed as(Locale language, Role... roles) {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        var name = roles[0].code() + "-" + tag;
        var id = members.add(Actor.SYSTEM, new NewMember(
                name + "@sample.example", name, "", Set.of(roles), Set.of(), null, language, null));
        return signIn(id);
    }

    /** Signs in a member that there is already. */
    public Signed signIn(MemberId id) {
        var cookie = sessions.open(id, new Device("Test", "127.0.0.1"));
        var token = tokens.make(Actor.SYSTEM, id, "test");
        return new Signed(sessions.actor(cookie).orElseThrow(), cookie.text(), token.text());
    }
}
