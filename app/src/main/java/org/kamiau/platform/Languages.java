package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language. The API: {@code Accept-Language}, else the member's, else Japanese. Pages: the
 * member's, else the cookie of the language switch, else {@code Accept-Language}, else Japanese. Public
 * forms: what {@code lang} in the address says, else {@code Accept-Language}, else Japanese.
 */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    /** Remembers the choice of somebody who is not signed in. */
    public static final String COOKIE = "kamiau-language";

    private static final List<Locale> SPOKEN = List.of(Locale.JAPANESE, Locale.ENGLISH);
    private final Messages messages;

    Languages(Messages messages) {
        this.messages = messages;
    }

    public Text text(Locale locale) {
        return new Text(messages, locale, ZoneId.of("Asia/Tokyo"));
    }

    public Text text(HttpServletRequest request) {
        return text(resolveLocale(request));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var actor = Requests.actor(request);
        var asked = asked(request);
        if (Requests.isApi(request)) {
            return asked != null ? asked : actor != null ? actor.language() : Locale.JAPANESE;
        }
        if (request.getRequestURI().startsWith(Security.FRAMED)) {
            return framed(request, asked);
        }
        if (actor != null) {
            return actor.language();
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            return cookie.getValue().equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
        }
        return asked != null ? asked : Locale.JAPANESE;
    }

    /** From the query itself: a form that cannot be read gets its answer in the right language, too. */
    private static Locale framed(HttpServletRequest request, @Nullable Locale asked) {
        var query = "&" + request.getQueryString() + "&";
        if (query.contains("&lang=en&")) {
            return Locale.ENGLISH;
        }
        return query.contains("&lang=ja&") || asked == null ? Locale.JAPANESE : asked;
    }

    private static @Nullable Locale asked(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            return Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a member's language is changed in their settings");
    }
}
