package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static db.needs.Tables.MENTION;
import static db.needs.Tables.VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Mentions follow voices and mappings, whoever writes them. */
@KamiauTest
@Transactional
class MentionsTest {

    @Autowired
    DSLContext sql;

    @Autowired
    MentionRows mentions;

    @Autowired
    SampleMentions sample;

    private Need.Id need;
    private UUID account;

    @BeforeEach
    void one_need_and_one_account() {
        need = sample.need();
        account = sample.account();
    }

    private List<org.jooq.Record2<LocalDate, LocalDate>> mentions(Need.Id of) {
        return sql.select(MENTION.WEEK, MENTION.FIRST_DAY).from(MENTION).where(MENTION.NEED_ID.eq(of.value())).orderBy(MENTION.WEEK).fetch();
    }

    @Test
    void an_account_counts_once_a_week_from_its_first_day() {
        sample.voice(need, account, "2026-04-16T10:00");
        sample.voice(need, account, "2026-04-14T23:59");
        sample.voice(need, account, "2026-04-20T00:00");

        assertThat(mentions(need)).extracting(row -> row.value1().toString(), row -> row.value2().toString())
                .containsExactly(tuple("2026-04-13", "2026-04-14"), tuple("2026-04-20", "2026-04-20"));
    }

    @Test
    void what_is_not_sure_counts_when_somebody_confirms_it_and_no_longer_when_rejected() {
        var voice = sample.voice(null, account, "2026-04-16T10:00");
        sql.insertInto(MAPPING, MAPPING.VOICE_ID, MAPPING.NEED_ID, MAPPING.STATE, MAPPING.CONFIDENCE, MAPPING.PROPOSED_BY)
                .values(voice, need.value(), "proposed", 0.5f, "classifier").execute();
        assertThat(mentions(need)).isEmpty();

        decide(voice, "confirmed");
        assertThat(mentions(need)).hasSize(1);

        decide(voice, "rejected");
        assertThat(mentions(need)).isEmpty();
    }

    private void decide(UUID voice, String state) {
        sql.update(MAPPING).set(MAPPING.STATE, state).set(MAPPING.DECIDED_AT, Instant.now()).where(MAPPING.VOICE_ID.eq(voice)).execute();
    }

    @Test
    void mentions_move_with_their_mappings_and_with_a_corrected_customer_or_day() {
        var into = sample.need();
        var voice = sample.voice(need, account, "2026-04-16T10:00");
        sample.voice(into, account, "2026-04-15T10:00");

        sql.update(MAPPING).set(MAPPING.NEED_ID, into.value()).where(MAPPING.VOICE_ID.eq(voice)).execute();
        assertThat(mentions(need)).isEmpty();
        assertThat(mentions(into)).hasSize(1);

        sql.update(VOICE).set(VOICE.ACCOUNT_ID, sample.account()).where(VOICE.ID.eq(voice)).execute();
        assertThat(mentions(into)).hasSize(2);

        sql.update(VOICE).set(VOICE.HEARD_AT, Instant.parse("2026-03-02T03:00:00Z")).where(VOICE.ID.eq(voice)).execute();
        assertThat(mentions(into)).extracting(row -> row.value1().toString()).containsExactly("2026-03-02", "2026-04-13");

        sql.deleteFrom(MAPPING).where(MAPPING.VOICE_ID.eq(voice)).execute();
        assertThat(mentions(into)).hasSize(1);
    }

    @Test
    void counting_anew_mends_what_is_wrong() {
        sample.voice(need, account, "2026-04-16T10:00");
        sql.update(MENTION).set(MENTION.FIRST_DAY, LocalDate.of(2026, 4, 19)).where(MENTION.NEED_ID.eq(need.value())).execute();

        mentions.recount();

        assertThat(mentions(need)).extracting(row -> row.value2().toString()).containsExactly("2026-04-16");
        assertThat(mentions.recount()).isZero();
    }

    @Test
    void the_series_of_a_need_has_its_weeks_without_gaps() {
        sample.voice(need, account, "2026-11-10T10:00");
        sample.voice(need, sample.account(), "2026-11-11T10:00");
        sample.voice(need, account, "2026-11-24T08:00");

        var weeks = sample.trends().picture(need).series().weeks();

        assertThat(weeks).hasSize(52);
        assertThat(weeks.getLast().monday()).isEqualTo("2026-11-16");
        assertThat(weeks.get(50).mentions()).isEqualTo(2);
        assertThat(sample.trends().leading(need, 10)).hasSize(2);
    }
}
