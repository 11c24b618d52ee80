package org.kamiau.leads;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.DemoCustomers;
import org.kamiau.customers.Incoming;
import org.kamiau.handoffs.DemoAnswers;
import org.kamiau.handoffs.ReturnReason;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.kamiau.products.Product;
import org.springframework.stereotype.Component;

/**
 * The inquiries of the story's year: 7,589 of them, 1,766 of which became MQLs; since the
 * checklist advertisement of August more come and fewer fit, while answers take longer. Ends on Friday at
 * 17:52 with the inquiry that has 17 minutes left on Tuesday at 9:05.
 */
@Component
class DemoLeads implements DemoChapter {

    private record Month(int inquiries, int mql, int sal, int sql, int targetShare, int medianMinutes) {}

    private static final YearMonth FIRST = YearMonth.of(2025, 12);
    private static final List<Month> YEAR = List.of(
            new Month(410, 92, 80, 28, 63, 21),
            new Month(432, 97, 85, 30, 62, 22),
            new Month(468, 104, 91, 32, 64, 22),
            new Month(505, 112, 97, 35, 61, 23),
            new Month(540, 121, 106, 38, 63, 22),
            new Month(655, 148, 130, 47, 65, 21),
            new Month(720, 160, 139, 50, 62, 22),
            new Month(690, 152, 131, 46, 60, 22),
            new Month(700, 163, 133, 43, 55, 55),
            new Month(846, 206, 150, 41, 46, 130),
            new Month(968, 243, 160, 41, 37, 220),
            new Month(655, 168, 104, 19, 36, 220));

    /** Named accounts past the ABM tier, so that the nine lie on the desks of all four in inside sales. */
    private static final int WAITING_FROM = 23;

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate CHECKLIST = LocalDate.of(2026, 8, 17);
    private static final ResponseKind[] RAISED = {
        ResponseKind.QUOTE_REQUEST, ResponseKind.CONTACT, ResponseKind.CONTACT, ResponseKind.DEMO_REQUEST
    };
    private static final ResponseKind[] INTERESTED = {
        ResponseKind.DOWNLOAD, ResponseKind.DOWNLOAD, ResponseKind.WEBINAR, ResponseKind.CASE_STUDY, ResponseKind.OTHER
    };
    private static final String[] WORDS = {
        "暑熱対策の記録を残す方法を探しています。", "費用の目安を知りたいです。", "来月の安全大会で紹介できる資料をいただけますか。",
        "現場が10か所あり、まとめて管理できるか教えてください。", "他社製品と比べています。違いを教えてください。", "まずは話を聞いてみたいです。"
    };
    private static final String[] ADVICE = {
        "現場の数と時期が分かると動けます。フォームに項目を足せませんか。", "対象セグメント外です。定義の見直しを相談させてください。",
        "同じ会社の別の方とすでに話しています。", "冷凍倉庫の案件は FS-6 さんが担当です。"
    };

    /** An inquiry to come, and what is to become of it. */
    private record Planned(Instant at, Incoming who, ResponseKind kind, boolean raised, boolean target, int month, boolean waits) {}

    /** An MQL of the past with its handoff. */
    private record Qualified(Planned planned, Received received) {}

    private final Intake intake;
    private final DemoAnswers answers;
    private final DSLContext sql;

