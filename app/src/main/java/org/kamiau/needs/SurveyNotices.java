package org.kamiau.needs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kamiau.calendar.ClockEvent;
import org.kamiau.calendar.Mark;
import org.kamiau.calendar.ReachedMark;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
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

/** Who is told about surveys: sellers whose customers named what was asked, both heads, and who is late to publish. */
@Configuration
class SurveyNotices {

    /** An account that named the need within so many days is affected. */
    static final int AFFECTED_DAYS = 365;

    private static final String PUBLISHED = "needs.survey_published";
    private static final String LATE = "needs.survey_late";

    private final Directory directory;
    private final Notices notices;

    SurveyNotices(Directory directory, Notices notices) {
        this.directory = directory;
        this.notices = notices;
    }

    @Bean
    static NoticeKind surveyPublished() {
        return new NoticeKind(PUBLISHED, "needs.survey-notice-kind.published");
    }

    @Bean
    static NoticeKind surveyLate() {
        return new NoticeKind(LATE, "needs.survey-notice-kind.late");
    }

    void published(Wave wave, Map<MemberId, Integer> owners, Actor by) {
        var about = Waves.ref(wave.id());
        var heads = new HashSet<>(with(Role.SALES_HEAD, Role.MKT_HEAD));
        heads.removeAll(owners.keySet());
        var letters = Stream.concat(
                owners.entrySet().stream().map(owner -> new Notices.Letter(
                        owner.getKey(), Notice.of(PUBLISHED, about, by, "needs.survey-told-published-yours", owner.getValue()))),
                heads.stream().map(head -> new Notices.Letter(head, Notice.of(PUBLISHED, about, by, "needs.survey-told-published"))));
        notices.sendAll(letters.toList());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(ClockEvent.Reached reached) {
        reached.of(List.of(Waves.PUBLICATION)).forEach(this::late);
    }

    private void late(ReachedMark reached) {
        var clock = reached.clock();
        var holder = clock.holder();
        var told = new HashSet<MemberId>();
        if (holder != null) {
            told.add(holder);
        }
        if (holder == null || reached.mark() != Mark.AMBER) {
            told.addAll(with(Role.MKT_HEAD));
        }
        if (reached.mark() == Mark.DOUBLED) {
            told.addAll(with(Role.SALES_HEAD));
        }
        notices.send(told, Notice.of(LATE, clock.about(), Actor.SYSTEM, "needs.survey-told-" + reached.mark().percent(), clock.moments().dueAt()));
    }

    private List<MemberId> with(Role... roles) {
        return directory.withRole(roles).stream().map(Directory.Person::id).toList();
    }
}
