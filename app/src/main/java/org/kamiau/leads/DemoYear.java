package org.kamiau.leads;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.DemoCustomers;
import org.kamiau.customers.Incoming;
import org.kamiau.platform.demo.Story;

/**
 * The plan of the story's year: how many ask each month, how many of them become MQLs, are accepted and become SQLs.
 * Since the checklist advertisement of August more come and fewer fit, while first calls take longer.
 */
final class DemoYear {

    /**
     * A month of the funnel.
     *
     * @param sal of the month's MQLs accepted within 21 days
     * @param soldTargets how many of its SQLs are in target segments
     * @param targetShare percent of its MQLs
     * @param minutes median business minutes to the first attempt
     * @param answered percent of hand-overs answered in time, of those that could have been later
     * @param replied percent of returns that marketing replied to in time
     * @param resent returned first, then corrected and accepted
     */
    record Month(
            int inquiries, int mql, int sal, int sql, int soldTargets, int targetShare, int minutes, int answered, int replied, int resent) {
        int targets() {
            return Math.round(mql * targetShare / 100f);
        }
    }

    static final List<Month> MONTHS = List.of(
            new Month(410, 92, 80, 28, 25, 63, 21, 80, 92, 2),
            new Month(432, 97, 85, 30, 26, 62, 22, 80, 92, 2),
            new Month(468, 104, 91, 32, 29, 64, 22, 80, 91, 2),
            new Month(505, 112, 97, 35, 30, 61, 23, 80, 92, 2),
            new Month(540, 121, 106, 38, 33, 63, 22, 80, 90, 2),
            new Month(655, 148, 130, 47, 42, 65, 21, 80, 91, 3),
            new Month(720, 160, 139, 50, 44, 62, 22, 80, 90, 3),
            new Month(690, 152, 131, 46, 40, 60, 22, 80, 88, 3),
            new Month(700, 163, 133, 43, 37, 55, 55, 78, 80, 4),
            new Month(846, 206, 150, 41, 33, 46, 130, 66, 72, 6),
            new Month(968, 243, 160, 41, 31, 37, 220, 55, 69, 8),
            new Month(655, 168, 104, 19, 14, 36, 220, 55, 68, 4));

    static final YearMonth FIRST = YearMonth.of(2025, 12);
    static final int NOVEMBER = MONTHS.size() - 1;
    static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Instant STORY_DOWNLOAD = at(FRIDAY, 11, 10);
    static final Instant STORY_INQUIRY = at(FRIDAY, 17, 52);

    /** Named accounts past the ABM tier, so that the nine lie on the desks of all four in inside sales. */
    private static final int WAITING_FROM = 23;

    /** How many nobody has answered when the story begins. */
    private static final int WAITING = 9;

    private static final LocalDate CHECKLIST = LocalDate.of(2026, 8, 17);
    static final String CHECKLIST_CAMPAIGN = "暑さ指数チェックリスト広告";
    private static final ResponseKind[] RAISED = {
        ResponseKind.QUOTE_REQUEST, ResponseKind.CONTACT, ResponseKind.CONTACT, ResponseKind.DEMO_REQUEST
    };
    private static final ResponseKind[] INTERESTED = {
        ResponseKind.DOWNLOAD, ResponseKind.DOWNLOAD, ResponseKind.WEBINAR, ResponseKind.CASE_STUDY, ResponseKind.OTHER
    };

    /** Where an inquiry came from. */
    record Origin(String origin, @Nullable String campaign) {}

    /**
     * An inquiry to come.
     *
     * @param raised a raised hand, which makes it an MQL
     * @param waits nobody has answered it when the story begins
     */
    record Planned(Instant at, Incoming who, ResponseKind kind, Origin origin, boolean raised, boolean target, int month, boolean waits) {
        LocalDate day() {
            return at.atZone(Story.ZONE).toLocalDate();
        }

        /** By the one whose inquiry ends the year: a download in the morning, a quote at 17:52. */
        boolean storys() {
            return at.equals(STORY_INQUIRY) || at.equals(STORY_DOWNLOAD);
        }
    }

    private final RandomGenerator chance;
    private final List<Planned> plan = new ArrayList<>();

    private DemoYear(RandomGenerator chance) {
        this.chance = chance;
    }

    /** All inquiries in the order in which they come. */
    static List<Planned> plan(DemoCustomers.Cast cast, RandomGenerator chance) {
        return new DemoYear(chance).plan(cast);
    }