    DemoLeads(Intake intake, DemoAnswers answers, DSLContext sql) {
        this.intake = intake;
        this.answers = answers;
        this.sql = sql;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String title() {
        return "7,589 inquiries of a year";
    }

    @Override
    public void tell(Story story) {
        var chance = story.random("leads");
        var plan = plan(story.get("customers/cast", DemoCustomers.Cast.class), chance);
        var friday = at(FRIDAY, 0, 0);
        answer(story, takeIn(story, plan.stream().filter(one -> one.at().isBefore(friday)).toList(), chance), chance);
        weigh();
        takeIn(story, plan.stream().filter(one -> !one.at().isBefore(friday)).toList(), chance);
    }

    /** What lies on the desks on Friday morning. */
    private void weigh() {
        sql.execute("""
                insert into leads.workload (member_id, open, assigned_at)
                select owner_id, count(*) filter (where stage in ('assigned', 'accepted', 'working')), max(assigned_at)
                from leads.lead where owner_id is not null group by owner_id
                on conflict (member_id) do update set open = excluded.open
                """);
    }

    private static List<Planned> plan(DemoCustomers.Cast cast, RandomGenerator chance) {
        var plan = new ArrayList<Planned>();
        var heads = new ArrayList<>(cast.targetHeads());
        var friday = new ArrayList<>(heads.subList(WAITING_FROM, WAITING_FROM + 8));
        heads.removeAll(friday);
        var targets = heads.iterator();
        var others = cast.otherHeads().iterator();
        int staff = 0;
        for (int m = 0; m < YEAR.size(); m++) {
            var month = YEAR.get(m);
            int planned = plan.size();
            int target = Math.round(month.mql() * month.targetShare() / 100f);
            int qualified = month.mql();
            if (m == YEAR.size() - 1) {
                target -= waiting(plan, cast.story(), friday.iterator(), m);
                qualified -= 9;
            }
            for (int i = 0; i < qualified; i++) {
                boolean inTarget = i < target;
                plan.add(new Planned(
                        moment(m, chance), (inTarget ? targets : others).next(), RAISED[chance.nextInt(RAISED.length)], true, inTarget, m, false));
            }
            while (plan.size() - planned < month.inquiries()) {
                var who = cast.staff().get(staff++ % cast.staff().size());
                plan.add(new Planned(moment(m, chance), who, INTERESTED[chance.nextInt(INTERESTED.length)], false, false, m, false));
            }
        }
        plan.sort(Comparator.comparing(Planned::at));
        return plan;
    }

    /** The nine that nobody has answered when the story begins; says how many of them are targets. */
    private static int waiting(List<Planned> plan, Incoming story, java.util.Iterator<Incoming> targets, int month) {
        plan.add(new Planned(at(FRIDAY, 11, 10), story, ResponseKind.DOWNLOAD, false, true, month, false));
        plan.add(new Planned(at(FRIDAY, 17, 52), story, ResponseKind.QUOTE_REQUEST, true, true, month, true));
        for (int minute = 55; minute <= 58; minute += 3) {
            plan.add(new Planned(at(FRIDAY, 17, minute), targets.next(), ResponseKind.CONTACT, true, true, month, true));
        }
        for (int i = 0; i < 6; i++) {
            var who = targets.next();
            var moment = at(FRIDAY, 15, 15).plus(Duration.ofMinutes(25L * i));
            plan.add(new Planned(moment.minusSeconds(600), who, ResponseKind.PRICE_PAGE, false, true, month, true));
            plan.add(new Planned(moment.minusSeconds(300), who, ResponseKind.WEBINAR, false, true, month, true));
            plan.add(new Planned(moment, who, ResponseKind.DOWNLOAD, false, true, month, true));
        }
        return 9;
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Story.ZONE).toInstant();
    }

    /** Mostly on working days, mostly in the day. */
    private static Instant moment(int month, RandomGenerator chance) {
        var first = FIRST.plusMonths(month).atDay(1);
        int days = month == YEAR.size() - 1 ? FRIDAY.getDayOfMonth() - 1 : first.lengthOfMonth();
        var day = first.plusDays(chance.nextInt(days));
        if (day.getDayOfWeek().getValue() > 5 && chance.nextInt(4) > 0) {
            day = first.plusDays(chance.nextInt(days));
        }
        return at(day, 8 + chance.nextInt(11), chance.nextInt(60));
    }

