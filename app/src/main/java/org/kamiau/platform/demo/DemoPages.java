package org.kamiau.platform.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** The time bar: only in a demonstration, only from this machine. */
@Controller
class DemoPages {

    private final DemoTime time;
    private final boolean demo;

    DemoPages(DemoTime time, @Value("${kamiau.demo:false}") boolean demo) {
        this.time = time;
        this.demo = demo;
    }

    @Access.Members(own = true)
    @PostMapping("/demo/time")
    RedirectView jump(@RequestParam String jump, HttpServletRequest request) {
        if (!demo) {
            throw new Refusal.NotFound();
        }
        if (!loopback(request.getRemoteAddr())) {
            throw new Refusal.NotAllowed();
        }
        time.jump(Jump.of(jump).orElseThrow(() -> new Invalid("jump", "platform.invalid.format")));
        var back = new RedirectView(pageBefore(request.getHeader("Referer")));
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return back;
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The page that the bar stood on, without its host: one never leaves this site. */
    private static String pageBefore(@Nullable String referer) {
        try {
            var page = URI.create(referer == null ? "/" : referer);
            var path = page.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
