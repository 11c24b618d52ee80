package org.kamiau.leads;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.AccountFacts;
import org.kamiau.customers.Customers.SegmentName;
import org.kamiau.customers.Lifecycle;
import org.kamiau.customers.PersonFacts;
import org.kamiau.customers.RoleLevel;

/** What scoring looks at, beside the touches. */
record Prospect(
        @Nullable SegmentName targetSegment,
        @Nullable Integer employees,
        RoleLevel level,
        @Nullable String title,
        @Nullable String prefecture,
        boolean customer,
        boolean freeMail,
        @Nullable String mailDomain,
        List<String> messages) {

    static Prospect of(
            @Nullable AccountFacts account, @Nullable PersonFacts person, List<String> messages, Map<String, SegmentName> names) {
        var segments = account != null && account.targetSegment() ? account.segments() : List.<String>of();
        var prefecture = account == null ? null : account.prefecture();
        var mail = person == null ? null : person.email();
        return new Prospect(
                segments.isEmpty() ? null : names.get(segments.getFirst()),
                account == null ? null : account.employees(),
                person == null ? RoleLevel.UNKNOWN : person.roleLevel(),
                person == null ? null : person.title(),
                prefecture == null ? null : prefecture.code(),
                account != null && account.lifecycle() == Lifecycle.CUSTOMER,
                person != null && person.freeMail(),
                mail == null ? null : mail.domain(),
                messages);
    }

    /** The same with other words. */
    Prospect saying(List<String> words) {
        return new Prospect(targetSegment, employees, level, title, prefecture, customer, freeMail, mailDomain, List.copyOf(words));
    }
}
