package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.kamiau.platform.api.Version;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What sellers are asked about a need and what they are given to say, on the pages where they do it. */
@KamiauTest
@Transactional
class ApproachPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleMentions sample;

    @Autowired
    Needs needs;

    @Autowired
    Hearings hearings;

    @Autowired
    Approaches approaches;

    @Autowired
    DSLContext sql;

    private SamplePeople.Signed seller;

    private SamplePeople.Signed marketer;

    private String segment = "";

    private Need.Id need = new Need.Id(UUID.randomUUID());

    @BeforeEach
    void threeOfTheirCustomersSpoke() {
        seller = people.as(Role.FS);
        marketer = people.as(Role.MKT);
        segment = "s" + UUID.randomUUID().toString().substring(0, 8);
        need = sample.need("burst");
        IntStream.range(0, 3).forEach(_ -> sample.voice(need, customer(), "2026-11-20T10:00"));
        sql.query("update needs.need set segments = array[{0}] where id = {1}", val(segment), val(need.value())).execute();
    }

    /** Of the seller. */
    private UUID customer() {
        var account = sample.account(segment);
        sql.query("update customers.account set fs_owner_id = {0} where id = {1}", val(seller.id().value()), val(account)).execute();
        return account;
    }

    private Hearing asked() {
        needs.move(need, new Need.Move(Need.State.VERIFYING, "元請の監査が毎月になった", null), Version.of(needs.find(need).version()), marketer.actor());
        return hearings.of(need).getFirst();
    }

    @Test
    void a_hypothesis_reaches_the_seller_with_the_words_heard_and_what_to_ask() {
        var hearing = asked();
        var title = needs.find(need).title();

        assertThat(hearings.of(need)).hasSize(Hearings.NUMBER).allMatch(one -> one.seller().equals(seller.id()));
        assertThat(mvc.get().uri("/").with(seller)).hasStatusOk().bodyText().contains("/needs/hearings/" + hearing.id());
        assertThat(mvc.get().uri("/needs/hearings/{id}", hearing.id()).with(seller)).hasStatusOk().bodyText()
                .contains(title.ja(), "記録を元請に出したい", "元請の監査が毎月になった", "最近それで困ったのはいつですか", "答えを届ける");
        assertThat(mvc.get().uri("/needs/hearings/{id}", hearing.id()).with(people.as(Locale.ENGLISH, Role.FS_MGR))).hasStatusOk().bodyText()
                .contains(title.en(), "When did this last happen?", "Save the answer");
    }

    @Test
    void an_answer_is_given_once_by_the_seller_or_their_head_and_stands_on_the_need() {
        var path = "/needs/hearings/" + asked().id();

        assertThat(mvc.get().uri(path).with(marketer)).hasStatusOk().bodyText().doesNotContain("答えを届ける");
        assertThat(mvc.post().uri(path + "/answer").with(people.as(Role.FS)).param("finding", "supports").param("words", "x")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri(path + "/answer").with(seller).param("words", "監査の前の週に清書する"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("監査の前の週に清書する");
        assertThat(mvc.post().uri(path + "/answer").with(seller).param("finding", "supports").param("words", "あ".repeat(4001)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri(path + "/answer").with(seller).param("finding", "supports").param("words", "監査の前の週に清書する"))
                .hasStatus3xxRedirection().redirectedUrl().isEqualTo(path);
        assertThat(mvc.get().uri(path).with(marketer)).bodyText().contains("当てはまる", "監査の前の週に清書する");
        assertThat(mvc.get().uri("/needs/{id}", need).with(marketer)).bodyText().contains("検証ヒアリング", "監査の前の週に清書する");
        assertThat(mvc.post().uri(path + "/answer").with(people.as(Role.FS_MGR)).param("finding", "unclear").param("words", "x")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void marketing_says_what_to_say_and_it_reaches_the_sellers_whose_customers_have_not_spoken() {
        var silent = customer();

        assertThat(mvc.post().uri("/needs/{id}/approaches", need).with(seller).param("words", "見本をお見せします")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri("/needs/{id}/approaches", sample.need()).with(marketer).param("words", "見本をお見せします")).hasStatus(HttpStatus.CONFLICT);
        assertThat(mvc.post().uri("/needs/{id}/approaches", need).with(marketer)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri("/needs/{id}/approaches", need).with(marketer).param("words", "見本をお見せします"))
                .hasStatus3xxRedirection().redirectedUrl().isEqualTo("/needs/" + need);

        assertThat(approaches.of(need, 10)).singleElement().satisfies(one -> assertThat(one.account().value()).isEqualTo(silent));
        assertThat(mvc.get().uri("/").with(seller)).bodyText().contains("見本をお見せします");
        assertThat(mvc.get().uri("/needs/{id}", need).with(seller)).bodyText().contains("見本をお見せします", "/outcome");
        assertThat(mvc.get().uri("/needs/{id}", need).with(people.as(Role.FS))).bodyText().contains("見本をお見せします").doesNotContain("/outcome");
    }

    @Test
    void of_many_customers_a_handful_is_seen_at_once() {
        IntStream.range(0, 8).forEach(_ -> customer());
        approaches.suggest(need, "見本をお見せします", marketer.actor());

        assertThat(mvc.get().uri("/needs/{id}", need).with(marketer)).bodyText().contains("ほかの3社");
        assertThat(mvc.get().uri("/needs/{id}", need).with(people.as(Locale.ENGLISH, Role.MKT))).bodyText().contains("3 more customers");
        assertThat(mvc.get().uri("/needs/{id}", need).with(seller)).bodyText().doesNotContain("ほかの");
    }

    @Test
    void what_came_of_an_approach_is_said_by_its_seller_or_their_head_and_settles() {
        customer();
        approaches.suggest(need, "見本をお見せします", marketer.actor());
        var path = "/needs/approaches/" + approaches.of(need, 1).getFirst().id() + "/outcome";

        assertThat(mvc.post().uri(path).with(people.as(Role.FS)).param("outcome", "proposed")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri(path).with(seller).param("outcome", "nonsense")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri(path).with(seller).param("outcome", "proposed")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/").with(seller)).bodyText().doesNotContain("見本をお見せします");
        assertThat(mvc.post().uri(path).with(people.as(Role.FS_MGR)).param("outcome", "won")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/needs/{id}", need).with(marketer)).bodyText().contains("受注");
        assertThat(mvc.post().uri(path).with(seller).param("outcome", "lost")).hasStatus(HttpStatus.CONFLICT);
    }
}
