package org.kamiau.handoffs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.handoffs.AgreementVersion.Draft;
import org.kamiau.handoffs.AgreementVersion.Head;
import org.kamiau.handoffs.AgreementVersion.Signature;
import org.kamiau.handoffs.AgreementVersion.Signed;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agreement in force, its versions, and what the two heads do with them. */
@Component
@Transactional
public class Agreements {

    /** The kind under which clocks, history and notices know agreements. */
    public static final String KIND = "agreement";

    private static final int LONGEST_WAIT_DAYS = 366;

    private final AgreementRows rows;
    private final AgreementNotices notices;
    private final Calendars calendars;
    private final Audit audit;
    private final InstantSource clock;
    private final AtomicReference<Agreement> read = new AtomicReference<>(Agreement.STANDARD);

    Agreements(AgreementRows rows, AgreementNotices notices, Calendars calendars, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.notices = notices;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** What holds now: one small question; the terms are read again only when the version changed. */
    @Transactional(readOnly = true)
    public Agreement current() {
        var version = rows.inForce(clock.instant());
        var known = read.get();
        if (known.version() == version) {
            return known;
        }
        var current = at(version);
        read.set(current);
        return current;
    }

    /** A version's terms; version 0 is the standard. */
    @Transactional(readOnly = true)
    public Agreement at(int version) {
        return version == 0 ? Agreement.STANDARD : find(version).terms();
    }

    @Transactional(readOnly = true)
    public AgreementVersion find(int version) {
        return rows.find(version).orElseThrow(Refusal.NotFound::new);
    }

    @Transactional(readOnly = true)
    int version(AgreementVersion.Id id) {
        return Optional.ofNullable(rows.versions(List.of(id.value())).get(id.value())).orElseThrow(Refusal.NotFound::new);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<AgreementVersion> all() {
        return rows.all();
    }

    @Transactional(readOnly = true)
    public Optional<AgreementVersion> draft() {
        return rows.draft();
    }

    /**
     * Opens a draft from what holds now, changed by what is written. Raises {@link Invalid} with everything that is
     * wrong, {@link DraftOpen} (409) when there is one.
     */
    Draft draft(AgreementText written, @Nullable LocalDate firstDay, Actor by) {
        if (!AgreementVersion.drafts(by)) {
            throw new Refusal.NotAllowed();
        }
        rows.lock();
        rows.draft().ifPresent(open -> {
            throw new DraftOpen(open.version());
        });
        var current = current();
        var version = rows.latest() + 1;
        var terms = AgreementText.of(current).with(written).checked(version);
        var now = clock.instant();
        var made = new Signature(by.id(), now);
        var draft = new Draft(
                new Head(new AgreementVersion.Id(Ids.next()), version, 1, current.version(), terms, ahead(firstDay), made, made), Map.of());
        rows.insert(draft);
        record(draft, "agreement_drafted", current, by, null);
        return draft;
    }

    /**
     * Changes a draft; signatures given before fall, and their givers are told.
     *
     * @param seen the revision that was read
     */
    Draft edit(int version, int seen, AgreementText written, @Nullable LocalDate firstDay, Actor by) {
        var before = open(version);
        if (before.head().revision() != seen) {
            throw new Refusal.Stale();
        }
        var terms = AgreementText.of(before.terms()).with(written).checked(version);
        var draft = before.edit(terms, ahead(firstDay), by, clock.instant());
        rows.store(draft);
        notices.edited(before, draft, by);
        record(draft, "agreement_edited", before.terms(), by, null);
        return draft;
    }

    /** Signs for the side that this member heads; with the second signature it is in force, or will be on its day. */
    AgreementVersion sign(int version, int seen, Actor by) {
        var now = clock.instant();
        var signed = open(version).sign(seen, by, now, calendars.current().zone());
        rows.store(signed);
        audit.record(by, Change.made(KIND, signed.head().id().value(), "agreement_signed", Map.of("revision", seen)));
        switch (signed) {
            case Draft draft -> notices.waits(draft, by, now);
            case Signed done -> notices.settled(done, by, now);
            case AgreementVersion.Withdrawn _ -> throw new IllegalStateException("a signature withdraws nothing");
        }
        return signed;
    }

    /** The executives decide a deadlock: one head has signed, the other has not. */
    Signed decide(int version, int seen, String reason, Actor by) {
        var now = clock.instant();
        var signed = open(version).decide(reason, seen, by, now, calendars.current().zone());
        rows.store(signed);
        audit.record(by, new Change(
                new org.kamiau.platform.RecordRef(KIND, signed.head().id().value()), "agreement_decided", null, Map.of("revision", seen), reason));
        notices.settled(signed, by, now);
        return signed;
    }

    /** Drops a draft, so that another one can be opened. */
    void withdraw(int version, Actor by) {
        var before = open(version);
        var withdrawn = before.withdraw(by, clock.instant());
        rows.store(withdrawn);
        notices.withdrawn(before, by, clock.instant());
        audit.record(by, Change.made(KIND, withdrawn.head().id().value(), "agreement_withdrawn", Map.of()));
    }

    private Draft open(int version) {
        return switch (rows.lock(version).orElseThrow(Refusal.NotFound::new)) {
            case Draft draft -> draft;
            case Signed _, AgreementVersion.Withdrawn _ -> throw new AgreementClosed(version);
        };
    }

    private @Nullable LocalDate ahead(@Nullable LocalDate firstDay) {
        var today = calendars.current().toLocal(clock.instant()).toLocalDate();
        if (firstDay != null && (firstDay.isBefore(today) || firstDay.isAfter(today.plusDays(LONGEST_WAIT_DAYS)))) {
            throw new Invalid("firstDay", "handoffs.agreement.invalid.first-day");
        }
        return firstDay;
    }

    private void record(Draft draft, String action, Agreement before, Actor by, @Nullable String reason) {
        audit.record(by, Change.of(
                KIND, draft.head().id().value(), action, AgreementText.of(before).lines(), AgreementText.of(draft.terms()).lines(), reason));
    }
}
