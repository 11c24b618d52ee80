package org.kamiau.needs;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.Words;
import org.kamiau.platform.alerts.Precision;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is told what the radar saw, and what sellers may do about it. */
@Configuration
class RadarNotices {

    private static final String SIGNAL = "needs.radar-signal";
    private static final String APPROACH = "needs.radar-approach";
    private static final String HEARING = "needs.radar-hearing";

    private final Directory directory;
    private final Notices notices;

    RadarNotices(Directory directory, Notices notices) {
        this.directory = directory;
        this.notices = notices;
    }

    @Bean
    static NoticeKind signalTold() {
        return new NoticeKind(SIGNAL, "needs.radar-kind-signal");
    }

    @Bean
    static NoticeKind approachTold() {
        return new NoticeKind(APPROACH, "needs.radar-kind-approach");
    }

    @Bean
    static NoticeKind hearingTold() {
        return new NoticeKind(HEARING, "needs.radar-kind-hearing");
    }

    /** Its owner and both heads: what rises is news for both sides. */
    void raised(Signal signal, Need need) {
        var heads = directory.withRole(Role.MKT_HEAD, Role.SALES_HEAD).stream().map(Directory.Person::id);
        notices.send(
                Stream.concat(Stream.of(signal.owner(), need.owner()).filter(Objects::nonNull), heads).distinct().toList(),
                Notice.of(SIGNAL, Signals.ref(signal.id()), Actor.SYSTEM, "needs.radar-told-" + signal.rule().code(), signal.dueAt()));
    }

    void closed(Signal signal, Actor by) {
        var closing = Objects.requireNonNull(signal.closing());
        notices.send(
                with(Role.MKT_HEAD, Role.SALES_HEAD),
                Notice.of(SIGNAL, Signals.ref(signal.id()), by, "needs.radar-told-closed", new Words(closing.outcome().key()), closing.reason()));
    }

    /** Told with the signal whose outcome tipped the scales. */
    void muted(Signal last, Precision precision) {
        notices.send(
                with(Role.MKT_HEAD, Role.SALES_HEAD, Role.REVOPS),
                Notice.of(
                        SIGNAL, Signals.ref(last.id()), Actor.SYSTEM, "needs.radar-told-muted", new Words("needs.radar-rule." + last.rule().code()),
                        Math.round(precision.percent()), precision.decided()));
    }

    /** To each seller once, however many of their customers it concerns. */
    void suggested(Need.Id need, Collection<MemberId> sellers, Actor by) {
        var counts = sellers.stream().collect(java.util.stream.Collectors.groupingBy(seller -> seller, java.util.LinkedHashMap::new, java.util.stream.Collectors.counting()));
        notices.sendAll(counts.entrySet().stream()
                .map(one -> new Notices.Letter(one.getKey(), Notice.of(APPROACH, Needs.ref(need), by, "needs.radar-told-approach", one.getValue())))
                .toList());
    }

    void asked(Hearing hearing, Actor by) {
        notices.send(List.of(hearing.seller()), Notice.of(HEARING, Hearings.ref(hearing.id()), by, "needs.radar-told-hearing", hearing.dueAt()));
    }

    /** The answer goes to whoever asked and to who owns the need. */
    void answered(Hearing hearing, Collection<MemberId> waiting, Actor by) {
        var answer = Objects.requireNonNull(hearing.answer());
        notices.send(
                waiting, Notice.of(HEARING, Hearings.ref(hearing.id()), by, "needs.radar-told-heard", new Words("needs.radar-finding." + answer.finding().code()), answer.words()));
    }

    void late(RecordDue due) {
        notices.send(due.told(), Notice.of(HEARING, due.about(), Actor.SYSTEM, "needs.radar-late-" + due.percent(), due.at()));
    }

    /** A hearing that comes near its time or is over it. */
    record RecordDue(org.kamiau.platform.RecordRef about, List<MemberId> told, int percent, java.time.Instant at) {}

    private List<MemberId> with(Role... roles) {
        return directory.withRole(roles).stream().map(Directory.Person::id).toList();
    }
}
