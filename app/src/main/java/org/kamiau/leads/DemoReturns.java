package org.kamiau.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.DemoHandoffs.Accepted;
import org.kamiau.handoffs.DemoHandoffs.Answer;
import org.kamiau.handoffs.DemoHandoffs.Reply;
import org.kamiau.handoffs.DemoHandoffs.Returned;
import org.kamiau.handoffs.DemoHandoffs.Ruling;
import org.kamiau.handoffs.DemoHandoffs.Told;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Promise;
import org.kamiau.handoffs.ReturnReason;

/**
 * What inside sales gives back, and what marketing says to it. When the story begins five returns wait for a reply
 * (one of them nearly due, one overdue) and one dispute for its ruling.
 */
final class DemoReturns {

    private static final int DISPUTED = 12;

    private final DemoSetting setting;
    private final DemoDays days;

    DemoReturns(DemoSetting setting) {
        this.setting = setting;
        this.days = setting.days;
    }

    /** For good: marketing agrees, or loses the dispute. */
    void giveBack(DemoLead lead, DemoYear.Month month) {
        var at = answered(lead, month, 400);
        var reason = DemoWords.reason(lead, setting);
        var due = setting.due(at, Promise.REPLY);
        lead.returned(at, due);
        var repliedAt = replyMoment(at, due, month);
        if (setting.hit(DISPUTED) && days.on(repliedAt, 2).isBefore(DemoDays.WEEKEND)) {
            var ruledAt = days.on(repliedAt, 1 + setting.chance.nextInt(2));
            var reply = new Reply("dispute", repliedAt, lead.marketer, setting.pick(DemoWords.DISPUTE));
            var ruling = new Ruling("sales", ruledAt, setting.member("ops"), setting.pick(DemoWords.FOR_SALES));
            tell(lead, new Returned(at, lead.receiver, reason, DemoWords.advice(reason, lead, setting), reply, ruling));
            lead.nurtured(ruledAt, setting.member("ops"), "return_upheld", ruling.reason());
            return;
        }
        var reply = new Reply("agree", repliedAt, lead.marketer, setting.pick(DemoWords.AGREE));
        tell(lead, new Returned(at, lead.receiver, reason, DemoWords.advice(reason, lead, setting), reply, null));
        lead.nurtured(repliedAt, lead.marketer, "return_agreed", reply.note());
    }

    /** Business minutes: in time as often as planned. */
    private Instant answered(DemoLead lead, DemoYear.Month month, int most) {
        int least = setting.share("returned", 100 - (100 - month.answered()) / 2) ? 2 : 31;
        var at = days.after(lead.planned.at(), least, least == 2 ? 28 : most);
        return at.isBefore(DemoDays.WEEKEND) ? at : days.after(lead.planned.at(), 2, 28);
    }

    private Instant replyMoment(Instant returnedAt, Instant due, DemoYear.Month month) {
        var at = setting.share("replied", month.replied()) ? days.after(returnedAt, 45, 1_000) : days.after(due, 30, 900);
        return at.isBefore(DemoDays.WEEKEND) ? at : days.after(returnedAt, 20, 60);
    }

    /** Mended and offered again, or ruled to have been right; the second hand-over is accepted. */
    void sendAgain(DemoLead lead, DemoYear.Month month, boolean ruled) {
        var at = answered(lead, month, 300);
        var reason = ruled ? ReturnReason.OUTSIDE_DEFINITION : setting.hit(70) ? ReturnReason.INCOMPLETE : ReturnReason.WRONG_OWNER;
        lead.returned(at, setting.due(at, Promise.REPLY));
        var repliedAt = days.after(at, 60, 700);
        var ruledAt = days.on(repliedAt, 1);
        var reply = new Reply(ruled ? "dispute" : "correct", repliedAt, lead.marketer, setting.pick(ruled ? DemoWords.DISPUTE : DemoWords.CORRECT));
        var ruling = ruled ? new Ruling("marketing", ruledAt, setting.member("ops"), setting.pick(DemoWords.FOR_MARKETING)) : null;
        tell(lead, new Returned(at, lead.receiver, reason, DemoWords.advice(reason, lead, setting), reply, ruling));
        var offeredAt = ruling == null ? repliedAt : ruledAt;
        // What came to the wrong one goes to somebody else, everything else back to whoever returned it.
        var receiver = reason == ReturnReason.WRONG_OWNER ? setting.otherInsideSeller(lead.receiver) : lead.receiver;
        var by = ruling == null ? lead.marketer : ruling.by();
        lead.offeredAgain(
                new DemoLead.Again(new Handoff.Id(setting.id("handoff-again", lead, offeredAt)), by, ruling == null ? reply.note() : ruling.reason()),
                offeredAt, receiver);
    }

