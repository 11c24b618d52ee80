package org.kamiau;

import java.time.Instant;
import java.time.InstantSource;
import org.kamiau.platform.ApplicationClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time stands still at the story's morning, Tue 2026-11-24 09:05 JST, until a test sets it. */
@TestConfiguration
public class FixedClock {

    public static final Instant STORY_MORNING = Instant.parse("2026-11-24T00:05:00Z");

    @Bean
    @Primary
    ApplicationClock storyMorning() {
        return new ApplicationClock(InstantSource.fixed(STORY_MORNING));
    }
}
