package org.kamiau.handoffs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kamiau.calendar.BusinessClock;
import org.kamiau.calendar.ClockEvent;
import org.kamiau.calendar.Mark;
import org.kamiau.calendar.ReachedMark;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.kamiau.platform.notices.Notices.Letter;
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
    public void reached(ClockEvent.Reached reached) {
        var late = reached.of(PROMISES);
        var found = handoffs.find(late.stream()
                .map(mark -> mark.clock().about())
                .filter(about -> about.kind().equals(Handoffs.KIND))
                .map(about -> new Handoff.Id(about.id()))
                .toList());
        var readers = new Readers();
        notices.sendAll(late.stream().flatMap(mark -> letters(mark, found, readers)).toList());
        late.forEach(mark -> settle(mark, found));
    }

    private static Stream<Letter> letters(ReachedMark reached, Map<Handoff.Id, Handoff> found, Readers readers) {
        var clock = reached.clock();
        var handoff = found.get(new Handoff.Id(clock.about().id()));
        var key = "handoffs.notice." + clock.promise().substring(clock.promise().indexOf('.') + 1) + "." + reached.mark().percent();
        var notice = Notice.of(
                "handoffs.due", handoff == null ? clock.about() : handoff.terms().about(), Actor.SYSTEM, key, clock.moments().dueAt());
        return readers.of(clock, reached.mark()).distinct().map(member -> new Letter(member, notice));
    }

    /** Where silence accepts, the due moment itself is the answer. */
    private void settle(ReachedMark reached, Map<Handoff.Id, Handoff> found) {
        var handoff = found.get(new Handoff.Id(reached.clock().about().id()));
        if (reached.mark() == Mark.DUE && handoff != null && handoff.terms().boundary().silenceAccepts()
                && reached.clock().promise().equals(Promise.CONFIRMATION.clock())) {
            handoffs.acceptSilently(handoff.id(), reached.at());
        }
    }

    /** Asks for the members of a role once, however many marks they hear of. */
    private final class Readers {
        private final Map<Role, List<MemberId>> withRole = new EnumMap<>(Role.class);

        Stream<MemberId> of(BusinessClock clock, Mark mark) {
            var holder = Optional.ofNullable(clock.holder()).stream();
            return switch (mark) {
                case AMBER -> holder;
                case DUE -> Stream.concat(holder, with(leadOf(clock.turn())));
                case DOUBLED -> Stream.concat(holder, with(leadOf(clock.turn()), Role.SALES_HEAD, Role.MKT_HEAD));
            };
        }

        private Stream<MemberId> with(Role... roles) {
            return Arrays.stream(roles).flatMap(role -> withRole.computeIfAbsent(role, this::ask).stream());
        }

        private List<MemberId> ask(Role role) {
            return directory.withRole(role).stream().map(Directory.Person::id).toList();
        }
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
}
