package org.kamiau.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Promise;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.Story;

/** How accepted leads are tried, reached, turned aside and woken again, until the story begins. */
final class DemoWork {

    private static final int REACHED = 62;
    private static final int REACHED_LATER = 35;
    private static final int WAKING_TODAY = 3;

    private enum Outcome {
        REACHED,
        NOT_REACHED,
        OPEN
    }

    private final DemoSetting setting;
    private final DemoDays days;
    private final Map<MemberId, Integer> wakingToday = new HashMap<>();

    DemoWork(DemoSetting setting) {
        this.setting = setting;
        this.days = setting.days;
    }

    /** What comes of it where it does not become an SQL. */
    void work(DemoLead lead) {
        var first = days.after(lead.assignedAt, lead.minutes);
        settle(lead, round(lead, first, REACHED));
    }

    private Outcome round(DemoLead lead, Instant first, int reached) {
        boolean will = setting.hit(reached);
        int tries = will ? tries() : setting.agreement(first).attempts();
        var at = first;
        for (int i = 1; i <= tries; i++) {
            if (at.isAfter(DemoDays.WEEKEND)) {
                return Outcome.OPEN;
            }
            boolean last = i == tries;
            tryOnce(lead, at, will && last);
            at = last ? at : days.on(at, setting.hit(40) ? 2 : 1);
        }
        return will ? Outcome.REACHED : Outcome.NOT_REACHED;
    }

    private int tries() {
        int one = setting.chance.nextInt(100);
        return one < 45 ? 1 : one < 70 ? 2 : one < 86 ? 3 : one < 95 ? 4 : 5;
    }

    private void tryOnce(DemoLead lead, Instant at, boolean reached) {
        boolean mail = lead.tries > 0 && setting.hit(30);
        var missed = mail ? setting.hit(12) ? "bounced" : "no_answer" : setting.hit(66) ? "no_answer" : setting.hit(75) ? "callback" : "wrong_number";
        lead.tried(at, mail ? "mail" : "phone", reached ? "connected" : missed, days.minutes(lead.assignedAt, at));
    }

    /** Tried until somebody answers, quickly; says when. */
    Instant reach(DemoLead lead) {
        var at = days.after(lead.assignedAt, lead.minutes);
        int tries = Math.min(3, tries());
        for (int i = 1; i < tries; i++) {
            tryOnce(lead, at, false);
            at = days.on(at, 1);
        }
        tryOnce(lead, at, true);
        return at;
    }

    /** Tried once in vain, then reached at this moment. */
    void reach(DemoLead lead, Instant at) {
        tryOnce(lead, days.after(lead.assignedAt, lead.minutes), false);
        tryOnce(lead, at, true);
    }

    private void settle(DemoLead lead, Outcome outcome) {
        var last = lead.attempts.isEmpty() ? lead.assignedAt : lead.attempts.getLast().at();
        switch (outcome) {
            case OPEN -> {}
            case NOT_REACHED -> {
                var day = days.calendar().toLocal(last).toLocalDate().plusDays(setting.agreement(last).wakeAfterDays());
                recycle(lead, last, businessDay(day), "not_reached", null);
            }
            case REACHED -> {
                var at = days.after(last, 10, 40);
                boolean talking = lead.planned.month() == DemoYear.NOVEMBER && setting.hit(40);
                if (!talking && at.isBefore(DemoDays.WEEKEND)) {
                    turnAside(lead, at);
                }
            }
        }
    }

    private void turnAside(DemoLead lead, Instant at) {
        int fall = setting.chance.nextInt(100);
        var owner = Objects.requireNonNull(lead.owner);
        if (fall < 40) {
            lead.nurtured(at, owner, null, setting.pick(DemoWords.NURTURE));
        } else if (fall < 70) {
            int why = setting.chance.nextInt(DemoWords.DISQUALIFIED.length);
            lead.disqualified(at, DemoWords.DISQUALIFIED[why][0], DemoWords.DISQUALIFIED[why][1]);
        } else {
            recycle(lead, at, stated(lead, at, owner), "stated", setting.pick(DemoWords.LATER));
        }
    }

    /** The day that the customer named; some of September and October named today. */
    private LocalDate stated(DemoLead lead, Instant at, MemberId owner) {
        var day = days.calendar().toLocal(at).toLocalDate();
        if (lead.inside() && lead.round == 1 && day.getMonthValue() >= 9 && day.getMonthValue() <= 10 && day.getYear() == 2026
                && wakingToday.getOrDefault(owner, 0) < WAKING_TODAY) {
            wakingToday.merge(owner, 1, Integer::sum);
            return Story.TODAY;
        }
        return businessDay(day.plusDays(setting.chance.nextInt(25, 130)));
    }

    /** Whose day has come before today has been tried again since. */
    private void recycle(DemoLead lead, Instant at, LocalDate day, String reason, @Nullable String note) {
        var opening = days.calendar().nextOpening(day.atStartOfDay(Story.ZONE).toInstant());
        lead.recycled(at, day, opening, reason, note);
        if (day.isBefore(Story.TODAY)) {
            lead.woken(setting.agreement(opening).time(Promise.ATTEMPTS));
            settle(lead, round(lead, days.after(opening, 10, 400), REACHED_LATER));
        }
    }

    private LocalDate businessDay(LocalDate from) {
        return from.datesUntil(from.plusMonths(1)).filter(days.calendar()::businessDay).findFirst().orElse(from);
    }

    /** After an SQL that came to nothing yet: the day lies ahead. */
    void recycleUntilBudget(DemoLead lead, Instant at) {
        var day = businessDay(LocalDate.of(2026, 12, 1).plusDays(setting.chance.nextInt(100)));
        recycle(lead, at, day, "stated", setting.pick(DemoWords.LATER));
    }
}
