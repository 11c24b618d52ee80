package org.kamiau.needs;

import static db.needs.Tables.DETECTION;
import static db.needs.Tables.SIGNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.Contrast;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.alerts.Precision;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** The story of the year on the database: what the radar says, when, and what people make of it. */
@KamiauTest
@Transactional
class RadarTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final List<Integer> NAMED =
            List.of(0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 3, 4, 5, 4, 2, 7);
    private static final List<Integer> ALL =
            List.of(34, 36, 33, 30, 0, 35, 34, 36, 37, 35, 38, 36, 37, 39, 38, 40, 41, 40, 42, 41, 43, 30, 14, 44);

    @Autowired
    Radar radar;

    @Autowired
    Signals signals;

    @Autowired
    Needs needs;

    @Autowired
    ChangeLeads leads;

    @Autowired
    SampleMentions sample;

    @Autowired
    SamplePeople people;

    @Autowired
    DSLContext sql;

    @Autowired
    MockMvcTester mvc;

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(java.time.ZoneId.of("Asia/Tokyo")).toInstant();
    }

    /** Week by week as in the story; the others name another need. */
    private Need.Id told(int weeks) {
        var records = sample.need();
        var other = sample.need("answered");
        var accounts = IntStream.range(0, 50).mapToObj(_ -> sample.account()).toList();
        for (int week = 0; week < weeks; week++) {
            for (int i = 0; i < ALL.get(week); i++) {
                sample.voice(i < NAMED.get(week) ? records : other, accounts.get(i), FIRST.plusWeeks(week).plusDays(i % 5) + "T10:00");
            }
        }
        return records;
    }

    private List<Signal> batch(LocalDate monday) {
        return radar.batch(monday, at(monday, 6));
    }

    @Test
    void the_batch_of_27_april_finds_the_burst_and_its_words_are_kept() {
        var need = told(NAMED.size());
        var monday = LocalDate.of(2026, 4, 27);

        assertThat(batch(monday.minusWeeks(1))).noneMatch(signal -> signal.need().equals(need));
        var raised = batch(monday);

        assertThat(raised).filteredOn(signal -> signal.need().equals(need)).singleElement().satisfies(signal -> {
            assertThat(signal.rule()).isEqualTo(Signal.Rule.BURST);
            assertThat(signal.day()).isEqualTo(monday);
        });
        assertThat(needs.find(need).standing().state()).isEqualTo(Need.State.BURST);
        var row = sql.fetchSingle(DETECTION, DETECTION.DAY.eq(monday), DETECTION.NEED_ID.eq(need.value()));
        assertThat(new Contrast(row.getA(), row.getB(), row.getC(), row.getD())).isEqualTo(new Contrast(13, 8, 166, 446));
        assertThat(row.getG2()).isEqualTo(11.08, within(0.005));
        assertThat(row.getBurstFrom()).isEqualTo("2026-04-06");

        sample.voice(need, sample.account(), "2026-04-08T10:00");
        var item = radar.at(monday).items().stream().filter(one -> one.need().equals(need)).findFirst().orElseThrow();
        assertThat(item.contrast().a()).isEqualTo(13);
        assertThat(item.state()).isEqualTo(Need.State.BURST);
        assertThat(radar.at(monday.plusDays(3)).kept()).isTrue();
    }

    @Test
    void a_day_that_no_batch_looked_at_is_counted_from_what_is_known() {
        var need = told(20);

        var sweep = radar.at(LocalDate.of(2026, 4, 15));

        assertThat(sweep.kept()).isFalse();
        assertThat(sweep.items()).filteredOn(one -> one.need().equals(need)).singleElement().satisfies(item -> {
            assertThat(item.contrast()).isEqualTo(new Contrast(5, 8, 163, 395));
            assertThat(item.state()).isEqualTo(Need.State.RAW);
        });
    }

    @Test
    void three_accounts_that_sellers_name_as_leading_are_a_sign_the_night_after_the_third() {
        var need = sample.need();
        var speakers = nominated(3);
        sample.voice(need, speakers.get(0), "2024-04-07T10:00");
        sample.voice(need, speakers.get(1), "2024-04-14T10:00");
        sample.voice(need, speakers.get(2), "2024-04-16T18:00");

        assertThat(night("2024-04-16")).noneMatch(signal -> signal.need().equals(need));
        var sign = night("2024-04-17").stream().filter(signal -> signal.need().equals(need)).findFirst().orElseThrow();

        assertThat(sign.rule()).isEqualTo(Signal.Rule.SIGN);
        assertThat(sign.accounts()).extracting(Account.Id::value).containsExactlyElementsOf(speakers);
        assertThat(sign.leading()).isEqualTo(3);
        assertThat(needs.find(need).standing().state()).isEqualTo(Need.State.SIGN);
    }

    private List<UUID> nominated(int number) {
        sql.execute("update needs.need set state = 'raw' where state in ('confirmed', 'responding', 'answered')");
        sql.execute("delete from needs.confirmation");
        var seller = people.as(Role.FS).actor();
        var accounts = Stream.generate(() -> sample.account()).limit(number).toList();
        accounts.forEach(account -> leads.nominate(new Account.Id(account), "業界の新しい取り組みを先に始める", seller));
        return accounts;
    }

    private List<Signal> night(String day) {
        return radar.night(LocalDate.parse(day), at(LocalDate.parse(day), 2));
    }

    @Test
    void who_says_it_all_the_time_is_no_sign() {
        var need = sample.need();
        var speakers = nominated(3);
        sample.voice(need, speakers.get(0), "2024-02-07T10:00");
        sample.voice(need, speakers.get(0), "2024-03-06T10:00");
        speakers.forEach(speaker -> sample.voice(need, speaker, "2024-04-16T10:00"));

        assertThat(night("2024-04-17")).noneMatch(signal -> signal.need().equals(need));
    }

    @Test
    void early_speakers_of_confirmed_needs_lead_and_nominations_no_longer_count() {
        var early = sample.account();
        var late = sample.account();
        for (int i = 0; i < 2; i++) {
            var need = sample.need("confirmed");
            sql.query("insert into needs.confirmation values ({0}, date '2024-06-01')", org.jooq.impl.DSL.val(need.value())).execute();
            sample.voice(need, early, "2024-01-08T10:00");
            IntStream.range(1, 9).forEach(week -> sample.voice(need, sample.account(), LocalDate.of(2024, 1, 8).plusWeeks(week) + "T10:00"));
            sample.voice(need, late, "2024-05-06T10:00");
        }

        leads.refresh(LocalDate.of(2024, 6, 10));

        assertThat(leads.of(new Account.Id(early)).orElseThrow().leads()).isTrue();
        assertThat(leads.of(new Account.Id(early)).orElseThrow().index()).isEqualTo(2 * 0.9 / 5, within(1e-9));
        assertThat(leads.of(new Account.Id(late)).orElseThrow().index()).isEqualTo(-2 * 0.9 / 5, within(1e-9));
    }

    @Test
    void a_false_alarm_takes_the_need_back_and_is_not_raised_again_at_once() {
        var need = sample.need();
        nominated(3).forEach(speaker -> sample.voice(need, speaker, "2026-11-20T10:00"));
        var sign = night("2026-11-24").stream().filter(signal -> signal.need().equals(need)).findFirst().orElseThrow();
        var marketer = people.as(Role.MKT).actor();

        assertThatThrownBy(() -> signals.close(sign.id(), Outcome.FALSE_ALARM, "x", people.as(Role.FS).actor())).isInstanceOf(Refusal.NotAllowed.class);
        signals.close(sign.id(), Outcome.FALSE_ALARM, "同じ展示会で配った質問票の文だった", marketer);

        assertThat(needs.find(need).standing().state()).isEqualTo(Need.State.RAW);
        assertThat(night("2026-11-25")).noneMatch(signal -> signal.need().equals(need));
        assertThatThrownBy(() -> signals.close(sign.id(), Outcome.ACTED, "x", marketer)).isInstanceOf(SignalClosed.class);
    }

    @Test
    void a_need_that_people_verify_has_settled_its_signals() {
        var need = sample.need();
        nominated(3).forEach(speaker -> sample.voice(need, speaker, "2026-11-20T10:00"));
        night("2026-11-24");

        needs.move(
                need, new Need.Move(Need.State.VERIFYING, "元請の監査が毎月になったからではないか", null),
                org.kamiau.platform.api.Version.of(needs.find(need).version()), people.as(Role.MKT).actor());

        assertThat(signals.of(need)).singleElement().satisfies(signal -> {
            var closing = java.util.Objects.requireNonNull(signal.closing());
            assertThat(closing.outcome()).isEqualTo(Outcome.ACTED);
            assertThat(closing.by()).isNull();
        });
    }

    @Test
    void a_rule_that_is_mostly_wrong_mutes_itself_until_somebody_releases_it() {
        var marketer = people.as(Role.MKT).actor();
        sql.deleteFrom(SIGNAL).execute();
        for (int i = 0; i < 20; i++) {
            sql.insertInto(SIGNAL)
                    .set(SIGNAL.ID, Ids.next()).set(SIGNAL.NEED_ID, sample.need().value()).set(SIGNAL.RULE, "spread").set(SIGNAL.DAY, FIRST)
                    .set(SIGNAL.RAISED_AT, at(FIRST, 6)).set(SIGNAL.DUE_AT, at(FIRST, 18)).execute();
        }
        var all = signals.open();
        for (int i = 0; i < 20; i++) {
            signals.close(all.get(i).id(), i < 9 ? Outcome.LET_BE : Outcome.FALSE_ALARM, "展示会の週だった", marketer);
        }

        assertThat(signals.precision(Signal.Rule.SPREAD)).isEqualTo(new Precision(9, 20));
        assertThat(signals.rules()).containsEntry(Signal.Rule.SPREAD, true).containsEntry(Signal.Rule.SIGN, false);

        signals.release(Signal.Rule.SPREAD, "区分の定義を直した", marketer);
        assertThat(signals.rules()).containsEntry(Signal.Rule.SPREAD, false);
    }

    @Test
    void the_radar_answers_over_http() {
        var need = told(NAMED.size());
        batch(LocalDate.of(2026, 4, 27));
        var signal = signals.of(need).getFirst();

        assertThat(mvc.get().uri("/api/v1/needs/radar?asOf=2026-04-27").with(people.as(Role.FS)))
                .hasStatusOk().bodyText().contains("\"basis\":\"kept\"", "\"a\":13,\"b\":8,\"c\":166,\"d\":446,\"g2\":11.08", "\"burstFrom\":\"2026-04-06\"");
        assertThat(mvc.get().uri("/api/v1/needs/radar?asOf=2027-01-01").with(people.as(Role.FS))).hasStatus(422);
        var body = "{\"outcome\":\"acted\",\"reason\":\"3社に聞く\"}";
        assertThat(mvc.post().uri("/api/v1/signals/" + signal.id() + "/outcome").contentType("application/json").content(body).with(people.as(Role.FS))).hasStatus(403);
        assertThat(mvc.post().uri("/api/v1/signals/" + signal.id() + "/outcome").contentType("application/json").content("{}").with(people.as(Role.MKT))).hasStatus(422);
        assertThat(mvc.post().uri("/api/v1/signals/" + signal.id() + "/outcome").contentType("application/json").content(body).with(people.as(Role.MKT)))
                .hasStatusOk().bodyText().contains("\"outcome\":\"acted\"");
        assertThat(mvc.post().uri("/api/v1/signals/" + signal.id() + "/outcome").contentType("application/json").content(body).with(people.as(Role.MKT))).hasStatus(409);
    }
}
