package org.kamiau.handoffs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.Clocks;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Remembered;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Tally;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Today shows to those who look after both sides: where they disagree, and which promises were broken. */
@Configuration
class OperationsCards {

    private static final int DAYS = 30;
    private static final int SHOWN = 5;

    /** @param disputes nobody has decided yet; {@code broken} promises that fell due in the last days, the most frequent first */
    public record Frictions(List<Tally> disputes, List<Tally> broken, LocalDate from, LocalDate to) {}

    private final Clocks clocks;
    private final Alarms alarms;
    private final Agreements agreements;
    private final Slas slas;
    private final Calendars calendars;
    private final InstantSource clock;
    private final Remembered<LocalDate, Frictions> frictions = new Remembered<>();

    OperationsCards(Clocks clocks, Alarms alarms, Agreements agreements, Slas slas, Calendars calendars, InstantSource clock) {
        this.clocks = clocks;
        this.alarms = alarms;
        this.agreements = agreements;
        this.slas = slas;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Bean
    Card frictionsOfBothSides() {
        return new Card() {
            @Override
            public int order(Actor actor) {
                return 4;
            }

            @Override
            public Optional<Fragment> show(Actor actor) {
                if (!actor.is(Role.REVOPS, Role.EXEC)) {
                    return Optional.empty();
                }
                var today = calendars.current().toLocal(clock.instant()).toLocalDate();
                return Optional.of(new Fragment("handoffs/frictions", frictions.get(today, () -> frictions(today))));
            }
        };
    }

    private Frictions frictions(LocalDate today) {
        var from = today.minusDays(DAYS);
        return new Frictions(disputes(), broken(from, today), from, today);
    }

    private List<Tally> disputes() {
        var disputes = new ArrayList<Tally>();
        add(disputes, "handoffs.frictions.rulings", clocks.running().stream()
                .filter(running -> running.promise().equals(Promise.RULING.clock()))
                .mapToLong(Clocks.Running::count)
                .sum(), Promises.awaited("ruling"));
        add(disputes, "handoffs.frictions.alarms", alarms.open().size(), "/handoffs");
        add(disputes, "handoffs.frictions.drafts", agreements.draft().filter(draft -> !draft.signatures().isEmpty()).stream().count(), "/agreement");
        return disputes;
    }

    private static void add(List<Tally> tallies, String text, long count, String path) {
        if (count > 0) {
            tallies.add(new Tally(text, count, path));
        }
    }

    private List<Tally> broken(LocalDate from, LocalDate to) {
        return slas.broken(from, to).stream()
                .limit(SHOWN)
                .map(broken -> new Tally("handoffs.promise." + broken.promise().code(), broken.count(), Promises.broken(broken.promise(), from, to)))
                .toList();
    }
}
