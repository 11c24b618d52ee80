package org.kamiau.platform.pieces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Requests;
import org.kamiau.platform.Text;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * What the next page says in its corner about the act that led to it, with a way back where there is one.
 * Travels in a cookie, because an act ends with a redirect and the server keeps no session.
 *
 * @param key of the text
 * @param undo address that takes the act back when posted to
 */
public record Toast(String key, @Nullable String undo, List<String> arguments) {

    private static final String COOKIE = "kamiau-toast";
    private static final String ATTRIBUTE = Toast.class.getName();
    private static final String BETWEEN = "\n";

    /** Says the text of the key on the page that the response leads to. */
    public static void after(HttpServletResponse response, String key, @Nullable String undo, Object... arguments) {
        var parts = new StringBuilder(key).append(BETWEEN).append(undo == null ? "" : undo);
        for (var argument : arguments) {
            parts.append(BETWEEN).append(String.valueOf(argument).replace(BETWEEN, " "));
        }
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(parts.toString().getBytes(StandardCharsets.UTF_8));
        setCookie(response, value, 60);
    }

    private static void setCookie(HttpServletResponse response, String value, int seconds) {
        var cookie = ResponseCookie.from(COOKIE, value).path("/").httpOnly(true).sameSite("Lax").maxAge(seconds).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** What to say on the page being made. */
    public static @Nullable Toast on(HttpServletRequest request) {
        return (Toast) request.getAttribute(ATTRIBUTE);
    }

    public String text(Text t) {
        return t.has(key) ? t.get(key, arguments.toArray()) : "";
    }

    private static @Nullable Toast read(String value) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(BETWEEN, -1);
            var undo = parts.length > 1 && parts[1].startsWith("/") && !parts[1].startsWith("//") ? parts[1] : null;
            return new Toast(parts[0], undo, Arrays.asList(parts).subList(Math.min(2, parts.length), parts.length));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** Hands the toast to the first whole page after the act, and only to that one. */
    @Component
    static class Delivery implements WebMvcConfigurer, HandlerInterceptor {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this).excludePathPatterns("/assets/**", "/api/**", "/f/**", "/health");
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var cookie = WebUtils.getCookie(request, COOKIE);
            if (cookie != null && request.getMethod().equals("GET") && !Requests.isFragment(request)) {
                request.setAttribute(ATTRIBUTE, read(cookie.getValue()));
                setCookie(response, "", 0);
            }
            return true;
        }
    }
}
