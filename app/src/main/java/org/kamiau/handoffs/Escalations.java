package org.kamiau.handoffs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kamiau.calendar.BusinessClock;
import org.kamiau.calendar.ClockEvent;
import org.kamiau.calendar.Mark;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is told when an answer is late in coming: at 80 % of the time whoever holds it, at
 * 100 % the team's lead too, after twice the time the heads of both departments.
 */
@Configuration
class Escalations {

    /** The clocks of all promises about leads and hand-overs, whichever module started them. */
    private static final Set<String> PROMISES = Stream.concat(
                    Arrays.stream(Promise.values()).map(Promise::clock),
                    Arrays.stream(Handoff.Rater.values()).map(side -> Promise.RATING.clock() + "_" + side.code()))
            .collect(Collectors.toUnmodifiableSet());

    private final Handoffs handoffs;
    private final Directory directory;
    private final Notices notices;

    Escalations(Handoffs handoffs, Directory directory, Notices notices) {
        this.handoffs = handoffs;
        this.directory = directory;
        this.notices = notices;
    }

    @Bean
    static NoticeKind answerDue() {
        return new NoticeKind("handoffs.due", "handoffs.notice-kind.due");
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(ClockEvent.Moment moment) {
        var clock = moment.clock();
        if (!PROMISES.contains(clock.promise())) {
            return;
        }
        var about = clock.about();
        var handoff = about.kind().equals(Handoffs.KIND) ? handoffs.find(new Handoff.Id(about.id())) : Optional.<Handoff>empty();
        var key = "handoffs.notice." + clock.promise().substring(clock.promise().indexOf('.') + 1) + "." + moment.mark().percent();
        var notice = Notice.of(
                "handoffs.due", handoff.map(one -> one.terms().about()).orElse(about), Actor.SYSTEM, key, clock.moments().dueAt());
        notices.send(told(clock, moment.mark()), notice);
        if (moment.mark() == Mark.DUE && handoff.isPresent() && handoff.get().terms().boundary().silenceAccepts()
                && clock.promise().equals(Promise.CONFIRMATION.clock())) {
            handoffs.acceptSilently(handoff.get().id(), moment.at());
        }
    }

    private List<MemberId> told(BusinessClock clock, Mark mark) {
        var holder = Optional.ofNullable(clock.holder()).stream();
        return switch (mark) {
            case AMBER -> holder.toList();
            case DUE -> Stream.concat(holder, withRole(leadOf(clock.turn()))).toList();
            case DOUBLED -> Stream.concat(holder, withRole(leadOf(clock.turn()), Role.SALES_HEAD, Role.MKT_HEAD)).toList();
        };
    }

    private static Role leadOf(Function function) {
        return switch (function) {
            case INSIDE_SALES -> Role.IS_LEAD;
            case FIELD_SALES -> Role.FS_MGR;
            case MARKETING, PRODUCT, PUBLIC_RELATIONS -> Role.MKT_HEAD;
            case CUSTOMER_SUCCESS, TRADE_SALES -> Role.SALES_HEAD;
            case SALES_OPS, DEVELOPMENT, MANAGEMENT, ACCOUNTING, PRIVACY, AUDIT, ADMINISTRATION -> Role.REVOPS;
        };
    }

    private Stream<MemberId> withRole(Role... roles) {
        return directory.withRole(roles).stream().map(Directory.Person::id);
    }
}
