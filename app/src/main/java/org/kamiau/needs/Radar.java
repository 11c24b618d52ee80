package org.kamiau.needs;

import db.needs.tables.records.DetectionRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.Contrast;
import org.kamiau.needs.trend.FalseDiscoveries;
import org.kamiau.needs.trend.Series;
import org.kamiau.needs.trend.Spread;
import org.kamiau.needs.trend.Trend;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for needs that rise: for signs every night, for bursts and their spread on Mondays. What was said on a Monday
 * is kept and shown as it was said.
 */
@Component
@Transactional
public class Radar {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final LocalTime BATCH = LocalTime.of(6, 0);

    /** A need as the radar shows it on a day. */
    public record Item(
            Need.Id need, Need.State state, Contrast contrast, double g2, double q, @Nullable LocalDate burstFrom, List<LocalDate> burstWeeks,
            List<Account.Id> leadingAccounts, Series series) {}

    /**
     * The radar as of a day.
     *
     * @param monday the batch it rests on
     * @param kept as that batch said it; otherwise counted now from what is known by now
     */
    public record Sweep(LocalDate asOf, LocalDate monday, boolean kept, List<Item> items) {}

    private record Judged(Need.Id need, Series series, Trend trend, double q) {}

    private final RadarRows rows;
    private final Trends trends;
    private final ChangeLeads leads;
    private final Signals signals;
    private final SurveyEvidence surveys;
    private final MentionRows mentions;
    private final Calendars calendars;
    private final InstantSource clock;

