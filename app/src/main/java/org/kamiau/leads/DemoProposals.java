package org.kamiau.leads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Boundary;
import org.kamiau.handoffs.DemoHandoffs.Accepted;
import org.kamiau.handoffs.DemoHandoffs.Answer;
import org.kamiau.handoffs.DemoHandoffs.Meeting;
import org.kamiau.handoffs.DemoHandoffs.Rated;
import org.kamiau.handoffs.DemoHandoffs.Reply;
import org.kamiau.handoffs.DemoHandoffs.Returned;
import org.kamiau.handoffs.DemoHandoffs.Told;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Promise;
import org.kamiau.handoffs.ReturnReason;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.Story;

/**
 * From the conversation to the first meeting: what inside sales proposed, field sales confirmed, and came of it. On
 * Tuesday three proposals wait for field sales, two first meetings are to be held, and some ratings are owed.
 */
final class DemoProposals {

    private static final int DEALS = 262;
    private static final int RETURNED = 4;
    private static final int FEEDBACK_ON_TIME = 80;

    private final DemoSetting setting;
    private final DemoDays days;
    private final DemoWork work;
    private final List<DemoProposal> proposals = new ArrayList<>();

    DemoProposals(DemoSetting setting, DemoWork work) {
        this.setting = setting;
        this.days = setting.days;
        this.work = work;
    }

    /** An SQL to be: reached, and proposed in the same hour or on the next day. */
    void propose(DemoLead lead) {
        var reached = work.reach(lead);
        var at = setting.hit(55) ? days.after(reached, 5, 45) : days.on(reached, 1);
        if (setting.hit(RETURNED)) {
            var returned = proposal(lead, at, seller(lead));
            returned.fate = DemoProposal.Fate.RETURNED;
            at = days.after(at, 150, 420);
        }
        proposal(lead, at, seller(lead));
    }

    /** A need and a meeting, and nobody has answered yet. */
    void wait(DemoLead lead, Instant at, MemberId seller) {
        work.reach(lead, days.calendar().nextOpening(at.minusSeconds(60L * 25)));
        proposal(lead, at, seller).fate = DemoProposal.Fate.WAITING;
    }

    private DemoProposal proposal(DemoLead lead, Instant at, MemberId seller) {
        var proposal = new DemoProposal(lead, at, seller, days.meeting(at, 2 + setting.chance.nextInt(4)));
        proposals.add(proposal);
        return proposal;
    }

    /** The account's own seller, the one for its kind, else by turns. */
    private MemberId seller(DemoLead lead) {
        var account = lead.account;
        if (account != null && account.fsOwner() != null) {
            return account.fsOwner();
        }
        if (account != null && account.segments().contains("cold_storage")) {
            return setting.member("fs6");
        }
        return setting.member(account != null && account.segments().contains("events") ? "fs7" : "fs" + (1 + lead.number % 5));
    }

    /** Decides how well they were handed over, and tells all of them. */
    void tell() {
        proposals.sort(Comparator.comparing(one -> one.offeredAt));
        meetToday();
        proposals.stream().filter(one -> one.fate == DemoProposal.Fate.CONFIRMED).forEach(one -> one.toldAt = told(one.meetingAt));
        DemoQuality.decide(proposals, setting);
        proposals.forEach(this::tell);
        goOn();
    }

    /** The last two of those that are confirmed meet their customer on Tuesday: one at 10:30, FS-3 at 14:00. */
    private void meetToday() {
        var last = proposals.reversed().stream()
                .filter(one -> one.fate == DemoProposal.Fate.CONFIRMED && one.lead.account != null && one.lead.account.fsOwner() == null)
                .limit(2)
                .toList();
        last.getFirst().seller = setting.member("fs3");
        last.getFirst().meetingAt = DemoYear.at(Story.TODAY, 14, 0);
        last.getLast().meetingAt = DemoYear.at(Story.TODAY, 10, 30);
    }

    private @Nullable Instant told(Instant meetingAt) {
        var due = setting.due(meetingAt, Promise.FEEDBACK);
        var at = setting.share("feedback", FEEDBACK_ON_TIME) ? days.after(meetingAt, 60, 700) : days.after(due, 30, 800);
        return at.isBefore(DemoDays.WEEKEND) ? at : null;
    }

