package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessCalendar;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.Clocks;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Person;
import org.kamiau.handoffs.Agreements;
import org.kamiau.handoffs.Boundary;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways aside: nurture, recycling with a wake-up day, disqualification, unsubscription. */
@Component
@Transactional
public class Partings {

    /** Why a lead is none, as found in a conversation or seen at once. */
    public enum Reason {
        NO_NEED,
        NO_BUDGET,
        NO_AUTHORITY,
        NO_FIT,
        COMPETITOR,
        STUDENT;

        private static final Set<Reason> HEARD = Set.of(NO_NEED, NO_BUDGET, NO_AUTHORITY);

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LONGEST_SLEEP_YEARS = 2;

    private final Standings standings;
    private final Handoffs handoffs;
    private final Agreements agreements;
    private final Customers customers;
    private final Calendars calendars;
    private final Clocks clocks;
    private final Announcements announcements;
    private final InstantSource clock;

    Partings(
            Standings standings, Handoffs handoffs, Agreements agreements, Customers customers, Calendars calendars,
            Clocks clocks, Announcements announcements, InstantSource clock) {
        this.standings = standings;
        this.handoffs = handoffs;
        this.agreements = agreements;
        this.customers = customers;
        this.calendars = calendars;
        this.clocks = clocks;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Not ready yet: marketing keeps in touch. Of a returned lead it says that the return was right. */
    public void nurture(Lead.Id id, @Nullable String note, Actor by) {
        var lead = standings.lock(id);
        Standing.require(lead.eitherSideMay(by));
        Move.NURTURE_ON.check(lead.stage());
        if (lead.stage() == Lead.Stage.RETURNED && lead.handoff() != null) {
            handoffs.reply(lead.handoff(), Handoff.ReplyKind.AGREE, note == null ? "" : note, by);
            return;
        }
        var marketer = marketer(lead);
        settle(lead, note, by);
        nurture(lead, marketer, null, note, by);
    }

    /** Marketing's again, after a return that stands too. */
    void nurture(Standing lead, @Nullable MemberId marketer, @Nullable String reason, @Nullable String note, Actor by) {
        aside(lead, Move.NURTURE_ON, marketer, Map.of(), reason, note, null, by);
    }

    private @Nullable MemberId marketer(Standing lead) {
        return lead.handoff() == null
                ? null
                : handoffs.about(Lead.KIND, java.util.List.of(lead.id().value())).getOrDefault(lead.id().value(), java.util.List.of()).stream()
                        .map(Handoff::terms)
                        .filter(terms -> terms.boundary().from() == Function.MARKETING && terms.from() != null)
                        .map(Handoff.Terms::from)
                        .reduce((_, last) -> last)
                        .orElse(null);
    }

    /**
     * Not now: sleeps until the day, then lies on its owner's desk again. The day must be a business day to come,
     * at most two years ahead (422, which names the next business day).
     */
    public void recycle(Lead.Id id, LocalDate wakeOn, String reason, Actor by) {
        var lead = standings.lock(id);
        Standing.require(lead.eitherSideMay(by));
        Move.RECYCLE.check(lead.stage());
        var calendar = calendars.current();
        var today = calendar.toLocal(clock.instant()).toLocalDate();
        if (!wakeOn.isAfter(today)) {
            throw new Invalid("wakeOn", "leads.invalid.wake-past");
        }
        if (wakeOn.isAfter(today.plusYears(LONGEST_SLEEP_YEARS))) {
            throw new Invalid("wakeOn", "leads.invalid.wake-far", LONGEST_SLEEP_YEARS);
        }
        if (!calendar.businessDay(wakeOn)) {
            throw new Invalid("wakeOn", "leads.invalid.wake-holiday", businessDay(wakeOn, calendar).toString());
        }
        settle(lead, reason, by);
        sleep(lead, wakeOn, "stated", reason, by);
    }

    /** Tried as often as agreed: sleeps as long as agreed. */
    void recycleUnreached(Standing lead, Instant now) {
        var calendar = calendars.current();
        var wakeOn = businessDay(calendar.toLocal(now).toLocalDate().plusDays(agreements.current().wakeAfterDays()), calendar);
        sleep(lead, wakeOn, "not_reached", null, Actor.SYSTEM);
    }

    private static LocalDate businessDay(LocalDate from, BusinessCalendar calendar) {
        return from.datesUntil(from.plusMonths(1)).filter(calendar::businessDay).findFirst().orElse(from);
    }

    private void sleep(Standing lead, LocalDate wakeOn, String reason, @Nullable String note, Actor by) {
        var calendar = calendars.current();
        var wakeAt = calendar.nextOpening(wakeOn.atStartOfDay(calendar.zone()).toInstant());
        aside(lead, Move.RECYCLE, lead.owner(), Map.of(LEAD.WAKE_ON, val(wakeOn), LEAD.WAKE_AT, val(wakeAt)), reason, note, wakeOn, by);
    }

    /**
     * No customer of ours. Need, budget and authority show in a conversation only: before any attempt this is
     * refused ({@code leads.contact-first}, 409), and a lead that was merely offered is returned instead.
     */
    public void disqualify(Lead.Id id, Reason reason, @Nullable String note, Actor by) {
        var lead = standings.lock(id);
        Standing.require(lead.eitherSideMay(by));
        Move.DISQUALIFY.check(lead.stage());
        if (lead.firstAttemptAt() == null && Reason.HEARD.contains(reason)) {
            throw new ContactFirst();
        }
        var marketer = marketer(lead);
        settle(lead, note, by);
        aside(lead, Move.DISQUALIFY, lead.owner(), closing(reason.code()), reason.code(), note, null, by);
        announcements.disqualified(id, marketer, by);
    }

    /** The person wants to hear no more from us: of this lead, and of everything else. */
    public void unsubscribe(Lead.Id id, @Nullable String note, Actor by) {
        var lead = standings.lock(id);
        Standing.require(lead.anySideMay(by));
        Move.UNSUBSCRIBE.check(lead.stage());
        settle(lead, note, by);
        aside(lead, Move.UNSUBSCRIBE, lead.owner(), closing("unsubscribed"), null, note, null, by);
        if (lead.person() != null) {
            customers.unsubscribe(new Person.Id(lead.person()), by);
        }
    }

    Map<Field<?>, Object> closing(String reason) {
        return Map.of(LEAD.CLOSED_AT, val(clock.instant()), LEAD.CLOSED_REASON, val(reason));
    }

    /** Whatever still waits for an answer about this lead does so no more. */
    void settle(Standing lead, @Nullable String note, Actor by) {
        if (lead.handoff() == null) {
            return;
        }
        switch (handoffs.find(lead.handoff()).orElseThrow()) {
            case Handoff.Offered offered -> handoffs.withdraw(offered.id(), by);
            case Handoff.Returned returned -> {
                if (returned.reply() == null && returned.terms().boundary() == Boundary.IS_FS && returned.terms().mayReply(by)) {
                    handoffs.reply(returned.id(), Handoff.ReplyKind.AGREE, note == null ? "" : note, by);
                } else {
                    handoffs.overtaken(returned.id());
                }
            }
            case Handoff.Accepted _, Handoff.Withdrawn _ -> {}
        }
    }

    void aside(
            Standing lead, Move move, @Nullable MemberId owner, Map<Field<?>, ?> more, @Nullable String reason, @Nullable String note,
            @Nullable LocalDate wakeOn, Actor by) {
        var now = clock.instant();
        clocks.waive(new RecordRef(Lead.KIND, lead.id().value()), now);
        var all = new HashMap<Field<?>, Object>(more);
        all.put(LEAD.TURN, castNull(LEAD.TURN));
        all.put(LEAD.DUE_AT, castNull(LEAD.DUE_AT));
        standings.move(lead, move.to(), owner, all, move.to().code(), note == null ? reason : note, by, now);
        standings.step(lead, move.to(), by, reason, note, wakeOn, now);
    }
}
