package org.kamiau.handoffs;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Remembered;
import org.kamiau.platform.Side;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What each of us, and each side, owes the other: the same two cards for everybody, from the clocks that run. */
@Configuration
class TurnCards {

    private static final int SHOWN = 8;

    /** Offers and signatures have cards of their own, where one answers them. */
    private static final Set<String> ANSWERS = Set.of(Promise.ANSWER.clock(), Promise.CONFIRMATION.clock(), AgreementNotices.SIGNATURE);

    /** Something that waits for this reader. */
    public record Line(String title, String path, String promise, ClockView clock) {}

    /** The reader's turn. */
    public record Turns(List<Line> lines, boolean more) {}

    /** One promise of a side: what runs, and what is past due. */
    public record Debt(String promise, Side side, int running, int overdue) {

        public String path() {
            return Promises.owed(promise, side, false);
        }

        public String overduePath() {
            return Promises.owed(promise, side, true);
        }
    }

    /** What the two sides owe each other now. */
    public record Debts(List<Debt> sales, List<Debt> marketing) {}

    private final Clocks clocks;
    private final HandoffRows handoffs;
    private final RecordKinds records;
    private final Remembered<String, Debts> debts = new Remembered<>();

    TurnCards(Clocks clocks, HandoffRows handoffs, RecordKinds records) {
        this.clocks = clocks;
        this.handoffs = handoffs;
        this.records = records;
    }

    @Bean
    Card yourTurn() {
        return card(15, this::turns);
    }

    @Bean
    Card debtsOfBothSides() {
        return card(105, _ -> Optional.of(new Fragment("handoffs/debts", debts.get("all", this::debts))));
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

    private Optional<Fragment> turns(Actor actor) {
        var waiting = clocks.waitingFor(actor.id(), actor.functions(), ANSWERS, SHOWN + 1);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var shown = waiting.stream().limit(SHOWN).toList();
        var about = about(shown);
        var titles = records.titles(about.values(), actor);
        var lines = shown.stream()
                .map(clock -> line(clock, about.getOrDefault(clock.about().id(), clock.about()), titles))
                .toList();
        return Optional.of(new Fragment("handoffs/turns", new Turns(lines, waiting.size() > SHOWN)));
    }

    private Line line(ClockView clock, RecordRef record, Map<RecordRef, String> titles) {
        return new Line(titles.getOrDefault(record, ""), records.path(record), name(clock.promise()), clock);
    }

    /** What people know each clock's record by: of a handoff, what was handed over. */
    private Map<UUID, RecordRef> about(Collection<ClockView> shown) {
        var ofHandoffs = handoffs
                .find(shown.stream().map(ClockView::about).filter(ref -> ref.kind().equals(Handoffs.KIND)).map(RecordRef::id).toList())
                .stream()
                .collect(toMap(handoff -> handoff.id().value(), handoff -> handoff.terms().about()));
        return shown.stream()
                .map(ClockView::about)
                .collect(toMap(RecordRef::id, ref -> ofHandoffs.getOrDefault(ref.id(), ref), (first, _) -> first));
    }

    private Debts debts() {
        var promises = Arrays.stream(Promise.values()).map(Promise::clock).collect(Collectors.toSet());
        Map<Side, Map<String, Debt>> owed = new LinkedHashMap<>();
        for (var running : clocks.running()) {
            var known = promises.contains(running.promise()) || running.promise().startsWith(Promise.RATING.clock());
            if (known) {
                owed.computeIfAbsent(running.turn().side(), _ -> new LinkedHashMap<>())
                        .merge(name(running.promise()), new Debt(name(running.promise()), running.turn().side(), running.count(), running.overdue()), TurnCards::sum);
            }
        }
        return new Debts(list(owed, Side.SALES), list(owed, Side.MARKETING));
    }

    private static List<Debt> list(Map<Side, Map<String, Debt>> owed, Side side) {
        return new ArrayList<>(owed.getOrDefault(side, Map.of()).values());
    }

    private static Debt sum(Debt one, Debt other) {
        return new Debt(one.promise(), one.side(), one.running() + other.running(), one.overdue() + other.overdue());
    }

    /** As the texts know it: {@code handoffs.waiting.<name>}. */
    private static String name(String clock) {
        return clock.substring(clock.indexOf('.') + 1);
    }
}