    private List<Planned> plan(DemoCustomers.Cast cast) {
        var heads = new ArrayList<>(cast.targetHeads());
        var friday = new ArrayList<>(heads.subList(WAITING_FROM, WAITING_FROM + WAITING - 1));
        heads.removeAll(friday);
        // Named accounts and all kinds of companies come all year round.
        Collections.shuffle(heads, chance);
        var others = new ArrayList<>(cast.otherHeads());
        Collections.shuffle(others, chance);
        var targets = heads.iterator();
        var rest = others.iterator();
        int staff = 0;
        for (int m = 0; m < MONTHS.size(); m++) {
            int planned = plan.size();
            qualified(m, targets, rest, cast.story(), friday.iterator());
            while (plan.size() - planned < MONTHS.get(m).inquiries()) {
                var who = cast.staff().get(staff++ % cast.staff().size());
                add(moment(m), who, INTERESTED[chance.nextInt(INTERESTED.length)], false, false, m, false);
            }
        }
        plan.sort(Comparator.comparing(Planned::at));
        return List.copyOf(plan);
    }

    private void qualified(int m, Iterator<Incoming> targets, Iterator<Incoming> others, Incoming story, Iterator<Incoming> friday) {
        int waiting = m == NOVEMBER ? WAITING : 0;
        if (m == NOVEMBER) {
            waiting(story, friday);
        }
        int target = MONTHS.get(m).targets() - waiting;
        for (int i = 0; i < MONTHS.get(m).mql() - waiting; i++) {
            boolean inTarget = i < target;
            add(moment(m), (inTarget ? targets : others).next(), RAISED[chance.nextInt(RAISED.length)], true, inTarget, m, false);
        }
    }

    /** The nine that nobody has answered when the story begins: all of them targets. */
    private void waiting(Incoming story, Iterator<Incoming> targets) {
        add(STORY_DOWNLOAD, story, ResponseKind.DOWNLOAD, false, true, NOVEMBER, false);
        add(STORY_INQUIRY, story, ResponseKind.QUOTE_REQUEST, true, true, NOVEMBER, true);
        for (int minute = 55; minute <= 58; minute += 3) {
            add(at(FRIDAY, 17, minute), targets.next(), ResponseKind.CONTACT, true, true, NOVEMBER, true);
        }
        for (int i = 0; i < 6; i++) {
            var who = targets.next();
            var moment = at(FRIDAY, 15, 15).plus(Duration.ofMinutes(25L * i));
            add(moment.minusSeconds(600), who, ResponseKind.PRICE_PAGE, false, true, NOVEMBER, true);
            add(moment.minusSeconds(300), who, ResponseKind.WEBINAR, false, true, NOVEMBER, true);
            add(moment, who, ResponseKind.DOWNLOAD, false, true, NOVEMBER, true);
        }
    }

    private void add(Instant at, Incoming who, ResponseKind kind, boolean raised, boolean target, int month, boolean waits) {
        plan.add(new Planned(at, who, kind, origin(at, target), raised, target, month, waits));
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Story.ZONE).toInstant();
    }

    /** Mostly on working days, mostly in the day. */
    private Instant moment(int month) {
        var first = FIRST.plusMonths(month).atDay(1);
        int days = month == NOVEMBER ? FRIDAY.getDayOfMonth() - 1 : first.lengthOfMonth();
        var day = first.plusDays(chance.nextInt(days));
        if (day.getDayOfWeek().getValue() > 5 && chance.nextInt(4) > 0) {
            day = first.plusDays(chance.nextInt(days));
        }
        return at(day, 8 + chance.nextInt(11), chance.nextInt(60));
    }

    private Origin origin(Instant at, boolean target) {
        var day = at.atZone(Story.ZONE).toLocalDate();
        if (!day.isBefore(CHECKLIST) && !target && chance.nextInt(100) < 70) {
            return new Origin("広告", CHECKLIST_CAMPAIGN);
        }
        if ((day.getMonthValue() == 2 || day.getMonthValue() == 10) && chance.nextInt(100) < 30) {
            return new Origin("展示会", day.getMonthValue() == 2 ? "安全衛生展 2026春" : "安全衛生展 2026秋");
        }
        return switch (chance.nextInt(6)) {
            case 0 -> new Origin("紹介", null);
            case 1, 2 -> new Origin("検索広告", "検索広告");
            case 3 -> new Origin("ウェビナー", "暑熱対策ウェビナー");
            default -> new Origin("Webサイト", null);
        };
    }
}
