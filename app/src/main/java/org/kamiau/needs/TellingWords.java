package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import java.util.LinkedHashSet;
import java.util.List;
import org.jooq.DSLContext;
import org.kamiau.customers.CompanyName;
import org.kamiau.platform.Invalid;
import org.springframework.stereotype.Component;

/** Finds words by which readers of a fact could tell which customer it is about. */
@Component
class TellingWords {

    private static final int LONGEST = 400;

    private final DSLContext sql;

    TellingWords(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds to the findings what is telling, at most five words of it, and a text that is too long. */
    void check(String field, String text, Invalid.Findings findings) {
        if (text.length() > LONGEST) {
            findings.add(field, "needs.need-too-long", LONGEST);
            return;
        }
        var words = new LinkedHashSet<>(Identifying.in(text));
        words.addAll(customersIn(text));
        if (!words.isEmpty()) {
            findings.add(field, "needs.peer-identifying", String.join(" / ", words.stream().limit(5).toList()));
        }
    }

    /** Customers and their people by name, however the name is spelled in width and case. */
    private List<String> customersIn(String text) {
        return sql.resultQuery(
                        """
                        (select name from customers.account_view where length(name_key) >= 3 and position(name_key in {0}) > 0 limit 3)
                        union all
                        (select display_name from customers.person_view
                        where length(display_name) >= 3 and position(replace(display_name, ' ', '') in {1}) > 0
                            or length(family_name) >= 2 and position(family_name in {1}) > 0
                                and exists (
                                    select from unnest(array['部長', '課長', '係長', '社長', '専務', '常務', '所長', '主任', '取締役', '会長']) as title
                                    where position(family_name || title in {1}) > 0)
                        limit 3)
                        """,
                        val(CompanyName.key(text)), val(text.replaceAll("\\s", "")))
                .fetch(row -> row.get(0, String.class));
    }
}
