package org.kamiau.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
@Import(DemonstrationTest.Bells.class)
@DirtiesContext // what recurs while serving ends with this test
@TestPropertySource(properties = {"kamiau.demo=true", "kamiau.serving=true"})
class DemonstrationTest {

    /** Rings at given moments and remembers what the application's clock showed then. */
    static class Bells implements DueMoments {
        final TreeSet<Instant> waiting = new TreeSet<>();
        final List<Instant> rung = new ArrayList<>();
        private final ApplicationClock clock;

        Bells(ApplicationClock clock) {
            this.clock = clock;
        }

        @Override
        public Optional<Instant> next(Instant upTo) {
            return waiting.isEmpty() || waiting.first().isAfter(upTo) ? Optional.empty() : Optional.of(waiting.first());
        }

        @Override
        public void fire(Instant now) {
            waiting.headSet(now, true).clear();
            rung.add(clock.instant());
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DemoTime time;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Bells bells;

    @Autowired
    SamplePeople people;

    @Test
    void a_jump_passes_through_what_falls_due_on_the_way() {
        time.resume(Story.MORNING);
        bells.waiting.addAll(List.of(
                Instant.parse("2026-11-24T00:22:00Z"), Instant.parse("2026-11-24T05:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")));

        assertThat(mvc.post().uri("/demo/time").with(people.as(Role.FS)).param("jump", "day-1").header("Referer", "http://localhost/leads?a=1"))
                .hasStatus(303)
                .hasHeader("Location", "/leads?a=1");

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-25T00:05:00Z"));
        assertThat(bells.rung).containsExactly(Instant.parse("2026-11-24T00:22:00Z"), Instant.parse("2026-11-24T05:00:00Z"));
        assertThat(time.kept()).contains(clock.instant());
    }

    @Test
    void the_clock_is_moved_only_by_members_on_this_machine() {
        assertThat(mvc.post().uri("/demo/time").with(people.as(Role.FS)).param("jump", "day-1").remoteAddress("192.0.2.1")).hasStatus(403);
        assertThat(mvc.post().uri("/demo/time").with(people.as(Role.FS)).param("jump", "year-1")).hasStatus(422);
        assertThat(mvc.post().uri("/demo/time").param("jump", "day-1")).hasStatus(403);
    }

    @Test
    void an_installation_in_use_is_not_overwritten() {
        people.as(Role.FS);

        assertThatThrownBy(demonstration::tell).isInstanceOf(IllegalStateException.class).hasMessageContaining("in real use");
    }

    @Test
    void the_story_is_the_same_at_every_telling() {
        var one = new Story(clock);
        var other = new Story(clock);

        assertThat(one.random("leads").nextLong()).isEqualTo(other.random("leads").nextLong());
        assertThat(one.id("lead 1", Story.MORNING)).isEqualTo(other.id("lead 1", Story.MORNING)).isNotEqualTo(one.id("lead 2", Story.MORNING));
        assertThat(one.id("lead 1", Story.MORNING).version()).isEqualTo(7);
    }
}
