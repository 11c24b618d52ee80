package org.kamiau.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.ContactView;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Rating;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Text;

/**
 * A lead and what belongs to it.
 *
 * @param rules version of the rules that the score was made by
 * @param contact masked unless the reader may see it
 * @param handoffs oldest first; the last one counts
 * @param people the members named anywhere in it
 */
public record LeadDetail(
        Lead.Id id,
        Lead.Stage stage,
        ResponseKind kind,
        @Nullable UUID accountId,
        @Nullable String accountName,
        @Nullable String prefecture,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable ContactView contact,
        @Nullable String title,
        @Nullable String department,
        @Nullable String product,
        @Nullable String origin,
        @Nullable String channel,
        @Nullable String campaign,
        Instant occurredAt,
        @Nullable MemberId owner,
        @Nullable String turn,
        @Nullable Instant dueAt,
        boolean contactMissing,
        @Nullable String closedReason,
        @Nullable UUID mergedInto,
        @Nullable String link,
        Score score,
        int rules,
        List<Reason> routing,
        List<Response> responses,
        List<Handoff> handoffs,
        Progress progress,
        List<Rating> ratings,
        Map<MemberId, Directory.Person> people,
        int version) {

    /** A response as it is told in the timeline. */
    public record Response(
            Instant at, ResponseKind kind, String via, @Nullable String origin, @Nullable String channel,
            @Nullable String campaign, @Nullable String message) {}

    /**
     * How far sales has come.
     *
     * @param attempts in this round
     * @param wakeOn of a recycled lead
     */
    public record Progress(
            int round, int attempts, @Nullable Instant reachedAt, @Nullable Instant firstAttemptAt, @Nullable Integer firstAttemptMinutes,
            @Nullable Instant sqlAt, @Nullable LocalDate wakeOn) {}

    public Optional<Handoff> handoff() {
        return handoffs.isEmpty() ? Optional.empty() : Optional.of(handoffs.getLast());
    }

    /** Still to be answered. */
    public Optional<Handoff.Offered> offered() {
        return handoff().filter(Handoff.Offered.class::isInstance).map(Handoff.Offered.class::cast);
    }

    public Optional<Handoff.Returned> returned() {
        return handoff().filter(Handoff.Returned.class::isInstance).map(Handoff.Returned.class::cast);
    }

    public Optional<Handoff.Accepted> accepted() {
        return handoff().filter(Handoff.Accepted.class::isInstance).map(Handoff.Accepted.class::cast);
    }

    public List<Rating> ratingsOf(Handoff handoff) {
        return ratings.stream().filter(rating -> rating.handoff().equals(handoff.id())).toList();
    }

    /** As the rules see it; nothing is held. */
    Standing standing() {
        return new Standing(
                id, stage, owner, accountId, null, contactMissing, handoff().map(Handoff::id).orElse(null), progress.round(),
                progress.attempts(), progress.reachedAt(), progress.firstAttemptAt(), occurredAt, occurredAt);
    }

    /** What the lead is called. */
    public String headline(Text t) {
        return accountName != null ? accountName : contact != null ? contact.name() : t.get("leads.nameless");
    }

    public String name(@Nullable MemberId member) {
        var person = member == null ? null : people.get(member);
        return person == null ? "" : person.name();
    }
}
