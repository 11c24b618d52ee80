package org.kamiau.needs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Function;
import org.kamiau.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the radar puts on Today: what rises, for marketing; whom to talk to and what to say, for sellers. */
@Configuration
public class RadarCards {

    private static final int SIGNALS = 4;
    private static final int QUOTES = 2;
    private static final int CUSTOMERS = 3;

    /** Open signals with their words. */
    public record Rising(List<RadarPages.Shown> signals, int more) {}

    /** Customers, each with the need to speak about. */
    public record Talks(List<Approach> approaches, Map<Need.Id, Need> needs, List<TrendPanels.Asked> hearings) {
        public Need need(Need.Id id) {
            return Objects.requireNonNull(needs.get(id));
        }
    }

    @Bean
    Card risingNeeds(Signals signals, RadarPages pages, Radar radar, Trends trends) {
        return card(12, actor -> {
            if (!actor.is(Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD)) {
                return Optional.empty();
            }
            var open = signals.open();
            if (open.isEmpty()) {
                return Optional.empty();
            }
            var shown = open.stream().limit(SIGNALS).toList();
            return Optional.of(new Fragment("needs/rising", new Rising(pages.shown(shown, radar.at(trends.today()).items(), QUOTES), open.size() - shown.size())));
        });
    }

    @Bean
    Card customersToTalkTo(Approaches approaches, Hearings hearings, Needs needs, TrendPanels panels) {
        return card(14, actor -> {
            var member = actor.member();
            if (member == null || !actor.does(Function.FIELD_SALES)) {
                return Optional.empty();
            }
            var suggested = approaches.waitingFor(member, CUSTOMERS);
            var asked = hearings.waitingFor(member).stream().limit(CUSTOMERS).toList();
            if (suggested.isEmpty() && asked.isEmpty()) {
                return Optional.empty();
            }
            var of = needs.find(java.util.stream.Stream.concat(suggested.stream().map(Approach::need), asked.stream().map(Hearing::need)).distinct().toList());
            return Optional.of(new Fragment("needs/talks", new Talks(suggested, of, panels.asked(asked))));
        });
    }

    private static Card card(int order, java.util.function.Function<Actor, Optional<Fragment>> show) {
        return new Card() {
            @Override
            public int order(Actor actor) {
                return order;
            }

            @Override
            public Optional<Fragment> show(Actor actor) {
                return show.apply(actor);
            }
        };
    }
}
