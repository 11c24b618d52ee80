package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.kamiau.calendar.Calendars;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Remembered;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Tally;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sales operations mends on leads: what is missing in them, as far as somebody is stopped by it. */
@Configuration
class RecordGaps {

    private static final int DAYS = 30;

    /** What is missing, and how often; nothing that is not missing at all. */
    public record Gaps(List<Tally> tallies) {}

    private final DSLContext sql;
    private final Calendars calendars;
    private final InstantSource clock;
    private final Remembered<LocalDate, Gaps> gaps = new Remembered<>();

    RecordGaps(DSLContext sql, Calendars calendars, InstantSource clock) {
        this.sql = sql;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Bean
    Card gapsInLeads() {
        return new Card() {
            @Override
            public int order(Actor actor) {
                return 5;
            }

            @Override
            public Optional<Fragment> show(Actor actor) {
                return actor.is(Role.REVOPS) ? Optional.of(new Fragment("leads/recordgaps", gaps())) : Optional.empty();
            }
        };
    }

    private Gaps gaps() {
        var today = calendars.current().toLocal(clock.instant()).toLocalDate();
        return gaps.get(today, () -> gaps(today));
    }

    private Gaps gaps(LocalDate today) {
        var from = today.minusDays(DAYS);
        var counts = sql.resultQuery(
                        """
                        select (select count(*) from leads.lead where contact_missing and occurred_at >= {0}),
                            (select count(*) from leads.lead where owner_id is null and stage in ('assigned', 'accepted', 'working')),
                            count(*) filter (where origin is null or origin = ''),
                            count(*) filter (where account_id is null)
                        from leads.lead where qualified_at >= {0}
                        """,
                        val(from.atStartOfDay(calendars.current().zone()).toInstant()))
                .fetchSingle();
        var then = ".between." + from + "," + today;
        return new Gaps(List.of(
                        new Tally("leads.gaps.contact", counts.get(0, Long.class), "/leads?view=all&f=nocontact.is.yes&f=received" + then),
                        new Tally("leads.gaps.owner", counts.get(1, Long.class), "/leads?view=all&f=owner.empty&f=stage.any-of.assigned,accepted,working"),
                        new Tally("leads.gaps.origin", counts.get(2, Long.class), "/leads?view=all&f=origin.empty&f=qualified" + then),
                        new Tally("leads.gaps.company", counts.get(3, Long.class), "/leads?view=all&f=company.empty&f=qualified" + then)).stream()
                .filter(tally -> tally.count() > 0)
                .toList());
    }
}
