package org.kamiau.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who works here: inviting, changing, letting go. */
@Controller
@RequestMapping("/settings/members")
@Access.Only(Role.ADMIN)
class MemberSettingsPages {

    private final Members members;
    private final Teams teams;
    private final Links links;
    private final FunctionHistory history;
    private final Languages languages;

    MemberSettingsPages(Members members, Teams teams, Links links, FunctionHistory history, Languages languages) {
        this.members = members;
        this.teams = teams;
        this.links = links;
        this.history = history;
        this.languages = languages;
    }

    /** The list; {@code former} shows those who left. */
    public record ListPage(List<Row> rows, boolean former, int here, int gone) {}

    /** A line of the list. */
    public record Row(Member member, @Nullable String team, boolean invited) {}

    /**
     * The form of one member, new or known.
     *
     * @param member null for a new one
     * @param link a fresh invitation, shown this once
     */
    public record FormPage(
            @Nullable Member member,
            Form form,
            List<Teams.Team> teams,
            List<FunctionHistory.Stint> history,
            boolean self,
            @Nullable String link,
            Faults faults) {}

    /** What was typed; roles, functions and team by their codes. */
    public record Form(
            @NotBlank @Size(max = 100) @Nullable String name,
            @Size(max = 100) @Nullable String kana,
            @NotBlank @Mail @Nullable String mail,
            @NotEmpty @Nullable Set<String> roles,
            @Nullable Set<String> functions,
            @Nullable @Size(max = 36) String team) {

        static final Form EMPTY = new Form(null, null, null, null, null, null);

        static Form of(Member member) {
            return new Form(
                    member.name(),
                    member.kana(),
                    member.mail(),
                    member.roles().stream().map(Role::code).collect(Collectors.toSet()),
                    member.besides().stream().map(Function::code).collect(Collectors.toSet()),
                    member.team() == null ? null : member.team().toString());
        }

        public boolean has(Role role) {
            return roles != null && roles.contains(role.code());
        }

        public boolean has(Function function) {
            return functions != null && functions.contains(function.code());
        }

        /** Refuses what this installation does not know. */
        NewMember joining() {
            try {
                return new NewMember(
                        String.valueOf(mail),
                        String.valueOf(name),
                        kana == null ? "" : kana,
                        codes(roles).stream().map(Role::of).collect(Collectors.toSet()),
                        codes(functions).stream().map(Function::of).collect(Collectors.toSet()),
                        team == null ? null : TeamId.of(team),
                        Locale.JAPANESE,
                        null);
            } catch (IllegalArgumentException | NoSuchElementException unknown) {
                throw new Invalid("roles", "platform.invalid.format");
            }
        }

        private static Set<String> codes(@Nullable Set<String> codes) {
            return codes == null ? Set.of() : codes;
        }
    }

    @Access.Only({Role.ADMIN, Role.AUDIT})
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "false") boolean former) {
        var everybody = members.all();
        var names = teams.all().stream().collect(Collectors.toMap(Teams.Team::id, Teams.Team::name));
        var waiting = members.invited();
        var rows = everybody.stream()
                .filter(member -> member.active() != former)
                .map(member -> new Row(member, member.team() == null ? null : names.get(member.team()), waiting.contains(member.id())))
                .toList();
        int here = (int) everybody.stream().filter(Member::active).count();
        return new ModelAndView("people/members", "page", new ListPage(rows, former, here, everybody.size() - here));
    }

    @GetMapping("/new")
    ModelAndView blank(@Me Actor me) {
        return form(null, Form.EMPTY, me, null, Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView form(
            @Nullable Member member, Form form, Actor me, @Nullable String link, Faults faults, HttpStatus status) {
        var past = member == null ? List.<FunctionHistory.Stint>of() : history.of(member.id());
        var self = member != null && me.is(member.id());
        var page = new FormPage(member, form, teams.all(), past, self, link, faults);
        return new ModelAndView("people/member", Map.of("page", page), status);
    }

    /** Answered at once and not after a redirect: the invitation is nowhere else. */
    @PostMapping
    ModelAndView invite(@Valid Form form, BindingResult binding, @Me Actor me, HttpServletRequest request) {
        if (binding.hasErrors()) {
            return form(null, form, me, null, Faults.of(binding), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return invited(members.get(members.add(me, form.joining())), me, request);
        } catch (Invalid invalid) {
            return form(null, form, me, null, Faults.of(invalid, languages.text(request)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView invited(Member member, Actor me, HttpServletRequest request) {
        var link = Here.address(request) + "/invitations/" + links.forMember(me, member.id()).text();
        return form(member, Form.of(member), me, link, Faults.NONE, HttpStatus.CREATED);
    }

    @GetMapping("/{id}")
    ModelAndView page(@PathVariable MemberId id, @Me Actor me) {
        var member = members.get(id);
        return form(member, Form.of(member), me, null, Faults.NONE, HttpStatus.OK);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable MemberId id,
            @Valid Form form,
            BindingResult binding,
            @Me Actor me,
            HttpServletRequest request,
            HttpServletResponse response) {
        var member = members.get(id);
        if (binding.hasErrors()) {
            return form(member, form, me, null, Faults.of(binding), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            members.change(me, id, form.joining());
        } catch (Invalid invalid) {
            return form(member, form, me, null, Faults.of(invalid, languages.text(request)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Toast.after(response, "people.members.changed", null, members.get(id).name());
        return Redirect.to("/settings/members");
    }

    /** A fresh link to choose a password: for who lost the invitation, or forgot the password. */
    @PostMapping("/{id}/invitation")
    ModelAndView inviteAgain(@PathVariable MemberId id, @Me Actor me, HttpServletRequest request) {
        return invited(members.get(id), me, request);
    }

    @PostMapping("/{id}/leaving")
    ModelAndView leave(@PathVariable MemberId id, @Me Actor me, HttpServletResponse response) {
        members.leave(me, id);
        Toast.after(response, "people.members.left", null, members.get(id).name());
        return Redirect.to("/settings/members");
    }

    @PostMapping("/{id}/return")
    ModelAndView comeBack(@PathVariable MemberId id, @Me Actor me, HttpServletResponse response) {
        members.comeBack(me, id);
        Toast.after(response, "people.members.came-back", null, members.get(id).name());
        return Redirect.to("/settings/members/" + id);
    }
}
