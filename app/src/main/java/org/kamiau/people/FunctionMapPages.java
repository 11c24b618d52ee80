package org.kamiau.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The function map: everybody reads who does what, whoever runs the company draws it. */
@Controller
@RequestMapping("/settings/functions")
class FunctionMapPages {

    private static final Role[] DRAWERS = {
        Role.ADMIN, Role.REVOPS, Role.EXEC, Role.SALES_HEAD, Role.MKT_HEAD
    };

    private final FunctionMap map;
    private final Members members;
    private final Teams teams;

    FunctionMapPages(FunctionMap map, Members members, Teams teams) {
        this.map = map;
        this.members = members;
        this.teams = teams;
    }

    /** @param draws whether this reader may change it */
    public record Page(List<Line> lines, List<Teams.Team> teams, List<Member> members, boolean draws) {
        public UUID history() {
            return FunctionMap.RECORD;
        }

        public long unassigned() {
            return lines.stream().filter(line -> line.assignment().unassigned()).count();
        }
    }

    /**
     * A task and who does it.
     *
     * @param workers active members whom it can be given to; none although it is assigned is a gap as well
     */
    public record Line(Assignment assignment, @Nullable String team, @Nullable String member, int workers) {}

    @Access.Members
    @GetMapping
    ModelAndView page(@Me Actor me) {
        var everybody = members.active();
        var allTeams = teams.all();
        var lines = map.all().values().stream()
                .map(assignment -> new Line(
                        assignment,
                        allTeams.stream().filter(team -> team.id().equals(assignment.team())).map(Teams.Team::name).findFirst().orElse(null),
                        everybody.stream().filter(member -> member.id().equals(assignment.member())).map(Member::name).findFirst().orElse(null),
                        FunctionMap.workers(assignment, everybody).size()))
                .toList();
        var page = new Page(lines, allTeams, everybody, me.is(DRAWERS));
        return new ModelAndView("people/functions", "page", page);
    }

    /** Codes and ids; what is left empty is not named. */
    record Form(@Nullable @Size(max = 40) String function, @Nullable @Size(max = 36) String team, @Nullable @Size(max = 36) String member) {

        /** Refuses what this installation does not know. */
        Assignment of(Task task) {
            try {
                return new Assignment(
                        task,
                        function == null ? null : Function.of(function),
                        team == null ? null : TeamId.of(team),
                        member == null ? null : MemberId.of(member));
            } catch (IllegalArgumentException | NoSuchElementException unknown) {
                throw new Invalid("function", "platform.invalid.format");
            }
        }
    }

    @Access.Only({Role.ADMIN, Role.REVOPS, Role.EXEC, Role.SALES_HEAD, Role.MKT_HEAD})
    @PostMapping("/{task}")
    ModelAndView assign(@PathVariable String task, @Valid Form form, @Me Actor me, HttpServletResponse response) {
        map.assign(me, form.of(known(task)));
        Toast.after(response, "people.functions.assigned", null);
        return Redirect.to("/settings/functions#" + task);
    }

    private static Task known(String code) {
        return Arrays.stream(Task.values()).filter(task -> task.code().equals(code)).findFirst().orElseThrow(Refusal.NotFound::new);
    }
}
