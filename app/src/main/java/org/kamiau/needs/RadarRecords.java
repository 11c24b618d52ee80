package org.kamiau.needs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signals and hearings as history and notices name them. Every member reads them. */
@Configuration
class RadarRecords {

    private static String title(Map<Need.Id, Need> needs, Need.Id id, Actor actor, Languages languages) {
        var need = needs.get(id);
        return need == null ? "" : need.title().in(languages.text(actor.language()));
    }

    @Bean
    RecordKind signalKind(SignalRows rows, Needs needs, Languages languages) {
        return new RecordKind() {
            @Override
            public String kind() {
                return Signals.KIND;
            }

            @Override
            public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
                var t = languages.text(actor.language());
                var found = rows.among(ids);
                var of = needs.find(found.stream().map(Signal::need).toList());
                var titles = new HashMap<UUID, String>();
                found.forEach(signal -> titles.put(
                        signal.id().value(),
                        t.get("needs.radar-signal.title", t.get("needs.radar-rule." + signal.rule().code()), title(of, signal.need(), actor, languages))));
                return titles;
            }

            @Override
            public String path(UUID id) {
                return "/needs/signals/" + id;
            }

            @Override
            public String fieldKey(String field) {
                return "needs.radar-field." + field;
            }
        };
    }

    @Bean
    RecordKind hearingKind(Hearings hearings, Needs needs, Languages languages) {
        return new RecordKind() {
            @Override
            public String kind() {
                return Hearings.KIND;
            }

            @Override
            public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
                var t = languages.text(actor.language());
                var found = hearings.among(ids);
                var of = needs.find(found.stream().map(Hearing::need).toList());
                var titles = new HashMap<UUID, String>();
                found.forEach(hearing -> titles.put(hearing.id().value(), t.get("needs.radar-hearing.title", title(of, hearing.need(), actor, languages))));
                return titles;
            }

            @Override
            public String path(UUID id) {
                return "/needs/hearings/" + id;
            }

            @Override
            public String fieldKey(String field) {
                return "needs.radar-field." + field;
            }
        };
    }
}
