package org.kamiau.needs;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kamiau.calendar.ClockEvent;
import org.kamiau.calendar.ReachedMark;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.Words;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is told what became of a need, and when an answer about one is late. Detections are told by the radar. */
@Configuration
class NeedNotices {

    private static final String MOVED = "needs.need";
    private static final String DUE = "needs.need-due";

    private final Directory directory;
    private final Notices notices;

    NeedNotices(Directory directory, Notices notices) {
        this.directory = directory;
        this.notices = notices;
    }

    @Bean
    static NoticeKind needTold() {
        return new NoticeKind(MOVED, "needs.need-notice-kind");
    }

    @Bean
    static NoticeKind needDue() {
        return new NoticeKind(DUE, "needs.need-notice-kind-due");
    }

    /** Its owner and whoever found it. */
    void moved(Need need, Need before, Actor by) {
        notices.send(
                concerned(need),
                Notice.of(
                        MOVED, Needs.ref(need.id()), by, "needs.need-told-moved", new Words("needs.state." + before.standing().state().code()),
                        new Words("needs.state." + need.standing().state().code())));
    }

    void merged(Need lost, Need kept, Actor by) {
        notices.send(
                Stream.concat(concerned(lost).stream(), concerned(kept).stream()).distinct().toList(),
                Notice.of(MOVED, Needs.ref(kept.id()), by, "needs.need-told-merged", lost.title().ja()));
    }

    /** One side has agreed; the head of the other is asked. */
    void agreed(Need need, Role other, Actor by) {
        notices.send(with(other).toList(), Notice.of(MOVED, Needs.ref(need.id()), by, "needs.need-told-agreed"));
    }

    void disputed(Need need, Actor by, String claim) {
        notices.send(
                Stream.concat(concerned(need).stream(), with(Role.MKT_HEAD)).distinct().toList(),
                Notice.of(MOVED, Needs.ref(need.id()), by, "needs.need-told-disputed", claim));
    }

    void answered(Need need, MemberId asker, Words outcome, String answer, Actor by) {
        notices.send(List.of(asker), Notice.of(MOVED, Needs.ref(need.id()), by, "needs.need-told-answered", outcome, answer));
    }

    private static List<MemberId> concerned(Need need) {
        return Stream.of(need.owner(), need.createdBy()).filter(Objects::nonNull).distinct().toList();
    }

    /** At 80 % the holder, at 100 % the head of marketing too, after twice the time both heads. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(ClockEvent.Reached reached) {
        reached.of(NeedClocks.PROMISES).forEach(this::late);
    }

    private void late(ReachedMark reached) {
        var clock = reached.clock();
        var holder = Optional.ofNullable(clock.holder()).stream();
        var told = switch (reached.mark()) {
            case AMBER -> clock.holder() == null ? with(Role.MKT_HEAD) : holder;
            case DUE -> Stream.concat(holder, with(Role.MKT_HEAD));
            case DOUBLED -> Stream.concat(holder, with(Role.MKT_HEAD, Role.SALES_HEAD));
        };
        var promise = clock.promise().substring(clock.promise().indexOf('_') + 1);
        notices.send(
                told.distinct().toList(),
                Notice.of(
                        DUE, clock.about(), Actor.SYSTEM, "needs.need-late-" + reached.mark().percent(), new Words("needs.need-owed." + promise),
                        clock.moments().dueAt()));
    }

    private Stream<MemberId> with(Role... roles) {
        return Arrays.stream(roles).flatMap(role -> directory.withRole(role).stream()).map(Directory.Person::id);
    }
}
