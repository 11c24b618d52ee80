package org.kamiau.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door: signing in and out. */
@Controller
class SignInPages {

    private final SignIn signIn;
    private final DemoDoor demo;

    SignInPages(SignIn signIn, DemoDoor demo) {
        this.signIn = signIn;
        this.demo = demo;
    }

    /**
     * What the page shows.
     *
     * @param problem message key
     */
    public record Page(String then, @Nullable String mail, @Nullable String problem, long minutes, List<DemoDoor.Head> heads, List<DemoDoor.Group> demo) {}

    record Form(@Nullable @Size(max = 320) String mail, @Nullable @Size(max = 1000) String password, @Nullable String then) {}

    @Access.Anyone
    @GetMapping("/sign-in")
    ModelAndView page(
            @RequestParam(required = false) @Nullable String then,
            @Me @Nullable Actor me,
            HttpServletRequest request) {
        return me != null ? to(then) : page(new Form(null, null, then), null, 0, HttpStatus.OK, request);
    }

    private ModelAndView page(Form form, @Nullable String problem, long minutes, HttpStatus status, HttpServletRequest request) {
        var page = new Page(Then.safe(form.then()), form.mail(), problem, minutes, demo.heads(request), demo.groups(request));
        return new ModelAndView("people/signin", Map.of("page", page), status);
    }

    private static ModelAndView to(@Nullable String then) {
        return Redirect.to(Then.safe(then));
    }

    @Access.Anyone
    @PostMapping("/sign-in")
    ModelAndView signIn(@Valid Form form, @Me @Nullable Actor before, HttpServletRequest request, HttpServletResponse response) {
        if (form.mail() == null || form.password() == null) {
            return page(form, "people.sign-in.both", 0, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        try {
            var secret = signIn.withPassword(form.mail(), form.password(), Device.of(request));
            if (secret.isEmpty()) {
                return page(form, "people.sign-in.wrong", 0, HttpStatus.UNPROCESSABLE_CONTENT, request);
            }
            return in(secret.get(), before, form.then(), request, response);
        } catch (Refusal.TooMany tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.retryAfterSeconds()));
            var minutes = (tooMany.retryAfterSeconds() + 59) / 60;
            return page(form, "people.sign-in.too-many", minutes, HttpStatus.TOO_MANY_REQUESTS, request);
        }
    }

    /** Whatever the browser was before, it is somebody else's session now: the old one ends. */
    private ModelAndView in(
            Secret secret, @Nullable Actor before, @Nullable String then, HttpServletRequest request, HttpServletResponse response) {
        if (before != null) {
            signIn.out(before);
        }
        SessionCookie.set(request, response, secret);
        return to(then);
    }

    /** In the demonstration one chooses who to be. */
    @Access.Anyone
    @PostMapping("/sign-in/demo/{code}")
    ModelAndView choose(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String then,
            @Me @Nullable Actor before,
            HttpServletRequest request,
            HttpServletResponse response) {
        return in(signIn.open(demo.member(code, request), Device.of(request)), before, then, request, response);
    }

    @Access.Members(own = true)
    @PostMapping("/sign-out")
    ModelAndView signOut(@Me Actor me, HttpServletRequest request, HttpServletResponse response) {
        signIn.out(me);
        SessionCookie.clear(request, response);
        return Redirect.to("/sign-in");
    }
}
