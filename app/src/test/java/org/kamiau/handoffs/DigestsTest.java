package org.kamiau.handoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Function;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class DigestsTest {

    /** A Tuesday, four business days before the Monday of the digest. */
    private static final Instant DUE = Instant.parse("2032-06-01T00:00:00Z");

    @Autowired
    Digests digests;

    @Autowired
    Clocks clocks;

    @Autowired
    DSLContext sql;

    @Autowired
    SamplePeople people;

    @Autowired
    MockMvcTester mvc;

    private void broken(Function turn, Instant due) {
        clocks.start(new NewClock(
                new RecordRef("handoff", UUID.randomUUID()), Promise.REPLY.clock(), turn, null, due.minusSeconds(3600), BusinessTime.minutes(1)));
    }

    private @Nullable String week(String monday) {
        return sql.resultQuery("select sales || ' and ' || marketing from handoffs.digest where week = {0}::date", val(monday)).fetchOneInto(String.class);
    }

    @Test
    void what_is_broken_for_three_business_days_is_told_to_the_executives_once_a_week() {
        var executive = people.as(Locale.ENGLISH, Role.EXEC);
        broken(Function.MARKETING, DUE);
        broken(Function.MARKETING, Instant.parse("2032-06-04T00:00:00Z"));

        digests.write(Instant.parse("2032-06-07T00:00:00Z"));
        digests.write(Instant.parse("2032-06-08T00:00:00Z"));

        assertThat(week("2032-06-07")).isEqualTo("0 and 1");
        assertThat(mvc.get().uri("/notifications").with(executive)).hasStatusOk().bodyText()
                .containsOnlyOnce("1 promise has been broken for three business days or more: 0 owed by sales, 1 by marketing");
    }

    @Test
    void before_the_first_opening_of_the_week_nothing_is_written() {
        digests.write(Instant.parse("2032-06-06T23:59:00Z"));

        assertThat(week("2032-06-07")).isNull();
    }

    @Test
    void a_week_without_broken_promises_is_silent() {
        var executive = people.as(Role.EXEC);

        digests.write(Instant.parse("2019-06-10T00:00:00Z"));

        assertThat(week("2019-06-10")).isEqualTo("0 and 0");
        assertThat(mvc.get().uri("/notifications").with(executive)).hasStatusOk().bodyText().doesNotContain("守られていない約束が");
    }
}
