package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.pieces.Toast;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What the frame around a page needs to know of the request; every template gets one as {@code shell}.
 */
public final class Shell {

    private final HttpServletRequest request;
    private final Shells shells;

    Shell(HttpServletRequest request, Shells shells) {
        this.request = request;
        this.shells = shells;
    }

    public @Nullable Actor actor() {
        return Requests.actor(request);
    }

    public String path() {
        return request.getRequestURI();
    }

    /** The address asked for with its query, for links that change one thing and keep the rest. */
    public String address() {
        var query = request.getQueryString();
        return query == null ? path() : path() + "?" + query;
    }

    /** Whether the page stands under this entry of the navigation. */
    public boolean under(NavItem item) {
        return NavItem.current(navigation(), path()).filter(item::equals).isPresent();
    }

    public List<NavItem> navigation() {
        var actor = actor();
        return actor == null ? List.of() : shells.navigation().stream()
                .filter(item -> item.shownTo(actor))
                .sorted(Comparator.comparingInt(NavItem::order))
                .toList();
    }

    public int unread() {
        var actor = actor();
        return actor == null || actor.member() == null ? 0 : shells.unread(actor);
    }

    public String csrf() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** Address of a file under {@code static/} or of a WebJar, with its content hash in it. */
    public String asset(String path) {
        return shells.asset(path);
    }

    public Instant now() {
        return shells.now();
    }

    public boolean demo() {
        return shells.demo();
    }

    public String theme() {
        var actor = actor();
        return actor == null ? "auto" : actor.theme();
    }

    /** What to say about the act that led to this page. */
    public @Nullable Toast toast() {
        return Toast.on(request);
    }

    /** Above the page while somebody is shown around, else nothing. */
    public gg.jte.Content guide(Text t) {
        return shells.guide(request, t).map(fragment -> include(fragment, t)).orElse(_ -> {});
    }

    /** A part of another module, rendered here. */
    public gg.jte.Content include(Fragment fragment, Text t) {
        return output -> shells.render(fragment, t, this, output);
    }
}
