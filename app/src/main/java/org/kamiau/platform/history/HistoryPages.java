package org.kamiau.platform.history;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The history of a record, as a page and as a part of one. */
@Controller
class HistoryPages {

    public record Page(String title, String path, List<Histories.Line> lines) {}

    private final Histories histories;
    private final RecordKinds records;
    private final Languages languages;

    HistoryPages(Histories histories, RecordKinds records, Languages languages) {
        this.histories = histories;
        this.records = records;
        this.languages = languages;
    }

    @Access.Members
    @GetMapping("/history/{kind}/{id}")
    ModelAndView show(@PathVariable String kind, @PathVariable UUID id, @Me Actor me, HttpServletRequest request) {
        var record = new RecordRef(kind, id);
        var lines = histories.of(record, me, languages.text(me.language()));
        var title = records.titles(List.of(record), me).getOrDefault(record, "");
        var view = Requests.isFragment(request) ? "platform/history/lines" : "platform/history/page";
        return new ModelAndView(view, "page", new Page(title, records.path(record), lines));
    }
}
