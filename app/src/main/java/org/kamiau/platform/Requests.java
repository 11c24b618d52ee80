package org.kamiau.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a request says of itself: who sent it, and whether it wants JSON, a page or a part of one. */
public final class Requests {

    private Requests() {}

    /** Who sent the request; null when nobody is signed in. */
    public static @Nullable Actor actor(HttpServletRequest request) {
        return (Actor) request.getAttribute(Me.ATTRIBUTE);
    }

    /** Also true while the server asks for the answer to an API request that failed outside any route. */
    public static boolean isApi(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed instanceof String address ? address : request.getRequestURI()).startsWith("/api/v1");
    }

    /** htmx asks for a part of a page. */
    public static boolean isFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"));
    }
}