    private void tell(DemoProposal one) {
        var lead = one.lead;
        var agreement = setting.agreement(one.offeredAt);
        var due = setting.due(one.offeredAt, Promise.CONFIRMATION);
        var id = setting.id(one.fate == DemoProposal.Fate.RETURNED ? "proposal-first" : "proposal", lead, one.offeredAt);
        var known = new ArrayList<>(agreement.fields(Boundary.IS_FS));
        known.removeAll(one.missing);
        lead.proposed(one.offeredAt, new Handoff.Id(id), due);
        var answer = answer(one, due);
        lead.handoffs.add(new Told(
                id, Boundary.IS_FS, lead.id.value(), lead.receiver, one.seller, DemoWords.packet(one, known, setting), agreement,
                java.util.Set.copyOf(known), one.offeredAt, agreement.time(Promise.CONFIRMATION), one.meetingAt, answer));
        if (answer instanceof Accepted accepted) {
            lead.confirmed(accepted.at(), one.seller, one.toldAt == null ? one.meetingAt : null);
        }
    }

    private @Nullable Answer answer(DemoProposal one, Instant due) {
        return switch (one.fate) {
            case WAITING -> null;
            case SILENT -> new Accepted(due, one.seller, true, meeting(one));
            case CONFIRMED -> new Accepted(days.after(one.offeredAt, 12, 500), one.seller, false, meeting(one));
            case RETURNED -> {
                var at = days.after(one.offeredAt, 30, 110);
                yield new Returned(
                        at, one.seller, ReturnReason.INCOMPLETE, setting.pick(DemoWords.INCOMPLETE_PROPOSAL),
                        new Reply("correct", days.after(at, 10, 35), one.lead.receiver, "お客様に確認し、書き足しました。"), null);
            }
        };
    }

    private @Nullable Meeting meeting(DemoProposal one) {
        var told = one.toldAt;
        if (told == null) {
            return null;
        }
        var reasked = one.reasked ? reasked(one) : List.<String>of();
        return new Meeting(!one.noShow, reasked, told, one.seller, rated(one.giver, told), rated(one.receiver, told));
    }

    /** What the packet lacked; where it lacked nothing, the need. */
    private static List<String> reasked(DemoProposal one) {
        return one.missing.isEmpty() ? List.of("needs") : List.copyOf(one.missing.subList(0, Math.min(2, one.missing.size())));
    }

    private @Nullable Rated rated(int score, Instant told) {
        if (score == 0) {
            return null;
        }
        var at = days.after(told, 10, 2_300);
        return new Rated(score, at.isBefore(DemoDays.WEEKEND) ? at : days.after(told, 5, 30));
    }

    /** 262 became deals; of the others some wait for a budget, some are nurtured, some had no need after all. */
    private void goOn() {
        var met = new ArrayList<>(proposals.stream().filter(DemoProposal::met).toList());
        var recently = DemoYear.at(DemoYear.FRIDAY.minusDays(7), 0, 0);
        met.removeIf(one -> Objects.requireNonNull(one.toldAt).isAfter(recently));
        Collections.shuffle(met, setting.chance);
        met.subList(0, DEALS).forEach(one -> openDeal(one, later(one, 2, 10)));
        var rest = new ArrayList<>(met.subList(DEALS, met.size()));
        proposals.stream().filter(one -> one.noShow).forEach(rest::add);
        var open = DemoYear.at(DemoYear.FRIDAY.minusDays(21), 0, 0);
        rest.stream().filter(one -> Objects.requireNonNull(one.toldAt).isBefore(open)).forEach(one -> partWith(one.lead, later(one, 3, 12), one.seller));
    }

    private void openDeal(DemoProposal one, Instant at) {
        var closesOn = days.calendar().plusBusinessDays(days.calendar().toLocal(at).toLocalDate(), setting.chance.nextInt(30, 110));
        int amount = (one.lead.planned.target() ? 24 : 18) * 100_000 + setting.chance.nextInt(40) * 100_000;
        one.lead.openedDeal(at, one.seller, new DemoLead.Deal(amount, closesOn), setting.pick(DemoWords.DECISION));
    }

    private Instant later(DemoProposal one, int least, int most) {
        var at = days.on(Objects.requireNonNull(one.toldAt), setting.chance.nextInt(least, most + 1));
        return at.isBefore(DemoDays.WEEKEND) ? at : days.after(Objects.requireNonNull(one.toldAt), 5, 60);
    }

    private void partWith(DemoLead lead, Instant at, MemberId seller) {
        int fall = setting.chance.nextInt(100);
        if (fall < 45) {
            work.recycleUntilBudget(lead, at);
        } else if (fall < 75) {
            lead.nurtured(at, seller, null, setting.pick(DemoWords.NURTURE));
        } else {
            lead.disqualified(at, "no_budget", "今期は投資を見送ると決まったそうです。");
        }
    }
}
