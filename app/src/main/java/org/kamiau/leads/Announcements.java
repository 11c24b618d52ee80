package org.kamiau.leads;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Handoff;
import org.kamiau.people.Member;
import org.kamiau.people.Members;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
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
    private final Members members;

    Announcements(Notices notices, Members members) {
        this.notices = notices;
        this.members = members;
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
    static NoticeKind leadFate() {
        return new NoticeKind("leads.fate", "leads.notice-kind.fate");
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

    /** To whom it is proposed as SQL. */
    void proposed(Lead.Id lead, @Nullable MemberId seller, Actor by) {
        tell(seller, Notice.of("leads.offered", ref(lead), by, "leads.notice.proposed"));
    }

    void confirmed(Lead.Id lead, @Nullable MemberId proposer, boolean silent, Actor by) {
        tell(proposer, Notice.of("leads.answered", ref(lead), by, silent ? "leads.notice.confirmed-silently" : "leads.notice.confirmed"));
    }

    void met(Lead.Id lead, @Nullable MemberId giver, boolean held, Actor by) {
        tell(giver, Notice.of("leads.fate", ref(lead), by, held ? "leads.notice.met" : "leads.notice.no-show"));
    }

    void replied(Lead.Id lead, MemberId returner, Handoff.ReplyKind kind, Actor by) {
        tell(returner, Notice.of("leads.answered", ref(lead), by, "leads.notice.replied-" + kind.code()));
    }

    /** Whoever rules here; everybody of the function where nobody is named. */
    void disputed(Lead.Id lead, Function function, @Nullable MemberId ruler, Actor by) {
        var notice = Notice.of("leads.answered", ref(lead), by, "leads.notice.disputed");
        notices.send(ruler == null ? members.withFunction(function).stream().map(Member::id).toList() : List.of(ruler), notice);
    }

    void ruled(Lead.Id lead, Handoff.Returned handoff, Actor by) {
        var marketer = handoff.terms().from();
        var winner = java.util.Objects.requireNonNull(handoff.ruling()).winner();
        notices.send(
                marketer == null ? List.of(handoff.answer().by()) : List.of(handoff.answer().by(), marketer),
                Notice.of("leads.answered", ref(lead), by, "leads.notice.ruled-" + winner.code()));
    }

    void disqualified(Lead.Id lead, @Nullable MemberId marketer, Actor by) {
        tell(marketer, Notice.of("leads.fate", ref(lead), by, "leads.notice.disqualified"));
    }

    void woken(Lead.Id lead, @Nullable MemberId owner) {
        tell(owner, Notice.of("leads.offered", ref(lead), Actor.SYSTEM, "leads.notice.woken"));
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
