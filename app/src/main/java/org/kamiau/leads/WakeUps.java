package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.kamiau.people.Member;
import org.kamiau.people.Members;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.demo.DueMoments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recycled leads wake up on their day, when business opens: back on their owner's desk for a new round of attempts.
 * Where the owner has left, the lead is offered anew.
 */
@Component
public class WakeUps implements DueMoments {

    private final DSLContext sql;
    private final Standings standings;
    private final Offers offers;
    private final LeadAttempts attempts;
    private final Partings partings;
    private final Members members;
    private final Announcements announcements;
    private final TransactionTemplate transaction;

    WakeUps(
            DSLContext sql, Standings standings, Offers offers, LeadAttempts attempts, Partings partings, Members members, Announcements announcements,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.standings = standings;
        this.offers = offers;
        this.attempts = attempts;
        this.partings = partings;
        this.members = members;
        this.announcements = announcements;
        this.transaction = transaction;
    }

    /** Wakes whatever is due, one lead at a time. */
    public int wake(Instant until) {
        int woken = 0;
        for (var next = due(until); next.isPresent(); next = due(until)) {
            var lead = next.get();
            woken += Objects.requireNonNull(transaction.execute(_ -> wake(lead.value1(), lead.value2())));
        }
        return woken;
    }

    private Optional<Record2<UUID, Instant>> due(Instant until) {
        return sql.select(LEAD.ID, LEAD.WAKE_AT).from(LEAD).where(LEAD.WAKE_AT.le(until)).orderBy(LEAD.WAKE_AT, LEAD.ID).limit(1).fetchOptional();
    }

    /** Another node, or somebody's call, may have been first. */
    private int wake(UUID id, Instant at) {
        var lead = standings.lock(new Lead.Id(id));
        if (lead.stage() != Lead.Stage.RECYCLED) {
            return 0;
        }
        wake(lead, at);
        return 1;
    }

    private void wake(Standing lead, Instant at) {
        var owner = lead.owner() == null ? Optional.<Member>empty() : members.find(lead.owner()).filter(Member::active);
        standings.step(lead, Lead.Stage.WORKING, Actor.SYSTEM, "woken", null, null, at);
        if (owner.isEmpty() && lead.contactMissing()) {
            partings.nurture(lead, null, "woken", null, Actor.SYSTEM);
            return;
        }
        if (owner.isEmpty()) {
            offers.toSales(lead, offers.route(lead, Set.of()), "", Actor.SYSTEM);
            return;
        }
        var desk = owner.get().functions().contains(Function.INSIDE_SALES) ? Function.INSIDE_SALES : Function.FIELD_SALES;
        var due = attempts.start(new RecordRef(Lead.KIND, lead.id().value()), desk, lead.owner(), at);
        Map<Field<?>, Object> more = new HashMap<>();
        more.put(LEAD.ROUND, val((short) (lead.round() + 1)));
        more.put(LEAD.ATTEMPTS, val((short) 0));
        more.put(LEAD.REACHED_AT, val(null, LEAD.REACHED_AT));
        more.put(LEAD.TURN, val(desk.code()));
        more.put(LEAD.DUE_AT, val(due));
        standings.move(lead, Lead.Stage.WORKING, lead.owner(), more, "woken", null, Actor.SYSTEM, at);
        announcements.woken(lead.id(), lead.owner());
    }

    @Override
    public Optional<Instant> next(Instant upTo) {
        return due(upTo).map(Record2::value2);
    }

    @Override
    public void fire(Instant now) {
        wake(now);
    }

    /** While the application serves, on whichever nodes do. */
    @Component
    @ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
    static class Schedule {
        private final WakeUps wakeUps;
        private final InstantSource clock;

        Schedule(WakeUps wakeUps, InstantSource clock) {
            this.wakeUps = wakeUps;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT10S")
        void run() {
            wakeUps.wake(clock.instant());
        }
    }
}
