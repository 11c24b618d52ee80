package org.kamiau.handoffs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/**
 * The gap between inside and field sales: found in June and left for the season, found again in September and answered
 * with a template that both sides made. The detections are the real ones; they look at the story's handoffs.
 */
@Component
class DemoAlarms implements DemoChapter {

    private final Alarms alarms;

    DemoAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public int order() {
        return 480;
    }

    @Override
    public String title() {
        return "gaps between the sides";
    }

    @Override
    public void tell(Story story) {
        var sales = new Actor(
                story.get("member/sales-head", MemberId.class), "営業本部長", "", Set.of(Role.SALES_HEAD), Set.of(Function.FIELD_SALES), Locale.JAPANESE,
                "auto", null);
        look(story, LocalDate.of(2026, 6, 8), sales, Outcome.LET_BE, "夏の繁忙期が終わる9月に、両部門で見直します。");
        look(story, LocalDate.of(2026, 9, 14), sales, Outcome.ACTED, "引き継ぎのひな形を両部門で作り直し、10月から使います。");
        story.at(at(Story.TODAY, 9), () -> alarms.look(at(Story.TODAY, 9)));
    }

    /** Decided three days later. */
    private void look(Story story, LocalDate day, Actor by, Outcome outcome, String reason) {
        story.at(at(day, 9), () -> alarms.look(at(day, 9)));
        story.at(at(day.plusDays(3), 15), () -> alarms.open().forEach(alarm -> alarms.close(alarm.id(), outcome, reason, by)));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Story.ZONE).toInstant();
    }
}
