package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.customers.Account;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.kamiau.platform.alerts.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What people see of the radar, and what they may decide there. */
@KamiauTest
@Transactional
class RadarPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleMentions sample;

    @Autowired
    Radar radar;

    @Autowired
    Signals signals;

    @Autowired
    Needs needs;

    @Autowired
    ChangeLeads leads;

    @Autowired
    DSLContext sql;

    private Signal sign;

    /** Three customers that their seller calls leading speak within four weeks. */
    @BeforeEach
    void threeSpeak() {
        sql.execute("update needs.need set state = 'raw' where state in ('confirmed', 'responding', 'answered')");
        sql.execute("delete from needs.confirmation");
        Stream.generate(() -> sample.need()).limit(15).toList().forEach(other -> sample.voice(other, sample.account(), "2026-10-01T10:00"));
        var need = sample.need();
        var seller = people.as(Role.FS).actor();
        Stream.generate(() -> sample.account()).limit(3).toList().forEach(account -> {
            leads.nominate(new Account.Id(account), "新しい取り組みを先に始める", seller);
            sample.voice(need, account, "2026-11-20T10:00");
        });
        sign = radar.night(TODAY, Instant.parse("2026-11-23T17:00:00Z")).stream().filter(one -> one.need().equals(need)).findFirst().orElseThrow();
    }

    @Test
    void the_radar_shows_the_words_before_the_counts_in_both_languages() {
        var title = needs.find(sign.need()).title();

        assertThat(mvc.get().uri("/needs/radar").with(people.as(Role.FS))).hasStatusOk().bodyText()
                .containsSubsequence("きざし", title.ja(), "記録を元請に出したい", "直近4週").contains("3社", "的中");
        assertThat(mvc.get().uri("/needs/radar").with(people.as(Locale.ENGLISH, Role.MKT))).hasStatusOk().bodyText()
                .containsSubsequence("Sign", title.en(), "Last 4 weeks");
    }

    @Test
    void the_strongest_rises_come_first_and_the_others_are_a_click_away() {
        var reader = people.as(Role.FS);

        assertThat(mvc.get().uri("/needs/radar").with(reader)).hasStatusOk().bodyText().contains("/needs/radar?all=true", "件のニーズを表示");
        assertThat(mvc.get().uri("/needs/radar?all=true").with(reader)).hasStatusOk().bodyText().doesNotContain("件のニーズを表示");
    }

    @Test
    void whoever_decides_says_why_and_what_was_typed_stays() {
        var marketer = people.as(Role.MKT);
        var path = "/needs/signals/" + sign.id();

        assertThat(mvc.get().uri(path).with(people.as(Role.FS))).hasStatusOk().bodyText().contains("記録を元請に出したい").doesNotContain("data-keep=\"signal-");
        assertThat(mvc.get().uri(path).with(people.as(Locale.ENGLISH, Role.MKT))).hasStatusOk().bodyText().contains("It is real; somebody takes it up.");
        assertThat(mvc.post().uri(path + "/outcome").with(marketer).param("reason", "展示会の週だった"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("展示会の週だった");
        assertThat(mvc.post().uri(path + "/outcome").with(marketer).param("outcome", "acted")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri(path + "/outcome").with(people.as(Role.FS)).param("outcome", "acted").param("reason", "x")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri(path + "/outcome").with(marketer).param("outcome", "acted").param("reason", "3社に聞く"))
                .hasStatus3xxRedirection().redirectedUrl().isEqualTo(path);
        assertThat(mvc.get().uri(path).with(marketer)).bodyText().contains("3社に聞く").doesNotContain("data-keep=\"signal-");
        assertThat(mvc.post().uri(path + "/outcome").with(marketer).param("outcome", "let_be").param("reason", "x")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void what_was_taken_up_and_is_still_a_sign_stays_in_sight() {
        var title = needs.find(sign.need()).title().ja();

        signals.close(sign.id(), Outcome.ACTED, "3社に聞く", people.as(Role.MKT).actor());

        assertThat(mvc.get().uri("/needs/radar").with(people.as(Role.FS))).bodyText().containsSubsequence(title, "記録を元請に出したい", "直近4週");
    }

    @Test
    void a_muted_rule_is_released_by_whoever_decides_with_a_reason() {
        sql.query("insert into needs.muted_rule (id, rule, muted_at, precision_percent) values (gen_random_uuid(), 'spread', now(), 45)").execute();
        var marketer = people.as(Role.MKT);

        assertThat(mvc.get().uri("/needs/radar").with(marketer)).bodyText().contains("休止中", "/needs/rules/spread/release");
        assertThat(mvc.get().uri("/needs/radar").with(people.as(Role.FS))).bodyText().contains("休止中").doesNotContain("/needs/rules/spread/release");
        assertThat(mvc.post().uri("/needs/rules/spread/release").with(people.as(Role.FS)).param("reason", "x")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri("/needs/rules/none/release").with(marketer).param("reason", "x")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/needs/rules/spread/release").with(marketer).param("reason", "区分を直した")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/needs/radar").with(marketer)).bodyText().doesNotContain("休止中");
    }

    @Test
    void a_seller_names_a_leading_customer_on_its_page_and_takes_it_back() {
        var seller = people.as(Role.FS);
        var account = sample.account();
        var path = "/needs/nominations/" + account;

        assertThat(mvc.post().uri(path).with(people.as(Role.MKT)).param("reason", "先に始める")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri(path).with(seller).param("reason", "省人化を先に始める")).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/accounts/" + account);
        assertThat(mvc.get().uri("/accounts/{id}", account).with(seller)).hasStatusOk().bodyText().contains("省人化を先に始める");
        assertThat(mvc.post().uri(path).with(seller).param("withdraw", "true")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/accounts/{id}", account).with(seller)).bodyText().doesNotContain("省人化を先に始める");
    }
}
