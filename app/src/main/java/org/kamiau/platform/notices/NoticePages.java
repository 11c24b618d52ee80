package org.kamiau.platform.notices;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.http.HttpStatus;

/** The bell and the page behind it. */
@Controller
@RequestMapping("/notifications")
@Access.Members(own = true)
class NoticePages {

    public record Page(NoticeReader.Shown shown, List<Choice> kinds) {}

    /** A kind, and whether the member is told of it. */
    public record Choice(NoticeKind kind, boolean told) {}

    private final Notices notices;
    private final NoticeReader reader;
    private final RecordKinds records;
    private final List<NoticeKind> kinds;
    private final Languages languages;

    NoticePages(Notices notices, NoticeReader reader, RecordKinds records, List<NoticeKind> kinds, Languages languages) {
        this.notices = notices;
        this.reader = reader;
        this.records = records;
        this.kinds = kinds.stream().sorted(Comparator.comparing(NoticeKind::code)).toList();
        this.languages = languages;
    }

    @GetMapping
    ModelAndView page(@Me Actor me, @RequestParam(required = false) @Nullable UUID before) {
        var silenced = notices.silenced(me);
        var choices = kinds.stream().map(kind -> new Choice(kind, !silenced.contains(kind.code()))).toList();
        var shown = reader.read(me, before, languages.text(me.language()));
        return new ModelAndView("platform/notices/page", "page", new Page(shown, choices));
    }

    /** The bell alone, which asks again now and then. */
    @GetMapping("/bell")
    ModelAndView bell() {
        return new ModelAndView("platform/notices/bellpart", "page", "");
    }

    /** Opens what it tells of; that is reading it. */
    @GetMapping("/{id}")
    RedirectView open(@PathVariable UUID id, @Me Actor me) {
        var about = notices.open(id, me).orElseThrow(Refusal.NotFound::new);
        return to(records.path(about));
    }

    @PostMapping("/read")
    RedirectView read(@RequestParam(required = false) @Nullable String group, @Me Actor me) {
        notices.read(me, group);
        return to("/notifications");
    }

    /** @param told the kinds that are ticked: all others are silent from now on */
    @PostMapping("/kinds")
    RedirectView choose(@RequestParam(required = false) @Nullable List<String> told, @Me Actor me) {
        var ticked = told == null ? List.<String>of() : told;
        notices.silence(me, kinds.stream().map(NoticeKind::code).filter(code -> !ticked.contains(code)).toList());
        return to("/notifications");
    }

    private static RedirectView to(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