    /** Week by week, each at the end of its last day, so that scores are about as they were. */
    private List<Qualified> takeIn(Story story, List<Planned> plan, RandomGenerator chance) {
        var weeks = new TreeMap<LocalDate, List<Planned>>();
        plan.forEach(one -> weeks.computeIfAbsent(day(one).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), _ -> new ArrayList<>()).add(one));
        var qualified = new ArrayList<Qualified>();
        weeks.forEach((_, planned) -> story.at(at(day(planned.getLast()), 20, 0), () -> {
            var received = intake.take(planned.stream().map(one -> inquiry(one, story, chance)).toList(), Actor.SYSTEM);
            for (int i = 0; i < planned.size(); i++) {
                var handoff = received.get(i).handoff();
                if (handoff != null && planned.get(i).raised() && !planned.get(i).waits()) {
                    qualified.add(new Qualified(planned.get(i), received.get(i)));
                }
            }
        }));
        return qualified;
    }

    private static LocalDate day(Planned planned) {
        return planned.at().atZone(Story.ZONE).toLocalDate();
    }

    private static Inquiry inquiry(Planned planned, Story story, RandomGenerator chance) {
        var source = origin(planned, chance);
        var product = story.get("product/" + (planned.target() && chance.nextInt(3) > 0 ? "A" : "B"), Product.Id.class);
        var message = planned.raised() ? WORDS[chance.nextInt(WORDS.length)] : null;
        if (planned.waits() && planned.raised() && planned.at().equals(at(FRIDAY, 17, 52))) {
            message = "12月の協力会社説明会までに、記録の残し方と費用を知りたいです。現場は8か所です。";
            product = story.get("product/A", Product.Id.class);
        }
        return new Inquiry(
                planned.who(), planned.kind(), Inquiry.Via.FORM, product, source.campaign(), "web", source.origin(), message, planned.at(), null, planned.waits());
    }

    private record Origin(String origin, @Nullable String campaign) {}

    private static Origin origin(Planned planned, RandomGenerator chance) {
        var day = planned.at().atZone(Story.ZONE).toLocalDate();
        boolean afterChecklist = !day.isBefore(CHECKLIST);
        if (afterChecklist && !planned.target() && chance.nextInt(100) < 70) {
            return new Origin("広告", "暑さ指数チェックリスト広告");
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

    /** Accepted or returned, quickly until July and slower since; then sold on, nurtured or closed. */
    private void answer(Story story, List<Qualified> qualified, RandomGenerator chance) {
        var byMonth = new TreeMap<Integer, List<Qualified>>();
        qualified.forEach(one -> byMonth.computeIfAbsent(one.planned().month(), _ -> new ArrayList<>()).add(one));
        var told = new ArrayList<Qualified>();
        var past = new ArrayList<DemoAnswers.Past>();
        var fates = new ArrayList<Lead.Stage>();
        byMonth.forEach((m, all) -> {
            var month = YEAR.get(m);
            // Targets first among the accepted, others first among the returned.
            all.sort(Comparator.comparing((Qualified one) -> !one.planned().target()).thenComparing(one -> one.planned().at()));
            for (int i = 0; i < all.size(); i++) {
                var one = all.get(i);
                boolean accepted = i < month.sal();
                boolean recent = one.planned().at().isAfter(at(LocalDate.of(2026, 11, 6), 0, 0));
                var owner = one.received().owner() == null ? story.get("member/is1", MemberId.class) : one.received().owner();
                int reason = chance.nextInt(ADVICE.length);
                told.add(one);
                past.add(new DemoAnswers.Past(
                        java.util.Objects.requireNonNull(one.received().handoff()).id(), one.planned().at(), Intake.HAND_RAISE,
                        minutes(month.medianMinutes(), chance), owner,
                        accepted ? null : List.of(ReturnReason.INCOMPLETE, ReturnReason.OUTSIDE_DEFINITION, ReturnReason.DUPLICATE, ReturnReason.WRONG_OWNER).get(reason),
                        accepted ? null : ADVICE[reason]));
                fates.add(fate(accepted, accepted && i % month.sal() < month.sql(), recent, chance));
            }
        });
        write(told, fates, answers.tell(past));
    }

    private static Lead.Stage fate(boolean accepted, boolean sold, boolean recent, RandomGenerator chance) {
        if (!accepted) {
            return recent ? Lead.Stage.RETURNED : Lead.Stage.NURTURE;
        }
        if (sold) {
            return Lead.Stage.SQL;
        }
        if (recent) {
            return Lead.Stage.ACCEPTED;
        }
        int fall = chance.nextInt(100);
        return fall < 60 ? Lead.Stage.RECYCLED : fall < 85 ? Lead.Stage.NURTURE : Lead.Stage.DISQUALIFIED;
    }

    /** A long tail to the right: half of the answers come before the median, some take a day. */
    private static long minutes(int median, RandomGenerator chance) {
        return Math.clamp(Math.round(median * Math.exp(1.2 * chance.nextGaussian())), 2, 2_000);
    }

    private void write(List<Qualified> told, List<Lead.Stage> fates, List<Instant> answered) {
        record Row(UUID lead, Lead.Stage stage, Instant answered) {}
        var rows = new ArrayList<Row>();
        for (int i = 0; i < told.size(); i++) {
            rows.add(new Row(told.get(i).received().id().value(), fates.get(i), answered.get(i)));
        }
        var bulk = new Bulk<>(rows);
        sql.execute(
                """
                update leads.lead l set stage = r.stage, due_at = null,
                    turn = case r.stage when 'accepted' then l.turn when 'returned' then 'marketing' end,
                    owner_id = case when h.state = 'returned' then null else l.owner_id end,
                    accepted_at = case when h.state = 'accepted' then r.answered_at end,
                    returned_at = case when h.state = 'returned' then r.answered_at end,
                    wake_on = case r.stage when 'recycled' then (r.answered_at + interval '70 days')::date end,
                    wake_at = case r.stage when 'recycled' then r.answered_at + interval '70 days' end,
                    sql_at = case r.stage when 'sql' then r.answered_at + interval '9 days' end,
                    closed_at = case r.stage when 'disqualified' then r.answered_at + interval '5 days' end,
                    closed_reason = case r.stage when 'disqualified' then 'no_need' end
                from unnest({0}::uuid[], {1}::text[], {2}::timestamptz[]) as r (id, stage, answered_at), handoffs.handoff_view h
                where l.id = r.id and h.id = l.handoff_id
                """,
                bulk.uuids(Row::lead),
                bulk.texts(row -> row.stage().code()),
                bulk.moments(Row::answered));
    }
}
