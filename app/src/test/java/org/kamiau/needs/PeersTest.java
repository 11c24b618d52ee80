package org.kamiau.needs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class PeersTest {

    private static final String FACT = "点検の記録を現場でそのまま帳票にしている会社が多い";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleNeeds sample;

    @Autowired
    Needs needs;

    @Autowired
    Peers peers;

    @Autowired
    PeerFacts facts;

    @Autowired
    Customers customers;

    @Autowired
    InstantSource clock;

    /** So many customers that named it last month. */
    private List<UUID> speakers(Need need, int count) {
        var speakers = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            var account = sample.account();
            sample.voice(account, need.id(), "confirmed", clock.instant().minus(Duration.ofDays(30)), "記録を出すのが大変");
            speakers.add(account.value());
        }
        return speakers;
    }

    private List<Peers.PeerNeed> told(Account.Id account, Need need) {
        return peers.of(account).needs().stream().filter(one -> one.need().id().equals(need.id())).toList();
    }

    private String name(UUID account) {
        var id = new Account.Id(account);
        return requireNonNull(customers.accounts(List.of(id)).get(id)).name();
    }

    @Test
    void what_five_like_this_one_named_is_told_and_what_four_named_is_not() {
        var visited = sample.account();
        var known = sample.raw();
        var rare = sample.raw();
        speakers(known, 5);
        speakers(rare, 4);
        sample.voice(visited, rare.id(), "confirmed", clock.instant(), "ここでも困る");

        assertThat(told(visited, known)).singleElement().matches(one -> one.accounts() == 5 && one.heardHere() == null && one.facts().isEmpty());
        assertThat(told(visited, rare)).isEmpty();
    }

    @Test
    void a_fact_is_told_when_marketing_has_approved_it_and_five_others_stand_behind_it() {
        var need = sample.raw();
        var five = speakers(need, 5);
        var visited = sample.account();
        sample.voice(visited, need.id(), "confirmed", clock.instant().minus(Duration.ofDays(400)), "昔の話");
        var fact = facts.write(need.id(), FACT, null, five, people.as(Role.FS).actor());
        assertThat(told(visited, need).getFirst().facts()).isEmpty();

        facts.approve(fact.id(), people.as(Role.MKT).actor());

        assertThat(told(visited, need).getFirst().facts()).singleElement().matches(one -> one.ja().equals(FACT) && one.en().equals(FACT));
        assertThat(told(new Account.Id(five.getFirst()), need)).as("four others are left").isEmpty();
        facts.withdraw(fact.id(), people.as(Role.MKT).actor());
        assertThat(told(visited, need).getFirst().facts()).isEmpty();
    }

    @Test
    void names_of_customers_and_their_people_are_refused_with_what_and_where() {
        var need = sample.raw();
        var five = speakers(need, 5);
        var seller = people.as(Role.FS).actor();

        assertThatThrownBy(() -> facts.write(need.id(), FACT, "Six at " + name(five.getFirst()) + " did so", five, seller))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields()).singleElement()
                        .matches(field -> field.field().equals("textEn") && field.code().equals("needs.peer-identifying"))
                        .matches(field -> field.arguments().getFirst().toString().contains(name(five.getFirst()))));
        assertThatThrownBy(() -> facts.write(need.id(), "愛知県で年300万円を減らした", null, five, seller))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields().getFirst().arguments().getFirst().toString()).contains("愛知県", "円"));
        assertThatThrownBy(() -> facts.write(need.id(), " ", null, five, seller)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> facts.write(need.id(), "x".repeat(401), null, five, seller)).isInstanceOf(Invalid.class);
    }

    @Test
    void five_customers_who_named_the_need_must_stand_behind_a_fact() {
        var need = sample.raw();
        var five = speakers(need, 5);
        var seller = people.as(Role.FS).actor();
        var foreign = new ArrayList<>(five.subList(0, 4));
        foreign.add(sample.account().value());
        var doubled = new ArrayList<>(five.subList(0, 4));
        doubled.add(five.getFirst());

        assertThatThrownBy(() -> facts.write(need.id(), FACT, null, five.subList(0, 4), seller)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> facts.write(need.id(), FACT, null, doubled, seller)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> facts.write(need.id(), FACT, null, foreign, seller))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields().getFirst().code()).isEqualTo("needs.peer-foreign"));
        assertThatThrownBy(() -> facts.write(need.id(), FACT, null, five, people.as(Role.AUDIT).actor())).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void marketing_approves_and_not_whoever_wrote_it() {
        var need = sample.raw();
        var marketer = people.as(Role.MKT).actor();
        var fact = facts.write(need.id(), FACT, null, speakers(need, 5), marketer);

        assertThatThrownBy(() -> facts.approve(fact.id(), people.as(Role.FS).actor())).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> facts.approve(fact.id(), marketer)).isInstanceOf(PeerFacts.OwnFact.class);
        assertThat(facts.approve(fact.id(), people.as(Role.MKT_HEAD).actor()).approved()).isTrue();
    }

    @Test
    void facts_follow_their_need_into_another() {
        var lost = sample.raw();
        var kept = sample.raw();
        var marketer = people.as(Role.MKT).actor();
        facts.write(lost.id(), FACT, null, speakers(lost, 5), marketer);

        needs.merge(lost.id(), kept.id(), "同じこと", marketer);

        assertThat(facts.of(List.of(kept.id()))).hasSize(1);
    }

    @Test
    void sellers_write_marketing_approves_and_the_account_shows_it() {
        var need = sample.raw();
        var five = speakers(need, 5);
        var visited = sample.account();
        var seller = people.as(Role.FS);
        var marketer = people.as(Role.MKT);
        assertThat(mvc.get().uri("/needs/{id}/peer-facts/new", need.id()).with(seller)).hasStatusOk().bodyText().contains(name(five.getFirst()));
        var form = mvc.post().uri("/needs/{id}/peer-facts", need.id()).with(seller).param("textJa", "名古屋の会社が始めた");
        five.forEach(account -> form.param("account", account.toString()));
        assertThat(form).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("名古屋の会社が始めた", "誰のことか分かる言葉があります: 名古屋");

        var right = mvc.post().uri("/needs/{id}/peer-facts", need.id()).with(seller).param("textJa", FACT);
        five.forEach(account -> right.param("account", account.toString()));
        assertThat(right).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/accounts/{id}/peers", visited).with(seller)).hasStatusOk().bodyText().contains(need.title().ja()).doesNotContain(FACT);
        var fact = facts.of(List.of(need.id())).getFirst();
        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(marketer)).hasStatusOk().bodyText().contains(FACT, "承認する");
        assertThat(mvc.post().uri("/needs/peer-facts/{id}/approval", fact.id()).with(marketer)).hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/accounts/{id}/peers", visited).with(seller)).bodyText()
                .contains(FACT, "5社", "ここではまだ聞いていません").doesNotContain(name(five.getFirst()));
        assertThat(mvc.get().uri("/accounts/{id}/peers", visited).with(people.as(Locale.ENGLISH, Role.FS))).bodyText().contains(need.title().en());
        assertThat(mvc.get().uri("/accounts/{id}", visited).with(seller)).hasStatusOk().bodyText().contains("/accounts/" + visited + "/peers");
    }

    @Test
    void the_interface_says_the_same_without_names() {
        var need = sample.raw();
        var five = speakers(need, 5);
        var visited = sample.account();
        var seller = people.as(Role.FS);
        var body = "{\"textJa\": \"" + FACT + "\", \"accounts\": [\"" + String.join("\", \"", five.stream().map(UUID::toString).toList()) + "\"]}";
        assertThat(mvc.post().uri("/api/v1/needs/{id}/peer-facts", need.id()).with(seller).contentType(MediaType.APPLICATION_JSON).content(body))
                .hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.approved").isEqualTo(false);
        assertThat(mvc.post().uri("/api/v1/needs/{id}/peer-facts", need.id()).with(seller).contentType(MediaType.APPLICATION_JSON).content("{\"textJa\": \"田中さんの工夫\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyJson().extractingPath("$.errors[*].pointer").asArray().contains("/textJa", "/accounts");
        var fact = facts.of(List.of(need.id())).getFirst();
        assertThat(mvc.post().uri("/api/v1/peer-facts/{id}/approval", fact.id()).with(seller)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri("/api/v1/peer-facts/{id}/approval", fact.id()).with(people.as(Role.MKT))).hasStatusOk();

        assertThat(mvc.get().uri("/api/v1/accounts/{id}/peers", visited).with(seller)).hasStatusOk().bodyText()
                .contains(need.id().toString(), FACT).doesNotContain(five.getFirst().toString(), name(five.getFirst()));
        assertThat(mvc.get().uri("/api/v1/accounts/{id}/peers", UUID.randomUUID()).with(seller)).hasStatus(HttpStatus.NOT_FOUND);
    }
}
