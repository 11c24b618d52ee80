package org.kamiau.needs;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.SurveyEvidence.Comparison;
import org.kamiau.needs.SurveyEvidence.Dot;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Both halves of what is known of a need, and how they stand to each other. */
@Component
@Transactional(readOnly = true)
class NeedEvidence {

    private static final int QUOTES = 8;
    private static final int MANY = 10_000;

    private final FieldRows field;
    private final SurveyEvidence surveys;
    private final InstantSource clock;

    NeedEvidence(FieldRows field, SurveyEvidence surveys, InstantSource clock) {
        this.field = field;
        this.surveys = surveys;
        this.clock = clock;
    }

    /**
     * What the field said and what research found.
     *
     * @param voices that carry it, ever; ten thousand when there are so many or more
     * @param quotes the latest first
     * @param waves the latest first
     */
    public record Evidence(long voices, List<FieldRows.Quote> quotes, Comparison comparison, List<Dot> waves) {

        public @Nullable Dot latest() {
            return waves.isEmpty() ? null : waves.getFirst();
        }

        public boolean many() {
            return voices >= MANY;
        }
    }

    Evidence of(Need.Id need) {
        var one = List.of(need);
        Map<Need.Id, Comparison> compared = surveys.compare(one);
        return new Evidence(
                field.voices(need, MANY), field.latest(need, QUOTES, clock.instant()),
                Objects.requireNonNull(compared.get(need)), surveys.of(need).reversed());
    }
}
