package org.kamiau.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A colleague's page: who they are, what they do, and what they have done here before. */
@Controller
@Access.Members
class ColleaguePages {

    private final Members members;
    private final Teams teams;
    private final FunctionHistory history;

    ColleaguePages(Members members, Teams teams, FunctionHistory history) {
        this.members = members;
        this.teams = teams;
        this.history = history;
    }

    /**
     * What the page shows.
     *
     * @param administrator whether the reader may change the member
     * @param guards whether the reader may see how the member signed in
     */
    public record Page(
            Member member, @Nullable String team, List<FunctionHistory.Stint> history, boolean administrator, boolean guards) {}

    @GetMapping("/members/{id}")
    ModelAndView page(@PathVariable MemberId id, @Me Actor me) {
        var member = members.get(id);
        var page = new Page(member, teams.name(member.team()), history.of(id), me.is(Role.ADMIN), me.is(Role.ADMIN, Role.AUDIT, Role.DPO) || me.is(id));
        return new ModelAndView("people/colleague", "page", page);
    }
}
