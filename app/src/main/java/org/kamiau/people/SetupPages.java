package org.kamiau.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Coming in for the first time: the first administrator, and everybody who was invited. */
@Controller
@Access.Anyone
class SetupPages {

    /** What the first administrator may do besides; the others are given by whoever gives roles. */
    private static final List<Role> BESIDES =
            List.of(Role.EXEC, Role.SALES_HEAD, Role.FS, Role.MKT_HEAD, Role.MKT, Role.REVOPS);

    private final Joining joining;
    private final SignIn signIn;
    private final Languages languages;

    SetupPages(Joining joining, SignIn signIn, Languages languages) {
        this.joining = joining;
        this.signIn = signIn;
        this.languages = languages;
    }

    record First(
            @NotBlank @Size(max = 100) @Nullable String name,
            @NotBlank @Mail @Nullable String mail,
            @Size(max = 1000) @Nullable String password,
            @Nullable String role,
            @Nullable String preset) {}

    /** @param link the secret of the address, which the form posts back to */
    public record FirstPage(String link, @Nullable String name, @Nullable String mail, @Nullable String role, Preset preset, List<Role> roles, Faults faults) {}

    /** An invited member chooses a password. */
    public record InvitationPage(String link, String name, String mail, Faults faults) {}

    @GetMapping("/setup/{link}")
    ModelAndView first(@PathVariable String link) {
        joining.checkFirst(new Secret(link));
        return first(link, new First(null, null, null, null, null), Faults.NONE, HttpStatus.OK);
    }

    private static ModelAndView first(String link, First form, Faults faults, HttpStatus status) {
        var page = new FirstPage(link, form.name(), form.mail(), form.role(), preset(form), BESIDES, faults);
        return new ModelAndView("people/setup", Map.of("page", page), status);
    }

    private static Preset preset(First form) {
        return form.preset() == null ? Preset.STANDARD : Preset.of(form.preset()).orElse(Preset.STANDARD);
    }

    @PostMapping("/setup/{link}")
    ModelAndView first(
            @PathVariable String link,
            @Valid First form,
            BindingResult binding,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = new Secret(link);
        joining.checkFirst(secret);
        var name = form.name();
        var mail = form.mail();
        if (binding.hasErrors() || name == null || mail == null) {
            return first(link, form, Faults.of(binding), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var role = BESIDES.stream().filter(one -> one.code().equals(form.role())).findFirst().orElse(null);
            var id = joining.asFirst(secret, mail, name, form.password(), role, preset(form), languages.resolveLocale(request));
            SessionCookie.set(request, response, signIn.open(id, Device.of(request)));
            return Redirect.to("/");
        } catch (Invalid invalid) {
            return first(link, form, Faults.of(invalid, languages.text(request)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    record Chosen(@Size(max = 1000) @Nullable String password) {}

    @GetMapping("/invitations/{link}")
    ModelAndView invitation(@PathVariable String link) {
        return invitation(link, Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView invitation(String link, Faults faults, HttpStatus status) {
        var member = joining.invited(new Secret(link));
        return new ModelAndView("people/invitation", Map.of("page", new InvitationPage(link, member.name(), member.mail(), faults)), status);
    }

    @PostMapping("/invitations/{link}")
    ModelAndView accept(
            @PathVariable String link, @Valid Chosen form, HttpServletRequest request, HttpServletResponse response) {
        try {
            var id = joining.accept(new Secret(link), form.password());
            SessionCookie.set(request, response, signIn.openAlone(id, Device.of(request)));
            return Redirect.to("/");
        } catch (Invalid invalid) {
            return invitation(link, Faults.of(invalid, languages.text(request)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
