package org.kamiau.platform.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answers the command palette. */
@Controller
class Palette {

    private static final int MOST_OF_A_KIND = 6;
    private static final int LONGEST = 100;

    public record Page(String words, List<Group> groups) {}

    public record Group(String title, String icon, List<Findable.Found> found) {}

    private final ObjectProvider<Findable> findables;
    private final List<NavItem> pages;
    private final Recents recents;
    private final RecordKinds records;
    private final Languages languages;

    Palette(ObjectProvider<Findable> findables, List<NavItem> pages, Recents recents, RecordKinds records, Languages languages) {
        this.findables = findables;
        this.pages = pages.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
        this.recents = recents;
        this.records = records;
        this.languages = languages;
    }

    @Access.Members(own = true)
    @GetMapping("/palette")
    ModelAndView find(@RequestParam(required = false) @Nullable String q, @Me Actor me) {
        var t = languages.text(me.language());
        var words = normalised(q == null ? "" : q);
        var groups = words.isEmpty() ? withoutWords(me, t) : withWords(words, me, t);
        var found = groups.stream().filter(group -> !group.found().isEmpty()).toList();
        return new ModelAndView("platform/search/palette", "page", new Page(words, found));
    }

    static String normalised(String q) {
        var plain = Normalizer.normalize(q, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
    }

    private List<Group> withoutWords(Actor me, Text t) {
        return List.of(recent(me, t), new Group(t.get("platform.search.pages"), "layout-kanban", pages(_ -> true, me, t, pages.size())));
    }

    private Group recent(Actor me, Text t) {
        var seen = recents.of(me);
        var titles = records.titles(seen, me);
        var found = seen.stream()
                .filter(titles::containsKey)
                .limit(MOST_OF_A_KIND)
                .map(record -> {
                    var kind = "platform.record." + record.kind();
                    var title = Objects.requireNonNull(titles.get(record));
                    return new Findable.Found(title, t.has(kind) ? t.get(kind) : null, records.path(record));
                })
                .toList();
        return new Group(t.get("platform.search.recent"), "history", found);
    }

    private List<Group> withWords(String words, Actor me, Text t) {
        var groups = new ArrayList<Group>();
        findables.stream()
                .sorted(Comparator.comparingInt(Findable::order))
                .forEach(each -> groups.add(new Group(t.get(each.key()), each.icon(), each.find(words, me, MOST_OF_A_KIND))));
        var matching = pages(item -> named(item, words), me, t, MOST_OF_A_KIND);
        groups.add(new Group(t.get("platform.search.pages"), "layout-kanban", matching));
        return groups;
    }

    /** By its name in either language: one types what one remembers. */
    private boolean named(NavItem item, String words) {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH)
                .anyMatch(language -> normalised(languages.text(language).get(item.key())).contains(words));
    }

    private List<Findable.Found> pages(Predicate<NavItem> which, Actor me, Text t, int limit) {
        return pages.stream()
                .filter(item -> item.shownTo(me))
                .filter(which)
                .limit(limit)
                .map(item -> new Findable.Found(t.get(item.key()), item.settings() ? t.get("platform.search.settings") : null, item.path(), item.icon()))
                .toList();
    }
}
