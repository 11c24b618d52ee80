package org.kamiau.needs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.ChangeLead;
import org.kamiau.needs.trend.Series;
import org.kamiau.needs.trend.Trend;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Remembered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often needs are named week by week, and who speaks first: what every page about a need reads. */
@Component
@Transactional(readOnly = true)
public class Trends {

    /** Four weeks now, and enough before them for 26 active ones. */
    public static final int WEEKS = 32;

    /** A year to look at. */
    private static final int PICTURE_WEEKS = 52;

    /** An account that named a need. */
    public record Leading(Account.Id account, String name, @Nullable MemberId owner, LocalDate first, ChangeLead lead, boolean nominated) {}

    /**
     * A need's weeks, what they say today, and what was detected when.
     *
     * @param bursts the weeks that a batch has called a burst
     */
    public record Picture(Need.Id need, Series series, Trend trend, Set<LocalDate> bursts, List<Signal> signals) {}

    private record Weeks(LocalDate from, LocalDate until) {}

    private final MentionRows mentions;
    private final SignalRows signals;
    private final Calendars calendars;
    private final InstantSource clock;
    private final Remembered<Weeks, Map<LocalDate, MentionRows.Tally>> totals = new Remembered<>();

    Trends(MentionRows mentions, SignalRows signals, Calendars calendars, InstantSource clock) {
        this.mentions = mentions;
        this.signals = signals;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Today, by the application's clock. */
    public LocalDate today() {
        return calendars.current().toLocal(clock.instant()).toLocalDate();
    }

    /** Of one need: the weeks that are over, the latest last. */
    public Picture picture(Need.Id need) {
        var day = today();
        var series = Objects.requireNonNull(series(List.of(need), day, PICTURE_WEEKS).get(need));
        var trend = Trend.of(series, day);
        var bursts = new TreeSet<>(mentions.bursts(need));
        bursts.addAll(trend.burst().weeks());
        return new Picture(need, series, trend, bursts, signals.of(need));
    }

    /** Of these needs, as they stand at the beginning of a day; one that nobody named has weeks without mentions. */
    public Map<Need.Id, Series> series(Collection<Need.Id> needs, LocalDate day) {
        return series(needs, day, WEEKS);
    }

    private Map<Need.Id, Series> series(Collection<Need.Id> needs, LocalDate day, int weeks) {
        var from = Series.monday(day).minusWeeks(weeks);
        var all = totals.get(new Weeks(from, Series.monday(day)), () -> mentions.byWeek(from, day));
        var named = mentions.byNeed(from, day, needs);
        return needs.stream().distinct().collect(Collectors.toMap(
                need -> need, need -> MentionRows.series(from, day, named.getOrDefault(need.value(), Map.of()), all)));
    }

    /** Of all needs that anybody named in these weeks. */
    Map<UUID, Series> series(LocalDate day) {
        var from = from(day);
        var named = mentions.byNeed(from, day);
        var all = named.values().stream()
                .flatMap(weeks -> weeks.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, MentionRows.Tally::plus));
        return named.entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, one -> MentionRows.series(from, day, one.getValue(), all)));
    }

    /** The series of a need that nobody named in the weeks of the others. */
    Series silent(LocalDate day, Map<UUID, Series> others) {
        return others.values().stream()
                .findFirst()
                .map(one -> new Series(one.weeks().stream().map(week -> new Series.Week(week.monday(), 0, week.all(), 0, week.weightedAll())).toList()))
                .orElseGet(() -> MentionRows.series(from(day), day, Map.of(), Map.of()));
    }

    private static LocalDate from(LocalDate day) {
        return Series.monday(day).minusWeeks(WEEKS);
    }

    /** Who named a need, those that lead first and then by their first mention. */
    public List<Leading> leading(Need.Id need, int limit) {
        return mentions.leading(need, LocalDate.EPOCH, today().plusDays(1), limit);
    }
}
