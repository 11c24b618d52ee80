package org.kamiau.diagnoses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Side;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/** The demonstration company asked twice: sales thinks less of working together than marketing does. */
@Component
class DemoDiagnoses implements DemoChapter {

    private static final int SELLERS = 12;
    private static final int MARKETERS = 6;

    /** All points of each statement, of 12 sellers and 6 marketers: in April 46 and 66 of 100. */
    private static final List<Integer> SALES_APRIL =
            List.of(30, 26, 22, 20, 22, 34, 26, 28, 26, 30, 26, 26, 26, 28, 26, 30, 36, 28, 34, 28);

    private static final List<Integer> MARKETING_APRIL =
            List.of(19, 20, 18, 20, 26, 14, 20, 22, 22, 20, 20, 20, 20, 22, 25, 20, 21, 16, 15, 16);

    /** In October 52 and 68. */
    private static final List<Integer> SALES_OCTOBER =
            List.of(33, 30, 25, 23, 25, 38, 30, 32, 29, 34, 30, 32, 29, 33, 30, 34, 38, 31, 37, 31);

    private static final List<Integer> MARKETING_OCTOBER =
            List.of(20, 21, 18, 22, 26, 15, 21, 22, 22, 21, 20, 21, 21, 22, 25, 21, 21, 17, 16, 16);

    private final Diagnoses diagnoses;

    DemoDiagnoses(Diagnoses diagnoses) {
        this.diagnoses = diagnoses;
    }

    @Override
    public int order() {
        return 880;
    }

    @Override
    public String title() {
        return "diagnosis of both sides";
    }

    @Override
    public void tell(Story story) {
        tell(story, "2026年4月", Instant.parse("2026-04-06T00:30:00Z"), SALES_APRIL, MARKETING_APRIL);
        tell(story, "2026年10月", Instant.parse("2026-10-05T00:30:00Z"), SALES_OCTOBER, MARKETING_OCTOBER);
    }

    private void tell(Story story, String name, Instant opened, List<Integer> sales, List<Integer> marketing) {
        var closes = LocalDate.ofInstant(opened, java.time.ZoneOffset.UTC).plusDays(11);
        story.at(opened, () -> {
            var round = diagnoses.open(name, closes, Actor.SYSTEM);
            answer(round.id(), Side.SALES, SELLERS, sales);
            answer(round.id(), Side.MARKETING, MARKETERS, marketing);
        });
    }

    /** Each person gives the mean or the next point, turn by turn, so that the sums come out. */
    private void answer(Round.Id round, Side side, int people, List<Integer> sums) {
        for (int person = 0; person < people; person++) {
            Map<Integer, Integer> points = new HashMap<>();
            for (int at = 0; at < sums.size(); at++) {
                int sum = sums.get(at);
                boolean more = (person + at) % people < sum % people;
                points.put(at + 1, sum / people + (more ? 1 : 0));
            }
            diagnoses.answer(round, side, points);
        }
    }
}
