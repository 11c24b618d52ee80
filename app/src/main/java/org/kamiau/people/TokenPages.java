package org.kamiau.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every token of the installation, for whoever must be able to end one. */
@Controller
@RequestMapping("/settings/tokens")
@Access.Only(Role.ADMIN)
class TokenPages {

    private final ApiTokens tokens;

    TokenPages(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** @param now real time */
    public record Page(List<ApiTokens.Token> tokens, Instant now, boolean administrator) {}

    @Access.Only({Role.ADMIN, Role.AUDIT})
    @GetMapping
    ModelAndView page(@Me Actor me) {
        return new ModelAndView("people/alltokens", "page", new Page(tokens.all(), Clock.systemUTC().instant(), me.is(Role.ADMIN)));
    }

    @PostMapping("/{token}/end")
    ModelAndView end(@PathVariable UUID token, @Me Actor me, HttpServletResponse response) {
        tokens.revoke(me, token);
        Toast.after(response, "people.tokens.ended", null);
        return Redirect.to("/settings/tokens");
    }
}
