package org.kamiau.handoffs;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A rule that looks for a gap between both sides every business morning; modules declare theirs as beans. */
public interface Detection {

    /** Fewer cases say too little for an alarm. */
    int ENOUGH = 20;

    /** How many full days are looked at. */
    int DAYS = 28;

    /** Its code; the texts are {@code handoffs.detection.<code>} and {@code …-rule}. */
    String code();

    /** What it finds on the full days before this one, at most one finding for each boundary. */
    List<Alarm.Finding> find(LocalDate today);

    /** Nothing is lost on the way, asked for twice, or late: health below 60. */
    @Configuration
    class OfHealth {

        private static final double LEAST_HEALTH = 60;
        private static final double MOST_REASKED = 40;

        @Bean
        Detection lowHealth(Healths healths) {
            return new OverBoundaries("health", healths) {
                @Override
                void look(Boundary boundary, Health health, Findings findings) {
                    var score = health.score();
                    if (score != null && score < LEAST_HEALTH && health.n() >= ENOUGH) {
                        findings.add(boundary, score, LEAST_HEALTH, health.n());
                    }
                }
            };
        }

        @Bean
        Detection askedAgain(Healths healths) {
            return new OverBoundaries("reasked", healths) {
                @Override
                void look(Boundary boundary, Health health, Findings findings) {
                    if (health.reasked().n() >= ENOUGH && health.reasked().percent() > MOST_REASKED) {
                        findings.add(boundary, health.reasked().percent(), MOST_REASKED, health.reasked().n());
                    }
                }
            };
        }
    }
}
