package org.kamiau.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Requests;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What members set for themselves: how they read, their password, their devices and tokens. */
@Controller
@RequestMapping("/me")
@Access.Members(own = true)
class MePages {

    private final Members members;
    private final Teams teams;
    private final Preferences preferences;
    private final SignIn signIn;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Languages languages;

    MePages(
            Members members,
            Teams teams,
            Preferences preferences,
            SignIn signIn,
            Sessions sessions,
            ApiTokens tokens,
            Languages languages) {
        this.members = members;
        this.teams = teams;
        this.preferences = preferences;
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.languages = languages;
    }

    /**
     * What the page shows.
     *
     * @param session the device that asks
     * @param now real time: sign-in does not live in the application's
     * @param made the new token, shown this once
     */
    public record Page(
            Member member,
            @Nullable String team,
            List<Sessions.SignedIn> devices,
            @Nullable String session,
            List<ApiTokens.Token> tokens,
            Instant now,
            @Nullable String made,
            Faults faults) {}

    @GetMapping
    ModelAndView page(@Me Actor me) {
        return page(me, null, Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView page(Actor me, @Nullable String made, Faults faults, HttpStatus status) {
        var member = members.get(me.id());
        var page = new Page(
                member,
                teams.name(member.team()),
                sessions.devices(me.id()),
                me.session(),
                tokens.of(me.id()),
                Clock.systemUTC().instant(),
                made,
                faults);
        return new ModelAndView("people/me", Map.of("page", page), status);
    }

    @PostMapping("/language")
    ModelAndView language(@RequestParam String language, @RequestParam(required = false) @Nullable String then, @Me Actor me) {
        preferences.language(me, language);
        return Redirect.to(then == null ? "/me" : Then.safe(then));
    }

    /** The page has painted itself already when htmx asks. */
    @PostMapping("/theme")
    Object theme(
            @RequestParam String theme,
            @RequestParam(required = false) @Nullable String then,
            @Me Actor me,
            HttpServletRequest request) {
        preferences.theme(me, theme);
        return Requests.isFragment(request)
                ? ResponseEntity.noContent().build()
                : Redirect.to(then == null ? "/me" : Then.safe(then));
    }

    record NewPassword(@Size(max = 1000) @Nullable String current, @Size(max = 1000) @Nullable String next) {}

    @PostMapping("/password")
    ModelAndView password(
            @Valid NewPassword form, @Me Actor me, HttpServletRequest request, HttpServletResponse response) {
        try {
            signIn.changePassword(me, form.current() == null ? "" : form.current(), form.next(), Device.of(request));
        } catch (Invalid invalid) {
            return page(me, null, Faults.of(invalid, languages.text(request)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Toast.after(response, "people.password.changed", null);
        return Redirect.to("/me");
    }

    @PostMapping("/devices/{session}/end")
    ModelAndView endDevice(@PathVariable UUID session, @Me Actor me, HttpServletResponse response) {
        signIn.end(me, session);
        Toast.after(response, "people.devices.ended", null);
        return Redirect.to("/me");
    }

    record NewToken(@NotBlank @Size(max = 60) @Nullable String name) {}

    /** Answered at once and not after a redirect: the token is nowhere else. */
    @PostMapping("/tokens")
    ModelAndView makeToken(@Valid NewToken form, BindingResult binding, @Me Actor me) {
        var name = form.name();
        if (binding.hasErrors() || name == null) {
            return page(me, null, Faults.of(binding), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page(me, tokens.make(me, me.id(), name).text(), Faults.NONE, HttpStatus.CREATED);
    }

    @PostMapping("/tokens/{token}/end")
    ModelAndView endToken(@PathVariable UUID token, @Me Actor me, HttpServletResponse response) {
        tokens.revokeOwn(me, token);
        Toast.after(response, "people.tokens.ended", null);
        return Redirect.to("/me");
    }
}
