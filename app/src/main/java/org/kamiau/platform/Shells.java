package org.kamiau.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the {@link Shell} of a request, and renders fragments. */
@Component
public class Shells {

    /** How many unread notifications somebody has. */
    public interface Unread {
        int unread(Actor actor);
    }

    /** What stands above every page while somebody is shown around the demonstration. */
    public interface Guided {
        Optional<Fragment> show(HttpServletRequest request, Text t);
    }

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Shells.class.getClassLoader(), "org.kamiau");
    private final List<NavItem> navigation;
    private final ObjectProvider<Unread> unread;
    private final ObjectProvider<Guided> guided;
    private final ObjectProvider<ResourceUrlProvider> assets;
    private final InstantSource clock;
    private final boolean demo;

    Shells(
            List<NavItem> navigation,
            ObjectProvider<Unread> unread,
            ObjectProvider<Guided> guided,
            ObjectProvider<ResourceUrlProvider> assets,
            InstantSource clock,
            @Value("${kamiau.demo:false}") boolean demo) {
        this.navigation = List.copyOf(navigation);
        this.unread = unread;
        this.guided = guided;
        this.assets = assets;
        this.clock = clock;
        this.demo = demo;
    }

    public Shell of(HttpServletRequest request) {
        return new Shell(request, this);
    }

    boolean has(String template) {
        return templates.hasTemplate(template + ".jte");
    }

    void render(Fragment fragment, Text t, Shell shell, TemplateOutput output) {
        var parameters = new HashMap<String, Object>();
        parameters.put("page", fragment.page());
        parameters.put("t", t);
        parameters.put("shell", shell);
        templates.render(fragment.template() + ".jte", parameters, output);
    }

    List<NavItem> navigation() {
        return navigation;
    }

    int unread(Actor actor) {
        var counter = unread.getIfAvailable();
        return counter == null ? 0 : counter.unread(actor);
    }

    Optional<Fragment> guide(HttpServletRequest request, Text t) {
        return demo ? guided.stream().findFirst().flatMap(guide -> guide.show(request, t)) : Optional.empty();
    }

    String asset(String path) {
        var hashed = assets.getObject().getForLookupPath("/assets/" + path);
        return hashed == null ? "/assets/" + path : hashed;
    }

    Instant now() {
        return clock.instant();
    }

    boolean demo() {
        return demo;
    }
}
