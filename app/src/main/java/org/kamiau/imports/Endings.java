package org.kamiau.imports;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.kamiau.platform.imports.Importer.Effect;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows when a run ends: its state, the audit log, and a word to whoever brought the file and may have left. */
@Component
@Transactional
class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final String ENDED = "imports.ended";

    private final RunRows rows;
    private final Uploads uploads;
    private final Audit audit;
    private final Notices notices;
    private final InstantSource clock;

    Endings(RunRows rows, Uploads uploads, Audit audit, Notices notices, InstantSource clock) {
        this.rows = rows;
        this.uploads = uploads;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
    }

    /** The kinds that members may silence. */
    @Configuration
    static class Kinds {
        @Bean
        NoticeKind importEnded() {
            return new NoticeKind(ENDED, "imports.notice-kind.ended");
        }
    }

    void tried(Run run) {
        rows.end(run.id(), Run.State.TRIED, clock.instant());
    }

    void done(Run run, Actor by, Tally tally) {
        rows.end(run.id(), Run.State.DONE, clock.instant());
        audit.record(by, Change.made(Runs.RECORD, run.id().value(), "import_done", counts(tally)));
        tell(by, run, "imports.notice.done", tally);
        rows.fileGone(run.id());
        uploads.remove(run.file().path());
    }

    void failed(Run run, Actor by, Exception trouble) {
        LOG.error("run {} failed", run.id(), trouble);
        rows.end(run.id(), Run.State.FAILED, clock.instant());
        tell(by, run, "imports.notice.failed", run.tally());
    }

    /** The process is being stopped; a trial is simply tried again. */
    void stopped(Run run) {
        rows.end(run.id(), run.dryRun() ? Run.State.DRAFT : Run.State.INTERRUPTED, clock.instant());
    }

    private void tell(Actor by, Run run, String key, Tally tally) {
        if (by.member() != null) {
            var about = new RecordRef(Runs.RECORD, run.id().value());
            notices.send(List.of(by.member()), Notice.of(ENDED, about, Actor.SYSTEM, key, tally.rows() - tally.refused(), tally.refused()));
        }
    }

    private static Map<String, Object> counts(Tally tally) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("rows", tally.rows());
        for (var effect : Effect.values()) {
            counts.put(effect.code(), tally.count(effect));
        }
        counts.put("refused", tally.refused());
        return counts;
    }
}
