package org.kamiau.reports;

import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.kamiau.calendar.Calendars;
import org.kamiau.handoffs.ReturnReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads that sales returned, by the last return's reason and how far marketing's answer has come. */
@Component
@Transactional(readOnly = true)
public class Returns {

    /** In the order in which an answer goes: none yet, then one of three, then a ruling on the disputed. */
    public static final List<String> ANSWERS = List.of("waiting", "correct", "agree", "dispute", "ruled");

    /** @param answers number of leads by answer, in the order of {@link #ANSWERS} */
    public record Line(String reason, List<Long> answers) {
        public Line {
            answers = List.copyOf(answers);
        }

        public long total() {
            return answers.stream().mapToLong(Long::longValue).sum();
        }
    }

    private final DSLContext sql;
    private final Calendars calendars;

    Returns(DSLContext sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    /** Those last returned in this period; every reason has its line. */
    public List<Line> read(Period period) {
        Map<String, List<Long>> lines = new LinkedHashMap<>();
        Arrays.stream(ReturnReason.values())
                .forEach(reason -> lines.put(reason.code(), new ArrayList<>(java.util.Collections.nCopies(ANSWERS.size(), 0L))));
        var zone = calendars.current().zone();
        sql.resultQuery(
                        """
                        select h.reason, case when h.ruling is not null then 'ruled' else coalesce(h.reply, 'waiting') end, count(*)
                        from leads.lead_view l cross join lateral (
                            select reason, reply, ruling from handoffs.handoff_view
                            where about_id = l.id and state = 'returned' and boundary in ('mkt_is', 'mkt_fs')
                            order by offered_at desc limit 1) h
                        where l.returned_at >= {0} and l.returned_at < {1} group by 1, 2
                        """,
                        val(period.from().atStartOfDay(zone).toInstant()),
                        val(period.to().plusDays(1).atStartOfDay(zone).toInstant()))
                .forEach(row -> java.util.Objects.requireNonNull(lines.get(row.get(0, String.class))).set(ANSWERS.indexOf(row.get(1, String.class)), row.get(2, Long.class)));
        return lines.entrySet().stream().map(line -> new Line(line.getKey(), line.getValue())).toList();
    }
}