    /** Accepted in time or not, and always before the first attempt. */
    void accept(DemoLead lead, DemoYear.Month month) {
        int attempt = lead.minutes < 0 ? (int) days.minutes(lead.assignedAt, DemoDays.WEEKEND) - 60 : lead.minutes;
        boolean soon = lead.again != null || attempt <= 31 || setting.share("accepted", month.answered());
        int minutes = soon ? setting.chance.nextInt(1, Math.min(29, attempt) + 1) : setting.chance.nextInt(31, attempt + 1);
        var at = days.after(lead.assignedAt, minutes);
        var answer = new Accepted(at, lead.receiver, false, null);
        var again = lead.again;
        if (again == null) {
            tell(lead, answer);
        } else {
            lead.handoffs.add(told(lead, again, answer));
        }
        var agreement = setting.agreement(at);
        lead.accepted(at, agreement.time(again == null ? Promise.HAND_RAISE : Promise.FOLLOW_UP), agreement.time(Promise.ATTEMPTS));
    }

    private Told told(DemoLead lead, DemoLead.Again again, Answer answer) {
        var agreement = setting.agreement(lead.assignedAt);
        return new Told(
                again.handoff().value(), lead.offered.boundary(), lead.id.value(), again.by(), lead.receiver, DemoWords.again(lead, again.message()),
                agreement, Set.of("company", "person", "contact", "kind", "score", "message"), lead.assignedAt, agreement.time(Promise.ANSWER),
                null, answer);
    }

    private void tell(DemoLead lead, Answer answer) {
        var agreement = setting.agreement(lead.planned.at());
        lead.handoffs.add(new Told(
                lead.offered.id().value(), lead.offered.boundary(), lead.id.value(), lead.marketer, lead.offered.to(), null, agreement, Set.of(),
                lead.planned.at(), agreement.time(Promise.HAND_RAISE), null, answer));
    }

    /**
     * The returns that are open on Tuesday: three of Friday, one that is due at 9:40, one that was due on Thursday
     * (the heads of both departments hear of it at 14:10), one dispute that is to be ruled on by 11:05.
     *
     * @param returned of November
     * @return those that are told with this
     */
    List<DemoLead> open(List<DemoLead> returned) {
        var left = new ArrayList<>(returned);
        var open = new ArrayList<DemoLead>();
        var friday = DemoYear.FRIDAY;
        for (var at : List.of(DemoYear.at(friday, 16, 25), DemoYear.at(friday, 14, 40), DemoYear.at(friday, 11, 15))) {
            open.add(waiting(last(left, friday), at, null));
        }
        open.add(waiting(last(left, friday.minusDays(1)), DemoYear.at(friday.minusDays(1), 9, 40), null));
        open.add(waiting(last(left, friday.minusDays(3)), DemoYear.at(friday.minusDays(3), 14, 10), null));
        var disputed = last(left, friday.minusDays(4));
        var reply = new Reply("dispute", DemoYear.at(friday.minusDays(2), 11, 5), disputed.marketer, DemoWords.DISPUTE[0]);
        open.add(waiting(disputed, DemoYear.at(friday.minusDays(4), 10, 20), reply));
        return open;
    }

    private static DemoLead last(List<DemoLead> left, LocalDate before) {
        var last = left.stream().filter(lead -> lead.planned.day().isBefore(before)).reduce((_, later) -> later).orElseThrow();
        left.remove(last);
        return last;
    }

    private DemoLead waiting(DemoLead lead, Instant at, @Nullable Reply reply) {
        var reason = reply == null ? DemoWords.reason(lead, setting) : ReturnReason.OUTSIDE_DEFINITION;
        lead.returned(at, setting.due(at, Promise.REPLY));
        if (reply != null) {
            lead.disputed(setting.due(reply.at(), Promise.RULING));
        }
        tell(lead, new Returned(at, lead.receiver, reason, DemoWords.advice(reason, lead, setting), reply, null));
        return lead;
    }
}
