package org.kamiau.today;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Today: the first page after sign-in. */
@Controller
@Access.Members
class TodayPages {

    private static final int SECOND_COLUMN = 100;

    /** The cards of the wide column and of the narrow one. */
    public record Page(String name, String greeting, String date, String time, List<Fragment> main, List<Fragment> side) {}

    private final List<Card> cards;
    private final InstantSource clock;
    private final Languages languages;

    TodayPages(List<Card> cards, InstantSource clock, Languages languages) {
        this.cards = List.copyOf(cards);
        this.clock = clock;
        this.languages = languages;
    }

    @Bean
    static NavItem todayInNavigation() {
        return new NavItem(10, "today.title", "/", "sun", Set.of());
    }

    @GetMapping("/")
    ModelAndView today(@Me Actor me, java.util.Locale locale) {
        var t = languages.text(locale);
        var now = clock.instant();
        return new ModelAndView("today/page", "page", new Page(
                me.name(), "today.hello-" + partOfDay(now.atZone(t.zone()).getHour()), t.day(now), t.time(now), shown(me, true), shown(me, false)));
    }

    private static String partOfDay(int hour) {
        return hour >= 4 && hour < 11 ? "morning" : hour >= 11 && hour < 18 ? "day" : "evening";
    }

    private List<Fragment> shown(Actor me, boolean main) {
        return cards.stream()
                .filter(card -> card.order(me) < SECOND_COLUMN == main)
                .sorted(Comparator.comparingInt(card -> card.order(me)))
                .flatMap(card -> card.show(me).stream())
                .toList();
    }
}
