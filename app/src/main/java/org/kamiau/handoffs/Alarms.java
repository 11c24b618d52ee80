package org.kamiau.handoffs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.alerts.Precision;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Alarms about boundaries where both sides drift apart: raised by detections, closed by people. */
@Component
@Transactional
public class Alarms {

    /** The kind under which clocks, history and notices know alarms. */
    public static final String KIND = "alarm";

    /** Both heads owe the outcome; each has a clock. */
    static final Map<Function, String> PROMISES =
            Map.of(Function.FIELD_SALES, "handoffs.alarm_sales", Function.MARKETING, "handoffs.alarm_marketing");

    private static final BusinessTime TIME_TO_DECIDE = BusinessTime.days(5);

    private final AlarmRows rows;
    private final ObjectProvider<Detection> detections;
    private final AlarmNotices notices;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Directory directory;
    private final Audit audit;
    private final InstantSource clock;

    Alarms(
            AlarmRows rows, ObjectProvider<Detection> detections, AlarmNotices notices, Clocks clocks, Calendars calendars, Directory directory,
            Audit audit, InstantSource clock) {
        this.rows = rows;
        this.detections = detections;
        this.notices = notices;
        this.clocks = clocks;
        this.calendars = calendars;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** When detections look next: at the opening of the first business day that they have not looked on. */
    @Transactional(readOnly = true)
    public Instant next() {
        var calendar = calendars.current();
        var today = calendar.toLocal(clock.instant()).toLocalDate();
        var day = rows.lastLook().map(last -> last.plusDays(1)).filter(after -> after.isAfter(today)).orElse(today);
        return calendar.nextOpening(day.atStartOfDay(calendar.zone()).toInstant());
    }

    /** Lets every detection that is not muted look, once on a business day, whichever node comes first. */
    public List<Alarm.Open> look(Instant now) {
        var calendar = calendars.current();
        var today = calendar.toLocal(now).toLocalDate();
        var opening = calendar.nextOpening(today.atStartOfDay(calendar.zone()).toInstant());
        if (!calendar.businessDay(today) || opening.isAfter(now) || !rows.look(today, now)) {
            return List.of();
        }
        var muted = rows.muted();
        return detections.orderedStream()
                .filter(detection -> !muted.containsKey(detection.code()))
                .flatMap(detection -> detection.find(today).stream())
                .flatMap(finding -> raise(finding, now).stream())
                .toList();
    }

    /**
     * Raises it, unless an alarm of the boundary is open, or the same was decided within the days that are looked at:
     * those days have not changed since.
     */
    private Optional<Alarm.Open> raise(Alarm.Finding finding, Instant now) {
        if (rows.decidedSince(finding, finding.from().atStartOfDay(calendars.current().zone()).toInstant())) {
            return Optional.empty();
        }
        var alarm = new Alarm.Open(new Alarm.Id(Ids.next()), finding, now, calendars.current().due(now, TIME_TO_DECIDE));
        if (!rows.insert(alarm)) {
            return Optional.empty();
        }
        clocks.start(PROMISES.entrySet().stream()
                .map(promise -> new NewClock(ref(alarm.id()), promise.getValue(), promise.getKey(), only(headOf(promise.getKey())), now, TIME_TO_DECIDE))
                .toList());
        audit.record(Actor.SYSTEM, Change.made(
                KIND, alarm.id().value(), "alarm_raised",
                Map.of("boundary", finding.boundary().code(), "detection", finding.detection(), "measure", finding.measure(), "n", finding.n())));
        notices.raised(alarm);
        return Optional.of(alarm);
    }

    private static Role headOf(Function function) {
        return function == Function.MARKETING ? Role.MKT_HEAD : Role.SALES_HEAD;
    }

    private @Nullable MemberId only(Role role) {
        var heads = directory.withRole(role);
        return heads.size() == 1 ? heads.getFirst().id() : null;
    }

    static RecordRef ref(Alarm.Id id) {
        return new RecordRef(KIND, id.value());
    }

    /** Says what became of it, for both heads; 403 for others, 409 {@code handoffs.alarm.closed} the second time. */
    public Alarm.Closed close(Alarm.Id id, Outcome outcome, String reason, Actor by) {
        var now = clock.instant();
        var closed = switch (rows.lock(id).orElseThrow(Refusal.NotFound::new)) {
            case Alarm.Closed _ -> throw new AlarmClosed();
            case Alarm.Open open -> open.close(outcome, reason, by, now);
        };
        rows.store(closed);
        clocks.stop(ref(id), now);
        audit.record(by, new Change(ref(id), "alarm_closed", null, Map.of("outcome", outcome.code()), reason));
        notices.closed(closed, by);
        muteIfMostlyWrong(closed, now);
        return closed;
    }

    private void muteIfMostlyWrong(Alarm.Closed last, Instant now) {
        var detection = last.finding().detection();
        var precision = precision(detection);
        if (precision.unreliable() && rows.mute(detection, precision.percent(), now)) {
            notices.muted(last, precision);
        }
    }

    /** How often it was right since it was last released; false alarms are wrong, all else was right. */
    @Transactional(readOnly = true)
    public Precision precision(String detection) {
        return rows.precision(detection);
    }

    /** A muted detection looks again; its count begins anew. */
    public void release(String detection, String reason, Actor by) {
        if (!Alarm.mayClose(by)) {
            throw new Refusal.NotAllowed();
        }
        var muted = Optional.ofNullable(rows.muted().get(detection)).orElseThrow(Refusal.NotFound::new);
        rows.release(detection, reason, by, clock.instant());
        audit.record(by, new Change(new RecordRef("detection", muted), "detection_released", null, Map.of("detection", detection), reason));
    }

    @Transactional(readOnly = true)
    public Alarm find(Alarm.Id id) {
        return rows.find(id).orElseThrow(Refusal.NotFound::new);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Alarm> latest(int limit) {
        return rows.latest(limit);
    }

    @Transactional(readOnly = true)
    public List<Alarm.Open> open() {
        return rows.open();
    }

    /** The detections there are, and whether they are muted. */
    @Transactional(readOnly = true)
    public Map<String, Boolean> detections() {
        var muted = rows.muted();
        var all = new java.util.LinkedHashMap<String, Boolean>();
        detections.orderedStream().forEach(detection -> all.put(detection.code(), muted.containsKey(detection.code())));
        return all;
    }
}
