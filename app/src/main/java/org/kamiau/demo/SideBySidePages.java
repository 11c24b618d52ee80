package org.kamiau.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kamiau.people.Members;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.demo.DemoGround;
import org.kamiau.platform.demo.SideView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One record as the heads of both sides see it, each through their own rights. In a demonstration only. */
@Controller
@Access.Members
class SideBySidePages {

    /** @param same whether both see the same of it */
    public record Row(String label, List<String> sales, List<String> marketing, boolean same) {}

    public record Page(String title, String path, String salesHead, String marketingHead, List<Row> rows) {
        public long differences() {
            return rows.stream().filter(row -> !row.same()).count();
        }
    }

    private final DemoGround ground;
    private final Directory directory;
    private final Members members;
    private final Languages languages;
    private final List<SideView> views;

    SideBySidePages(DemoGround ground, Directory directory, Members members, Languages languages, List<SideView> views) {
        this.ground = ground;
        this.directory = directory;
        this.members = members;
        this.languages = languages;
        this.views = List.copyOf(views);
    }

    @GetMapping("/demo/side-by-side/{kind}/{id}")
    ModelAndView page(@PathVariable String kind, @PathVariable UUID id, Locale locale, HttpServletRequest request) {
        ground.check(request);
        var t = languages.text(locale);
        var view = views.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow(Refusal.NotFound::new);
        var sales = head(Role.SALES_HEAD, t);
        var marketing = head(Role.MKT_HEAD, t);
        var left = view.of(id, sales, t).orElseThrow(Refusal.NotFound::new);
        var right = view.of(id, marketing, t).orElseThrow(Refusal.NotFound::new);
        return new ModelAndView("demo/sidebyside", "page", new Page(
                left.title(), left.path(), sales.name(), marketing.name(), rows(left.lines(), right.lines())));
    }

    /** With the rights that they really have, and the visitor's language. */
    private Actor head(Role role, Text t) {
        var head = directory.withRole(role).stream().findFirst().orElseThrow(Refusal.NotFound::new);
        var member = members.get(head.id());
        return new Actor(member.id(), member.name(), member.mail(), member.roles(), member.functions(), t.locale(), "auto", null);
    }

    private static List<Row> rows(List<SideView.Line> left, List<SideView.Line> right) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < left.size(); i++) {
            var sales = left.get(i);
            var marketing = right.get(i).values();
            rows.add(new Row(sales.label(), sales.values(), marketing, sales.values().equals(marketing)));
        }
        return rows;
    }
}
