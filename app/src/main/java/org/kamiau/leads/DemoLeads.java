package org.kamiau.leads;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.ClockSweep;
import org.kamiau.customers.DemoCustomers;
import org.kamiau.handoffs.Agreements;
import org.kamiau.people.Assignment;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Task;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.kamiau.products.Product;
import org.springframework.stereotype.Component;

/**
 * The inquiries of the story's year and what became of them: 7,589 come, 1,766 become MQLs, 450 SQLs
 * ({@link DemoYear}). Accounts of ABM tier 1 go past inside sales to their pair and are not among the SQLs. Ends on
 * Friday at 17:52 with the inquiry that has 17 minutes left on Tuesday at 9:05.
 */
@Component
class DemoLeads implements DemoChapter {

    private final Intake intake;
    private final DemoBook book;
    private final Calendars calendars;
    private final Agreements agreements;
    private final FunctionMap functions;
    private final ClockSweep sweep;
    private final WakeUps wakeUps;

    DemoLeads(
            Intake intake, DemoBook book, Calendars calendars, Agreements agreements, FunctionMap functions, ClockSweep sweep, WakeUps wakeUps) {
        this.intake = intake;
        this.book = book;
        this.calendars = calendars;
        this.agreements = agreements;
        this.functions = functions;
        this.sweep = sweep;
        this.wakeUps = wakeUps;
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
        var setting = new DemoSetting(story, calendars.current(), agreements);
        functions.assign(Actor.SYSTEM, new Assignment(Task.LEAD_QUALIFICATION, Function.MARKETING, null, setting.member("demand1")));
        var plan = DemoYear.plan(story.get("customers/cast", DemoCustomers.Cast.class), chance);
        var friday = DemoYear.at(DemoYear.FRIDAY, 0, 0);
        var leads = takeIn(setting, plan.stream().filter(one -> one.at().isBefore(friday)).toList(), chance);
        new DemoRelay(setting).run(leads);
        book.write(leads, setting.days.calendar(), story);
        takeIn(setting, plan.stream().filter(one -> !one.at().isBefore(friday)).toList(), chance);
        book.weigh();
        tellMarks(story);
        var opening = DemoYear.at(Story.TODAY, 9, 0);
        story.at(opening, () -> wakeUps.wake(opening));
    }

    /** Week by week, each at the end of its last day, so that scores are about as they were; answers with the MQLs. */
    private List<DemoLead> takeIn(DemoSetting setting, List<DemoYear.Planned> plan, RandomGenerator chance) {
        var weeks = new TreeMap<LocalDate, List<DemoYear.Planned>>();
        plan.forEach(one -> weeks.computeIfAbsent(one.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), _ -> new ArrayList<>()).add(one));
        var qualified = new ArrayList<DemoLead>();
        weeks.forEach((_, planned) -> setting.story.at(DemoYear.at(planned.getLast().day(), 20, 0), () -> {
            var received = intake.take(planned.stream().map(one -> inquiry(one, setting.story, chance)).toList(), Actor.SYSTEM);
            for (int i = 0; i < planned.size(); i++) {
                if (received.get(i).handoff() != null && planned.get(i).raised() && !planned.get(i).waits()) {
                    qualified.add(lead(qualified.size(), planned.get(i), received.get(i), setting));
                }
            }
            book.clearDesks();
        }));
        return qualified;
    }

    private static DemoLead lead(int number, DemoYear.Planned planned, Received received, DemoSetting setting) {
        var events = List.of("展示会", "ウェビナー", "紹介").contains(planned.origin().origin());
        return new DemoLead(number, planned, received, setting.member(events ? "demand2" : "demand1"), setting.member("is1"));
    }

    private static Inquiry inquiry(DemoYear.Planned planned, Story story, RandomGenerator chance) {
        var source = planned.origin();
        var product = story.get("product/" + (planned.target() && chance.nextInt(3) > 0 ? "A" : "B"), Product.Id.class);
        var words = DemoWords.INQUIRY[chance.nextInt(DemoWords.INQUIRY.length)];
        // The form of the checklist asks for nothing but an address; most leave the rest empty.
        boolean silent = DemoYear.CHECKLIST_CAMPAIGN.equals(source.campaign()) && chance.nextInt(3) > 0;
        var message = planned.raised() && !silent ? words : null;
        if (planned.storys()) {
            message = planned.raised() ? DemoWords.STORY_INQUIRY : null;
            product = story.get("product/A", Product.Id.class);
        }
        return new Inquiry(
                planned.who(), planned.kind(), Inquiry.Via.FORM, product, source.campaign(), "web", source.origin(), message, planned.at(), null, planned.waits());
    }

    /** The marks that running clocks passed before the story begins were told when they were passed. */
    private void tellMarks(Story story) {
        for (var next = sweep.next(Story.MORNING); next.isPresent(); next = sweep.next(Story.MORNING)) {
            var moment = next.get();
            story.at(moment, () -> sweep.sweep(moment));
        }
    }
}
