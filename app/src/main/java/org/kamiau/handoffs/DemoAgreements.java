package org.kamiau.handoffs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/**
 * What both heads signed before the story's year, and what they want to change now: version 1 holds since
 * 2025-11-28; version 2 has marketing's signature and waits for sales'.
 */
@Component
class DemoAgreements implements DemoChapter {

    private final Agreements agreements;

    DemoAgreements(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public int order() {
        return 380;
    }

    @Override
    public String title() {
        return "what sales and marketing promise each other";
    }

    @Override
    public void tell(Story story) {
        var sales = actor(story, "sales-head", "営業本部長", Role.SALES_HEAD, Function.FIELD_SALES);
        var marketing = actor(story, "mkt-head", "マーケ部長", Role.MKT_HEAD, Function.MARKETING);
        story.at(at(LocalDate.of(2025, 11, 26), 16), () -> agreements.draft(AgreementText.NOTHING, null, marketing));
        story.at(at(LocalDate.of(2025, 11, 28), 11), () -> agreements.sign(1, 1, marketing));
        story.at(at(LocalDate.of(2025, 11, 28), 17), () -> agreements.sign(1, 1, sales));
        story.at(at(LocalDate.of(2026, 11, 17), 14), () -> agreements.draft(wanted(), LocalDate.of(2026, 12, 1), marketing));
        story.at(at(LocalDate.of(2026, 11, 18), 10), () -> agreements.sign(2, 1, marketing));
    }

    /** Fewer MQLs of the right kind, and an answer within a working hour and a half. */
    private static AgreementText wanted() {
        return new AgreementText(
                Map.of("answer", "90m", "reply", "1d"),
                null,
                null,
                Map.of("mkt_is", List.of("company", "person", "contact", "kind", "score", "message", "timeframe")),
                Map.of("mql", 170, "targetShare", 65),
                Map.of("mql", Map.of(
                        "ja", "対象セグメントに属し、両部門で決めた得点の基準を満たしたリード。チェックリスト広告からの資料請求だけでは認定しない。",
                        "en", "A lead in a target segment that meets the score rules both sides released. A download from the checklist advertisement alone does not qualify.")),
                Map.of());
    }

    private static Actor actor(Story story, String code, String name, Role role, Function function) {
        return new Actor(
                story.get("member/" + code, MemberId.class), name, "", Set.of(role), Set.of(function), java.util.Locale.JAPANESE, "auto", null);
    }

    private static Instant at(LocalDate day, int hour) {
        return LocalDateTime.of(day, LocalTime.of(hour, 0)).atZone(Story.ZONE).toInstant();
    }
}
