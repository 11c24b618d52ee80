package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a request says of itself: who sent it, and whether it wants JSON, a page or a part of one. */
public final class Requests {

    private Requests() {}

    /** Who sent the request; null when nobody is signed in. */
    public static @Nullable Actor actor(HttpServletRequest request) {
        return (Actor) request.getAttribute(Me.ATTRIBUTE);
    }

    public static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v1");
    }

    /** htmx asks for a part of a page. */
    public static boolean isFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"));
    }
}
