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
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Teams: naming them, and dropping those that nobody needs. */
@Controller
@RequestMapping("/settings/teams")
@Access.Only(Role.ADMIN)
class TeamPages {

    private final Teams teams;
    private final Languages languages;

    TeamPages(Teams teams, Languages languages) {
        this.teams = teams;
        this.languages = languages;
    }

    /** @param wrong the team whose name could not be taken, null for the new one */
    public record Page(List<Teams.Team> teams, @Nullable String typed, @Nullable TeamId wrong, Faults faults) {}

    record Form(@NotBlank @Size(max = 60) @Nullable String name) {}

    @GetMapping
    ModelAndView page() {
        return page(new Form(null), null, Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView page(Form form, @Nullable TeamId wrong, Faults faults, HttpStatus status) {
        return new ModelAndView("people/teams", Map.of("page", new Page(teams.all(), form.name(), wrong, faults)), status);
    }

    @PostMapping
    ModelAndView add(@Valid Form form, BindingResult binding, @Me Actor me, HttpServletRequest request, HttpServletResponse response) {
        var name = form.name();
        if (binding.hasErrors() || name == null) {
            return page(form, null, Faults.of(binding), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            teams.add(me, name);
        } catch (Invalid invalid) {
            return page(form, null, Faults.of(invalid, languages.text(request)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Toast.after(response, "people.teams.added", null, name);
        return Redirect.to("/settings/teams");
    }

    @PostMapping("/{id}")
    ModelAndView rename(
            @PathVariable TeamId id,
            @Valid Form form,
            BindingResult binding,
            @Me Actor me,
            HttpServletRequest request,
            HttpServletResponse response) {
        var name = form.name();
        if (binding.hasErrors() || name == null) {
            return page(form, id, Faults.of(binding), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            teams.rename(me, id, name);
        } catch (Invalid invalid) {
            return page(form, id, Faults.of(invalid, languages.text(request)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Toast.after(response, "people.teams.renamed", null, name);
        return Redirect.to("/settings/teams");
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(@PathVariable TeamId id, @Me Actor me, HttpServletResponse response) {
        teams.remove(me, id);
        Toast.after(response, "people.teams.removed", null);
        return Redirect.to("/settings/teams");
    }
}