    Radar(
            RadarRows rows, Trends trends, ChangeLeads leads, Signals signals, SurveyEvidence surveys, MentionRows mentions, Calendars calendars,
            InstantSource clock) {
        this.rows = rows;
        this.trends = trends;
        this.leads = leads;
        this.signals = signals;
        this.surveys = surveys;
        this.mentions = mentions;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** When the radar looks next. */
    @Transactional(readOnly = true)
    public Instant next() {
        var today = today(clock.instant());
        var night = rows.lastLook("night").map(last -> last.plusDays(1)).filter(after -> after.isAfter(today)).orElse(today);
        var monday = rows.lastLook("batch").map(last -> last.plusWeeks(1)).filter(after -> after.isAfter(today)).orElseGet(() -> Series.monday(today));
        var next = at(night, NIGHT);
        var batch = at(monday, BATCH);
        return batch.isBefore(next) ? batch : next;
    }

    private LocalDate today(Instant now) {
        return calendars.current().toLocal(now).toLocalDate();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(calendars.current().zone()).toInstant();
    }

    /** Does what is due by now, whichever node comes first: the night's look once a day, the batch once a week. */
    public List<Signal> look(Instant now) {
        var raised = new ArrayList<Signal>();
        var today = today(now);
        if (!at(today, NIGHT).isAfter(now) && rows.look("night", today, now)) {
            raised.addAll(night(today, now));
        }
        var monday = Series.monday(today);
        if (!at(monday, BATCH).isAfter(now) && rows.look("batch", monday, now)) {
            raised.addAll(batch(monday, now));
        }
        return raised;
    }

    /** Signs, and what surveys have confirmed, of what was heard before this day. */
    List<Signal> night(LocalDate day, Instant now) {
        leads.refresh(day);
        var found = new ArrayList<Signals.Finding>();
        rows.fresh(day).stream()
                .filter(fresh -> fresh.speakers().sign())
                .forEach(fresh -> found.add(new Signals.Finding(fresh.need(), Signal.Rule.SIGN, day, fresh.accounts(), fresh.speakers().leading())));
        found.addAll(surveyed(day, now));
        return raise(found, now);
    }

    /** Confirmed on the day of the publication, not only in the night after. */
    @EventListener
    void published(WavePublished wave) {
        raise(surveyed(today(wave.at()), wave.at()), wave.at());
    }

    /** The latest wave that asked for a need shows that more have it than in the wave before. */
    private List<Signals.Finding> surveyed(LocalDate day, Instant now) {
        var open = rows.states().entrySet().stream().filter(one -> one.getValue().ordinal() < Need.State.CONFIRMED.ordinal()).map(Map.Entry::getKey).toList();
        return surveys.of(open, now).entrySet().stream()
                .filter(one -> one.getValue().getLast().rose())
                .map(one -> new Signals.Finding(one.getKey(), Signal.Rule.SURVEY, day, List.of(), 0))
                .toList();
    }

    private List<Signal> raise(Collection<Signals.Finding> found, Instant now) {
        return found.stream().flatMap(finding -> signals.raise(finding, now).stream()).toList();
    }

    /** Bursts and their spread, of the weeks that were over on this Monday; what it says of every need is kept. */
    List<Signal> batch(LocalDate monday, Instant now) {
        mentions.recount();
        var leading = rows.leading(monday);
        var judged = judged(monday, rows.states());
        var found = new ArrayList<Signals.Finding>();
        judged.stream()
                .filter(one -> one.trend().rises(one.q()))
                .forEach(one -> found.add(finding(one.need(), Signal.Rule.BURST, monday, leading)));
        var raised = new ArrayList<>(raise(found, now));
        raised.addAll(raise(
                rows.bySegment(monday).entrySet().stream()
                        .filter(one -> Spread.confirms(one.getValue().values()))
                        .map(one -> finding(one.getKey(), Signal.Rule.SPREAD, monday, leading))
                        .toList(),
                now));
        store(monday, judged, leading, now);
        return raised;
    }

    private static Signals.Finding finding(Need.Id need, Signal.Rule rule, LocalDate day, Map<UUID, List<UUID>> leading) {
        var accounts = leading.getOrDefault(need.value(), List.of()).stream().map(Account.Id::new).toList();
        return new Signals.Finding(need, rule, day, accounts, accounts.size());
    }

    /** Every living need: q holds down false discoveries among all that were looked at. */
    private List<Judged> judged(LocalDate day, Map<Need.Id, Need.State> states) {
        var series = trends.series(day);
        var silent = trends.silent(day, series);
        var living = states.entrySet().stream().filter(one -> one.getValue().living()).map(Map.Entry::getKey).toList();
        var judged = living.stream().map(need -> {
            var its = series.getOrDefault(need.value(), silent);
            return new Judged(need, its, Trend.of(its, day), 1);
        }).toList();
        var q = FalseDiscoveries.adjusted(judged.stream().map(one -> one.trend().contrast().p()).toList());
        var adjusted = new ArrayList<Judged>(judged.size());
        for (int i = 0; i < judged.size(); i++) {
            var one = judged.get(i);
            adjusted.add(new Judged(one.need(), one.series(), one.trend(), q.get(i)));
        }
        return adjusted;
    }

    private void store(LocalDate monday, List<Judged> judged, Map<UUID, List<UUID>> leading, Instant now) {
        var states = rows.states();
        rows.store(judged.stream()
                .map(one -> record(monday, one, Objects.requireNonNull(states.get(one.need())), leading.getOrDefault(one.need().value(), List.of()), now))
                .toList());
    }

    private DetectionRecord record(LocalDate monday, Judged one, Need.State state, List<UUID> leading, Instant now) {
        var weeks = one.series().weeks();
        var contrast = one.trend().contrast();
        var row = rows.blank();
        row.setDay(monday);
        row.setNeedId(one.need().value());
        row.setState(state.code());
        row.setA(contrast.a());
        row.setB(contrast.b());
        row.setC(contrast.c());
        row.setD(contrast.d());
        row.setG2(contrast.g2());
        row.setP(contrast.p());
        row.setQ(one.q());
        row.setBurstFrom(one.trend().burst().from());
        row.setBurstWeeks(one.trend().burst().weeks().toArray(LocalDate[]::new));
        row.setFirstWeek(weeks.isEmpty() ? monday : weeks.getFirst().monday());
        row.setMentions(weeks.stream().map(Series.Week::mentions).toArray(Integer[]::new));
        row.setAllMentions(weeks.stream().map(Series.Week::all).toArray(Integer[]::new));
        row.setWeighted(weeks.stream().map(Series.Week::weighted).toArray(Double[]::new));
        row.setAllWeighted(weeks.stream().map(Series.Week::weightedAll).toArray(Double[]::new));
        row.setLeadingAccounts(leading.toArray(UUID[]::new));
        row.setLookedAt(now);
        return row;
    }

    /** The radar as it stood on a day: what the last batch up to it said, and the signals since. */
    @Transactional(readOnly = true)
    public Sweep at(LocalDate asOf) {
        var monday = Series.monday(asOf);
        var since = signals.between(monday, asOf);
        var kept = rows.stored(monday);
        return new Sweep(asOf, monday, !kept.isEmpty(), kept.isEmpty() ? counted(asOf, monday) : kept(asOf, kept, since));
    }

    private List<Item> kept(LocalDate asOf, Map<Need.Id, DetectionRecord> kept, List<Signal> since) {
        var states = rows.states();
        boolean now = asOf.equals(trends.today());
        return kept.values().stream()
                .map(RadarItems::item)
                .map(item -> RadarItems.since(item, since))
                .map(item -> now ? RadarItems.in(item, states.getOrDefault(item.need(), item.state())) : item)
                .toList();
    }

    /** Of a day that no batch looked at: by what is known by now, with the states that signals tell. */
    private List<Item> counted(LocalDate asOf, LocalDate monday) {
        var states = rows.states();
        var leading = rows.leading(asOf);
        boolean now = asOf.equals(trends.today());
        var told = new HashMap<Need.Id, Need.State>();
        signals.between(LocalDate.EPOCH, asOf).reversed().forEach(signal -> told.put(signal.need(), signal.rule().state()));
        return judged(monday, states).stream()
                .map(one -> new Item(
                        one.need(), now ? Objects.requireNonNull(states.get(one.need())) : told.getOrDefault(one.need(), Need.State.RAW),
                        one.trend().contrast(), one.trend().contrast().g2(), one.q(), one.trend().burst().from(), one.trend().burst().weeks(),
                        leading.getOrDefault(one.need().value(), List.of()).stream().map(Account.Id::new).toList(), one.series()))
                .toList();
    }

    /** The names of the leading accounts of these items. */
    @Transactional(readOnly = true)
    public Map<Account.Id, String> names(Collection<Item> items) {
        Set<UUID> ids = new LinkedHashSet<>();
        items.forEach(item -> item.leadingAccounts().forEach(account -> ids.add(account.value())));
        var named = new HashMap<Account.Id, String>();
        rows.names(ids).forEach((id, name) -> named.put(new Account.Id(id), name));
        return named;
    }
}
