package org.kamiau.handoffs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.kamiau.platform.demo.DueMoments;
import org.kamiau.platform.notices.NoticeKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Digests as notices name them; one opens the promises that it counts, as far as they still run. */
@Configuration
class DigestRecords implements RecordKind {

    private final Digests digests;
    private final Languages languages;

    DigestRecords(Digests digests, Languages languages) {
        this.digests = digests;
        this.languages = languages;
    }

    @Bean
    static NoticeKind digestTold() {
        return new NoticeKind(Digests.NOTICE, "handoffs.notice-kind.digest");
    }

    @Override
    public String kind() {
        return Digests.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var t = languages.text(actor.language());
        var titles = new HashMap<UUID, String>();
        digests.weeks(ids).forEach((id, week) -> titles.put(id, t.get("handoffs.digest.title", t.date(week))));
        return titles;
    }

    @Override
    public String path(UUID id) {
        var last = digests.brokenBefore(id).map(before -> before.minusDays(1)).orElse(LocalDate.EPOCH);
        return "/agreement/promises?f=outcome.empty&sort=due&f=due.between." + LocalDate.EPOCH + "," + last;
    }

    @Override
    public String fieldKey(String field) {
        return "handoffs.digest.field." + field;
    }

    /** On the way of the demonstration's jumps. */
    @Component
    static class Jumped implements DueMoments {
        private final Digests digests;

        Jumped(Digests digests) {
            this.digests = digests;
        }

        @Override
        public Optional<Instant> next(Instant upTo) {
            return Optional.of(digests.next()).filter(next -> !next.isAfter(upTo));
        }

        @Override
        public void fire(Instant now) {
            digests.write(now);
        }
    }

    /** While serving: looks for the morning every minute, on whichever nodes serve. */
    @Component
    @ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
    static class Weekly {
        private final Digests digests;
        private final InstantSource clock;

        Weekly(Digests digests, InstantSource clock) {
            this.digests = digests;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT12S")
        void run() {
            var now = clock.instant();
            if (!digests.next().isAfter(now)) {
                digests.write(now);
            }
        }
    }
}
