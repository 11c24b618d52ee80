package org.kamiau.calendar;

import static db.calendar.Tables.CLOCK;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The promises that run on business time: started and stopped by the modules that make them, in the
 * transaction of what happened. At most one clock runs for a promise about a record.
 */
@Component
@Transactional
public class Clocks {
    private final ClockRows rows;
    private final Calendars calendars;
    private final InstantSource clock;

    Clocks(ClockRows rows, Calendars calendars, InstantSource clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.clock = clock;
    }

    public BusinessClock start(NewClock promise) {
        return start(List.of(promise)).getFirst();
    }

    /** Starts many in one statement, in their order. */
    public List<BusinessClock> start(List<NewClock> promises) {
        if (promises.isEmpty()) {
            return List.of();
        }
        var calendar = calendars.current();
        var started = promises.stream().map(promise -> started(promise, calendar)).toList();
        rows.insert(started);
        return started;
    }

    /** To the microsecond, as the database keeps it, so that what is returned equals what is read later. */
    private static BusinessClock started(NewClock promise, BusinessCalendar calendar) {
        var start = promise.startedAt().truncatedTo(ChronoUnit.MICROS);
        return new BusinessClock(
                Ids.next(),
                promise.about(),
                promise.promise(),
                promise.turn(),
                promise.holder(),
                Moments.of(start, promise.allowed(), calendar),
                null);
    }

    /** The promise was answered at this moment: met up to the due moment, breached after it. */
    public Optional<BusinessClock> stop(RecordRef about, String promise, Instant at) {
        return rows.stop(ClockRows.about(about).and(CLOCK.PROMISE.eq(promise)), at).stream().findFirst();
    }

    /** The same for every promise that runs about the record. */
    public List<BusinessClock> stop(RecordRef about, Instant at) {
        return rows.stop(ClockRows.about(about), at);
    }

    /** The promise was not kept and ends here, because its due moment itself settles the matter. */
    public Optional<BusinessClock> breach(RecordRef about, String promise, Instant at) {
        return rows.breach(ClockRows.about(about).and(CLOCK.PROMISE.eq(promise)), at).stream().findFirst();
    }

    /** The promises about the record need not be kept any more: withdrawn, merged, done otherwise. */
    public List<BusinessClock> waive(RecordRef about, Instant at) {
        return rows.waive(ClockRows.about(about), at);
    }

    /** Somebody else must act now, within the same time. */
    public void pass(RecordRef about, Function turn, Optional<MemberId> holder) {
        rows.pass(about, turn, holder);
    }

    /** Whatever this member holds is the turn of their function as a whole from now on. */
    public void release(MemberId member) {
        rows.release(member);
    }

    /** All clocks of a record in the order in which they started, the stopped ones too. */
    @Transactional(readOnly = true)
    public List<ClockView> of(RecordRef about) {
        return views(rows.find(about.kind(), List.of(about.id())));
    }

    /**
     * For lists: the clock of each record that matters most now, which is the running one that is due first,
     * else the one that stopped last. Records without clocks are missing.
     */
    @Transactional(readOnly = true)
    public Map<UUID, ClockView> of(String kind, Collection<UUID> ids) {
        var foremost = new LinkedHashMap<UUID, ClockView>();
        rows.find(kind, ids).stream()
                .collect(groupingBy(found -> found.about().id()))
                .forEach((id, found) -> foremost.put(id, views(List.of(foremost(found))).getFirst()));
        return foremost;
    }

    /**
     * What waits for a member: the running clocks that they hold, and those of their functions that nobody holds; the
     * most urgent first.
     *
     * @param except promises that are shown elsewhere
     */
    @Transactional(readOnly = true)
    public List<ClockView> waitingFor(MemberId member, Collection<Function> functions, Collection<String> except, int limit) {
        return views(rows.waitingFor(member, functions, except, limit));
    }

    /** How many clocks of a promise run for a function, and how many of them are past due. */
    public record Running(String promise, Function turn, int count, int overdue) {}

    /** All running clocks, counted. */
    @Transactional(readOnly = true)
    public List<Running> running() {
        return rows.running(clock.instant());
    }

    private static BusinessClock foremost(List<BusinessClock> clocks) {
        return clocks.stream()
                .filter(candidate -> candidate.stop() == null)
                .min(Comparator.comparing(candidate -> candidate.moments().dueAt()))
                .orElseGet(clocks::getLast);
    }

    private List<ClockView> views(List<BusinessClock> clocks) {
        var now = clock.instant();
        var calendar = calendars.current();
        return clocks.stream().map(found -> ClockView.of(found, now, calendar)).toList();
    }
}
