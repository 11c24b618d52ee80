package org.kamiau.platform.timeline;

import java.util.UUID;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The timeline as a part of a record's page. */
@Controller
class TimelinePages {

    private final Timelines timelines;
    private final Languages languages;

    TimelinePages(Timelines timelines, Languages languages) {
        this.timelines = timelines;
        this.languages = languages;
    }

    @Access.Members
    @GetMapping("/timeline/{kind}/{id}")
    ModelAndView show(
            @PathVariable String kind, @PathVariable UUID id, @RequestParam(defaultValue = "30") int limit, @Me Actor me) {
        var within = Math.clamp(limit, 1, Timelines.MOST);
        var shown = timelines.of(new RecordRef(kind, id), me, within, languages.text(me.language()));
        return new ModelAndView("platform/timeline/part", "page", shown);
    }
}
