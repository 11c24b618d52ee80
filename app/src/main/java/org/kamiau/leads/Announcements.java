package org.kamiau.leads;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells people what leads expect of them; belongs to the transaction of what happened. */
@Configuration
class Announcements {

    private final Notices notices;

    Announcements(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind leadOffered() {
        return new NoticeKind("leads.offered", "leads.notice-kind.offered");
    }

    @Bean
    static NoticeKind leadAnswered() {
        return new NoticeKind("leads.answered", "leads.notice-kind.answered");
    }

    @Bean
    static NoticeKind leadTouched() {
        return new NoticeKind("leads.touched", "leads.notice-kind.touched");
    }

    /** The owner of each lead that was routed with a running clock, or that raised its hand again. */
    void arrived(List<OpenLead> leads, Actor by) {
        var letters = leads.stream().filter(OpenLead::startsClocks).flatMap(lead -> letter(lead, by)).toList();
        if (!letters.isEmpty()) {
            notices.sendAll(letters);
        }
    }

    private static Stream<Notices.Letter> letter(OpenLead lead, Actor by) {
        if (lead.owner == null) {
            return Stream.empty();
        }
        if (lead.route != null) {
            return Stream.of(new Notices.Letter(lead.owner, Notice.of("leads.offered", ref(lead.id), by, "leads.notice.offered", lead.score.grade())));
        }
        return lead.fresh || !lead.raisesHand()
                ? Stream.empty()
                : Stream.of(new Notices.Letter(lead.owner, Notice.of("leads.touched", ref(lead.id), by, "leads.notice.touched")));
    }

    void promoted(Lead.Id lead, @Nullable MemberId owner, Actor by) {
        tell(owner, Notice.of("leads.offered", ref(lead), by, "leads.notice.promoted"));
    }

    void accepted(Lead.Id lead, @Nullable MemberId marketer, Actor by) {
        tell(marketer, Notice.of("leads.answered", ref(lead), by, "leads.notice.accepted"));
    }

    void returned(Lead.Id lead, @Nullable MemberId marketer, Actor by) {
        tell(marketer, Notice.of("leads.answered", ref(lead), by, "leads.notice.returned"));
    }

    private void tell(@Nullable MemberId to, Notice notice) {
        if (to != null) {
            notices.send(List.of(to), notice);
        }
    }

    private static RecordRef ref(Lead.Id lead) {
        return new RecordRef(Lead.KIND, lead.value());
    }
}
