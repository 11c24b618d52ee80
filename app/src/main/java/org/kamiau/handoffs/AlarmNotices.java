package org.kamiau.handoffs;

import java.util.List;
import org.kamiau.calendar.ClockEvent;
import org.kamiau.calendar.ReachedMark;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.Words;
import org.kamiau.platform.alerts.Precision;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is told about an alarm: both heads, who own it, and sales operations; late in deciding it, the executives. */
@Configuration
class AlarmNotices {

    private static final String NOTICE = "handoffs.alarm";

    private final Directory directory;
    private final Notices notices;

    AlarmNotices(Directory directory, Notices notices) {
        this.directory = directory;
        this.notices = notices;
    }

    @Bean
    static NoticeKind alarmTold() {
        return new NoticeKind(NOTICE, "handoffs.notice-kind.alarm");
    }

    void raised(Alarm.Open alarm) {
        notices.send(
                with(Role.SALES_HEAD, Role.MKT_HEAD, Role.REVOPS),
                Notice.of(NOTICE, Alarms.ref(alarm.id()), Actor.SYSTEM, "handoffs.alarm.told-raised", alarm.dueAt()));
    }

    void closed(Alarm.Closed alarm, Actor by) {
        notices.send(
                with(Role.SALES_HEAD, Role.MKT_HEAD, Role.REVOPS),
                Notice.of(
                        NOTICE, Alarms.ref(alarm.id()), by, "handoffs.alarm.told-closed", new Words(alarm.outcome().key()),
                        alarm.reason()));
    }

    /** Told with the alarm whose outcome tipped the scales. */
    void muted(Alarm.Closed last, Precision precision) {
        notices.send(
                with(Role.SALES_HEAD, Role.MKT_HEAD, Role.REVOPS),
                Notice.of(
                        NOTICE, Alarms.ref(last.id()), Actor.SYSTEM, "handoffs.alarm.told-muted", new Words("handoffs.detection." + last.finding().detection()),
                        Math.round(precision.percent()), precision.decided()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(ClockEvent.Reached reached) {
        reached.of(Alarms.PROMISES.values()).forEach(this::late);
    }

    private void late(ReachedMark reached) {
        var clock = reached.clock();
        var head = clock.turn() == Function.MARKETING ? Role.MKT_HEAD : Role.SALES_HEAD;
        var told = switch (reached.mark()) {
            case AMBER, DUE -> with(head);
            case DOUBLED -> with(head, Role.EXEC);
        };
        notices.send(told, Notice.of(NOTICE, clock.about(), Actor.SYSTEM, "handoffs.alarm.told-" + reached.mark().percent(), clock.moments().dueAt()));
    }

    private List<MemberId> with(Role... roles) {
        return directory.withRole(roles).stream().map(Directory.Person::id).toList();
    }
}
