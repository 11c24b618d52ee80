package org.kamiau.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.demo.DemoGround;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Walking the path: every step leads to the real page on which the scene plays. */
@Controller
@Access.Members(own = true)
class WalkPages {

    /** The end page has nothing of its own to tell. */
    public record Page() {}

    private final DemoGround ground;
    private final Walks walks;
    private final Scenes scenes;

    WalkPages(DemoGround ground, Walks walks, Scenes scenes) {
        this.ground = ground;
        this.walks = walks;
        this.scenes = scenes;
    }

    /** Begins the path, or goes on where one stands. */
    @GetMapping("/demo/path")
    RedirectView path(@Me Actor me, HttpServletRequest request) {
        ground.check(request);
        var walk = walks.find(session(me));
        if (walk.isEmpty()) {
            return begin(me);
        }
        return to(walk.get().scene());
    }

    private RedirectView begin(Actor me) {
        var first = scenes.playing().stream().findFirst();
        var key = first.isPresent() ? first.get().key() : Walk.END;
        walks.go(session(me), key);
        return to(key);
    }

    private RedirectView to(String key) {
        return away(scenes.find(key).flatMap(scene -> scene.address()).orElse("/demo/real"));
    }

    private static RedirectView away(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /** Signed-in browsers have one; API tokens do not come here. */
    private static String session(Actor me) {
        var session = me.session();
        if (session == null) {
            throw new Refusal.NotFound();
        }
        return session;
    }

    @PostMapping("/demo/path/scene")
    RedirectView go(@RequestParam(required = false) @Nullable String scene, @Me Actor me, HttpServletRequest request) {
        ground.check(request);
        var key = scene != null && scenes.find(scene).isPresent() ? scene : Walk.END;
        walks.go(session(me), key);
        return to(key);
    }

    @PostMapping("/demo/path/decision")
    RedirectView decide(
            @RequestParam(required = false) @Nullable String scene, @RequestParam(required = false) @Nullable String choice,
            @Me Actor me, HttpServletRequest request) {
        ground.check(request);
        if (scene == null || choice == null || choice.length() > 40 || scenes.find(scene).isEmpty()) {
            throw new Invalid("choice", "platform.invalid.format");
        }
        walks.decide(session(me), scene, choice);
        return to(scene);
    }

    /** From the first scene, without the decisions. What was done to records stays done. */
    @PostMapping("/demo/path/beginning")
    RedirectView restart(@Me Actor me, HttpServletRequest request, HttpServletResponse response) {
        ground.check(request);
        walks.leave(session(me));
        Toast.after(response, "demo.restarted", null);
        return begin(me);
    }

    @PostMapping("/demo/path/leaving")
    RedirectView leave(@Me Actor me, HttpServletRequest request, HttpServletResponse response) {
        ground.check(request);
        walks.leave(session(me));
        Toast.after(response, "demo.left", null);
        return away("/");
    }

    /** How to start for real. */
    @GetMapping("/demo/real")
    ModelAndView real(HttpServletRequest request) {
        ground.check(request);
        return new ModelAndView("demo/real", "page", new Page());
    }
}
