package org.kamiau.platform.pieces;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The language switch for somebody who is not signed in; members keep theirs in their settings. */
@Controller
@Access.Anyone
class LanguagePages {

    @PostMapping("/language")
    String choose(@RequestParam String language, @RequestParam(required = false) @Nullable String then, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Languages.COOKIE, language.equals("en") ? "en" : "ja")
                .path("/").httpOnly(true).sameSite("Lax").maxAge(Duration.ofDays(365)).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + (staysHere(then) ? then : "/");
    }

    /** Only an address of ours: anything else would make the switch a way to lead people elsewhere. */
    private static boolean staysHere(@Nullable String path) {
        return path != null && path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\");
    }
}
