package org.kamiau.platform;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Members for tests that need somebody to ask, not the people module's rules about them. */
public final class Someone {

    private Someone() {}

    public static Actor with(Role... roles) {
        var id = UUID.randomUUID();
        return new Actor(
                new MemberId(id),
                "Someone",
                "someone@asanagi.example",
                Set.of(roles),
                Stream.of(roles).map(Role::function).collect(Collectors.toSet()),
                Locale.ENGLISH,
                "auto",
                "session-" + id);
    }

    /** Sends the request as this actor. */
    public static RequestPostProcessor asks(Actor actor) {
        return request -> {
            request.setAttribute(Me.ATTRIBUTE, actor);
            return request;
        };
    }
}
