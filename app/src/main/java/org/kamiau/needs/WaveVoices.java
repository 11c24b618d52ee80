package org.kamiau.needs;

import static db.needs.Tables.DOCUMENT;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Intake;
import org.kamiau.customers.Pointing;
import org.kamiau.customers.Source;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a wave's answers say in their own words, taken over as voices of nobody in particular. They hang on a document
 * that bears the wave's own id.
 */
@Component
@Transactional
class WaveVoices {

    private static final String SYSTEM = "kamiau-wave";
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_TITLE = 200;

    private final DSLContext sql;
    private final WaveRows waves;
    private final SurveyRows surveys;
    private final Voices voices;
    private final Audit audit;
    private final InstantSource clock;

    WaveVoices(DSLContext sql, WaveRows waves, SurveyRows surveys, Voices voices, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.waves = waves;
        this.surveys = surveys;
        this.voices = voices;
        this.audit = audit;
        this.clock = clock;
    }

    static Document.Id document(Wave.Id wave) {
        return new Document.Id(wave.value());
    }

    @Transactional(readOnly = true)
    boolean taken(Wave.Id wave) {
        return sql.fetchExists(DOCUMENT, DOCUMENT.ID.eq(wave.value()));
    }

    /** Of a document of voices, the wave in whose answers they stood. */
    @Transactional(readOnly = true)
    @Nullable Wave of(Document.Id document) {
        return waves.find(new Wave.Id(document.value())).orElse(null);
    }

    /**
     * Takes over what was said in a published wave; the same wave again changes nothing. Answers without words are
     * left. 403 for members who do not write surveys, 409 before the publication.
     *
     * @return how many are voices now
     */
    int take(Wave.Id id, Actor by) {
        Survey.needWriter(by);
        var wave = waves.lock(id).orElseThrow(Refusal.NotFound::new);
        wave.needs(Wave.State.PUBLISHED, Wave.State.CONCLUDED);
        if (taken(id)) {
            return 0;
        }
        var drafts = drafts(wave);
        if (drafts.isEmpty()) {
            return 0;
        }
        insert(wave, by);
        int kept = 0;
        for (int from = 0; from < drafts.size(); from += AT_ONCE) {
            var part = drafts.subList(from, Math.min(from + AT_ONCE, drafts.size()));
            kept += (int) voices.take(part, new Intake(by, null, "survey")).stream().filter(VoiceOutcome.Taken.class::isInstance).count();
        }
        audit.record(by, Change.made(Waves.KIND, id.value(), "wave_voices_taken", Map.of("voices", kept)));
        return kept;
    }

    /** Numbered and not named: which words came with which other answers is nobody's business. */
    private List<VoiceDraft> drafts(Wave wave) {
        var heard = Objects.requireNonNullElseGet(wave.moments().closedAt(), clock::instant);
        var asked = surveys.find(wave.survey()).orElseThrow().questions();
        var said = waves.said(wave.id(), MOST);
        var drafts = new ArrayList<VoiceDraft>();
        for (var question : asked) {
            for (var words : said.getOrDefault(question.id(), List.of())) {
                if (!VoiceCheck.silent(words)) {
                    drafts.add(VoiceDraft.heard(Pointing.NOWHERE, words, Voice.Channel.SURVEY)
                            .at(heard)
                            .recorded(new VoiceDraft.Recording(null, null, wave.id().value(), question.text().ja(), true))
                            .from(new Source(SYSTEM, wave.id() + "/" + (drafts.size() + 1), null)));
                }
            }
        }
        return drafts;
    }

    private void insert(Wave wave, Actor by) {
        var title = surveys.find(wave.survey()).orElseThrow().title().ja() + " " + wave.name().ja();
        sql.insertInto(DOCUMENT)
                .set(DOCUMENT.ID, wave.id().value())
                .set(DOCUMENT.KIND, Document.Kind.SURVEY.code())
                .set(DOCUMENT.TITLE, title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE))
                .set(DOCUMENT.ADDED_BY, by.member() == null ? null : by.id().value())
                .set(DOCUMENT.ADDED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }
}
