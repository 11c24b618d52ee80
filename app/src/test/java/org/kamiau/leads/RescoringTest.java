package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Releases for good, since the work goes on beside the transaction; the rules differ in a word only. */
@KamiauTest
class RescoringTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    RulesDrafts drafts;

    @Autowired
    Rescoring rescoring;

    @Autowired
    Scoring scoring;

    @Autowired
    DSLContext sql;

    private SamplePeople.Signed marketing;

    @BeforeEach
    void lead() {
        clock.set(FixedClock.STORY_MORNING);
        marketing = people.as(Role.MKT_HEAD);
        drafts.open().ifPresent(left -> drafts.discard(left.terms().id(), marketing.actor()));
        var id = UUID.randomUUID().toString().substring(0, 8);
        assertThat(mvc.post().uri("/api/v1/leads").with(marketing).contentType(MediaType.APPLICATION_JSON).content("""
                {"person": {"familyName": "森本", "email": "m@%s.example", "title": "工事部長"}, "company": {"name": "採点%s株式会社"}, "kind": "webinar"}
                """.formatted(id, id))).hasStatus(201);
    }

    private int release() {
        var rules = scoring.current().rules();
        var students = new ArrayList<>(rules.students());
        students.add("学生" + UUID.randomUUID());
        var changed = new ScoreRules(
                rules.segment(), rules.size(), rules.role(), rules.region(), rules.prefectures(), rules.customer(), rules.trigger(),
                rules.triggers(), rules.freeMail(), rules.interest(), rules.mqlFit(), rules.mqlEngagement(), rules.handRaiseFit(), students,
                rules.competitorDomains());
        var draft = drafts.begin(marketing.actor()).terms().id();
        drafts.change(draft, null, changed, "a word more", marketing.actor());
        for (var who : List.of(marketing, people.as(Role.SALES_HEAD), people.as(Role.REVOPS))) {
            drafts.approve(draft, 2, who.actor());
        }
        return scoring.current().version();
    }

    /** A lead that was merged into another has no response of its own left to be scored by. */
    private long outdated(int version) {
        return sql.resultQuery("select count(*) from leads.score s where rules <> " + version
                        + " and exists (select 1 from leads.touch t where t.lead_id = s.lead_id)")
                .fetchSingle()
                .get(0, Long.class);
    }

    @Test
    void after_a_release_every_lead_is_scored_again_and_who_decided_is_told() {
        int version = release();
        assertThat(rescoring.due()).isTrue();
        assertThat(outdated(version)).isPositive();

        rescoring.work(() -> {});

        assertThat(outdated(version)).isZero();
        assertThat(rescoring.due()).isFalse();
        var state = rescoring.state().orElseThrow();
        assertThat(state.done()).isEqualTo(state.total()).isPositive();
        assertThat(mvc.get().uri("/notifications").with(marketing)).bodyText().contains("第" + version + "版のルールで採点し直しました");
        assertThat(mvc.get().uri("/settings/scoring/rescoring").with(marketing)).bodyText().contains("100%").doesNotContain("every 1s");
    }

    @Test
    void what_a_stopped_process_left_is_done_by_the_next() {
        int version = release();

        assertThatThrownBy(() -> rescoring.work(() -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasStackTraceContaining("stopped");
        assertThat(rescoring.due()).isTrue();
        assertThat(mvc.get().uri("/settings/scoring/rescoring").with(marketing)).bodyText().contains("every 1s");

        rescoring.work(() -> {});
        assertThat(outdated(version)).isZero();
    }

    @Test
    void while_one_node_scores_another_leaves_it_alone() throws Exception {
        release();
        var working = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);

        var first = CompletableFuture.runAsync(() -> rescoring.work(() -> {
            working.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        working.await();
        rescoring.work(() -> {
            throw new IllegalStateException("two at once");
        });
        assertThat(rescoring.due()).isTrue();
        goOn.countDown();
        first.join();

        assertThat(rescoring.due()).isFalse();
    }
}
