package org.kamiau.platform;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Members for tests that need somebody to ask, not the people module's rules about them. */
public final class Someone {

    private Someone() {}

    public static Actor with(Role... roles) {
        var id = UUID.randomUUID();
        return new Actor(
                new MemberId(id), "Someone", "someone@asanagi.example", Set.of(roles), Locale.ENGLISH, "auto", "session-" + id);
    }

    /** Sends the request as this actor. */
    public static RequestPostProcessor asks(Actor actor) {
        return request -> {
            request.setAttribute(Me.ATTRIBUTE, actor);
            return request;
        };
    }
}
