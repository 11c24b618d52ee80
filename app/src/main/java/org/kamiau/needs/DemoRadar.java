package org.kamiau.needs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.kamiau.customers.Account;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/**
 * The demonstration's year as the radar saw it, night by night, and what people made of what it said. Nothing here says
 * what the radar finds: it looks at the voices, as it does in real use.
 */
@Component
class DemoRadar implements DemoChapter {

    private static final LocalDate FIRST_BATCH = LocalDate.of(2025, 12, 8);
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 1, 20);

    private final Radar radar;
    private final ChangeLeads leads;
    private final DemoSurveys surveys;
    private final DemoResponses responses;
    private final InstantSource clock;

    DemoRadar(Radar radar, ChangeLeads leads, DemoSurveys surveys, DemoResponses responses, InstantSource clock) {
        this.radar = radar;
        this.leads = leads;
        this.surveys = surveys;
        this.responses = responses;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 650;
    }

    @Override
    public String title() {
        return "needs that rose, and three survey waves";
    }

    @Override
    public void tell(Story story) {
        var diary = new DemoDiary();
        diary.at(LocalDate.of(2026, 1, 14), 17, () -> nominate(story));
        surveys.plan(story, diary);
        for (var day = FIRST_BATCH; !day.isAfter(Story.TODAY); day = day.plusDays(1)) {
            switch (day.getDayOfWeek()) {
                case MONDAY -> diary.at(day, 6, this::look);
                // Nobody was heard on the day before.
                case SUNDAY -> {}
                case TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY -> {
                    if (!day.isBefore(FIRST_NIGHT)) {
                        diary.at(day, 2, this::look);
                    }
                }
            }
        }
        responses.plan(story, diary);
        diary.tell(story);
    }

    private void look() {
        radar.look(clock.instant());
    }

    private void nominate(Story story) {
        var reasons = List.of(
                "新しい法令の話はいつもこの会社が最初。半年後に他社が同じことを言い出す", "現場で試してから本社が動くので、要望が早い",
                "荷主の監査が厳しく、同業より先に困りごとが出る", "工場長が業界団体の安全部会の委員", "海外の親会社の基準が先に降りてくる", "元請として協力会社に先に求める立場");
        var parties = story.get("needs/leading", DemoParties.Leading.class).parties();
        for (int i = 0; i < parties.size(); i++) {
            leads.nominate(new Account.Id(parties.get(i).id()), reasons.get(i), DemoCast.seller(parties.get(i).fs()));
        }
    }
}
