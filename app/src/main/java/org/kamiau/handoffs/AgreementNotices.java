package org.kamiau.handoffs;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.ClockEvent;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.calendar.ReachedMark;
import org.kamiau.handoffs.AgreementVersion.Draft;
import org.kamiau.handoffs.AgreementVersion.Signed;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is told about a draft and its signatures. The first signature puts a clock on the other head: 5 business days,
 * after which the executives know that they may decide.
 */
@Configuration
class AgreementNotices {

    /** The clock on the head who has not signed. */
    static final String SIGNATURE = "handoffs.signature";

    private static final BusinessTime TIME_TO_SIGN = BusinessTime.days(5);
    private static final String NOTICE = "handoffs.agreement";
    private static final Role[] CONCERNED = {
        Role.EXEC, Role.SALES_HEAD, Role.FS_MGR, Role.FS, Role.IS_LEAD, Role.IS, Role.CS, Role.MKT_HEAD, Role.MKT, Role.REVOPS
    };

    private final Clocks clocks;
    private final Directory directory;
    private final Notices notices;

    AgreementNotices(Clocks clocks, Directory directory, Notices notices) {
        this.clocks = clocks;
        this.directory = directory;
        this.notices = notices;
    }

    @Bean
    static NoticeKind agreementTold() {
        return new NoticeKind(NOTICE, "handoffs.notice-kind.agreement");
    }

    static RecordRef ref(AgreementVersion version) {
        return new RecordRef(Agreements.KIND, version.head().id().value());
    }

    /** One head has signed: the other's clock starts. */
    void waits(Draft draft, Actor by, Instant now) {
        var side = draft.signatures().containsKey(Side.SALES) ? Side.MARKETING : Side.SALES;
        var heads = heads(side);
        clocks.start(new NewClock(ref(draft), SIGNATURE, functionOf(side), heads.size() == 1 ? heads.getFirst() : null, now, TIME_TO_SIGN));
        notices.send(heads, Notice.of(NOTICE, ref(draft), by, "handoffs.agreement.told-waits"));
    }

    /** The terms changed, so whoever had signed is free again. */
    void edited(Draft before, Draft after, Actor by) {
        clocks.waive(ref(after), after.head().edited().at());
        if (!before.signatures().isEmpty()) {
            notices.send(signers(before), Notice.of(NOTICE, ref(after), by, "handoffs.agreement.told-edited"));
        }
    }

    void settled(Signed signed, Actor by, Instant now) {
        clocks.stop(ref(signed), now);
        var key = signed.decision() == null ? "handoffs.agreement.told-signed" : "handoffs.agreement.told-decided";
        var reason = signed.decision() == null ? "" : signed.decision().reason();
        notices.send(with(CONCERNED), Notice.of(NOTICE, ref(signed), by, key, signed.inForceAt(), reason));
    }

    void withdrawn(Draft before, Actor by, Instant now) {
        clocks.waive(ref(before), now);
        notices.send(signers(before), Notice.of(NOTICE, ref(before), by, "handoffs.agreement.told-withdrawn"));
    }

    /** 80 %: the head who has not signed; 100 %: both heads; twice the time: the executives, who may decide. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(ClockEvent.Reached reached) {
        reached.of(List.of(SIGNATURE)).forEach(this::late);
    }

    private void late(ReachedMark reached) {
        var clock = reached.clock();
        var late = clock.turn() == Function.MARKETING ? Side.MARKETING : Side.SALES;
        var told = switch (reached.mark()) {
            case AMBER -> heads(late);
            case DUE -> with(Role.SALES_HEAD, Role.MKT_HEAD);
            case DOUBLED -> with(Role.SALES_HEAD, Role.MKT_HEAD, Role.EXEC);
        };
        notices.send(told, Notice.of(NOTICE, clock.about(), Actor.SYSTEM, "handoffs.agreement.told-" + reached.mark().percent(), clock.moments().dueAt()));
    }

    private static Function functionOf(Side side) {
        return side == Side.MARKETING ? Function.MARKETING : Function.FIELD_SALES;
    }

    private List<MemberId> heads(Side side) {
        return with(side == Side.MARKETING ? Role.MKT_HEAD : Role.SALES_HEAD);
    }

    private List<MemberId> with(Role... roles) {
        return directory.withRole(roles).stream().map(Directory.Person::id).toList();
    }

    private static Collection<MemberId> signers(Draft draft) {
        return draft.signatures().values().stream().map(signature -> Objects.requireNonNull(signature).by()).toList();
    }
}
