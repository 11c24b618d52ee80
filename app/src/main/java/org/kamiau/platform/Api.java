package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;

/** What the JSON side and the pages tell apart. */
public final class Api {

    private Api() {}

    public static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v1");
    }

    /** htmx asks for a part of a page. */
    public static boolean isFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"));
    }
}
