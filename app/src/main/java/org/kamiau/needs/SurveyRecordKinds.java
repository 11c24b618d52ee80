package org.kamiau.needs;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Surveys and waves as history, notices and clocks name them. Every member reads them. */
@Configuration
class SurveyRecordKinds {

    private final Languages languages;

    SurveyRecordKinds(Languages languages) {
        this.languages = languages;
    }

    /** A kind of record whose names come from its own rows. */
    private record Kind(String kind, String address, Titles titles) implements RecordKind {

        private interface Titles {
            Map<UUID, String> of(Collection<UUID> ids, Actor actor);
        }

        @Override
        public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
            return titles.of(ids, actor);
        }

        @Override
        public String path(UUID id) {
            return address + id;
        }

        @Override
        public String fieldKey(String field) {
            return "needs.survey-field." + field;
        }
    }

    @Bean
    RecordKind surveyRecords(SurveyRows rows) {
        return new Kind(Surveys.KIND, "/surveys/", (ids, actor) -> {
            var t = languages.text(actor.language());
            return rows.among(ids.stream().map(Survey.Id::new).toList()).stream()
                    .collect(Collectors.toMap(survey -> survey.id().value(), survey -> survey.title().in(t)));
        });
    }

    @Bean
    RecordKind waveRecords(WaveRows rows, SurveyRows surveys) {
        return new Kind(Waves.KIND, "/waves/", (ids, actor) -> {
            var t = languages.text(actor.language());
            var waves = rows.among(ids);
            var titles = surveys.among(waves.stream().map(Wave::survey).distinct().toList()).stream()
                    .collect(Collectors.toMap(Survey::id, survey -> survey.title().in(t)));
            return waves.stream().collect(Collectors.toMap(
                    wave -> wave.id().value(), wave -> t.get("needs.survey-wave-title", titles.getOrDefault(wave.survey(), ""), wave.name().in(t))));
        });
    }
}
