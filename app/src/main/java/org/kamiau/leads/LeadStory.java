package org.kamiau.leads;

import static db.leads.Tables.STEP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Rating;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Text;
import org.kamiau.platform.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a lead, both sides in one stream, newest first. */
@Component
@Transactional(readOnly = true)
class LeadStory {

    /**
     * One happening.
     *
     * @param key message key of what it was
     * @param arguments of the message; {@link Words} are said in the reader's language
     */
    record Moment(Instant at, String kind, String key, List<Object> arguments, @Nullable MemberId by, @Nullable String body) {
        String text(Text t) {
            return t.get(key, arguments.stream().map(argument -> said(argument, t)).toArray());
        }

        private static Object said(Object argument, Text t) {
            return switch (argument) {
                case LocalDate day -> t.date(day);
                case Long yen -> t.yen(yen);
                default -> Words.said(argument, t);
            };
        }
    }

    private final DSLContext sql;
    private final LeadAttempts attempts;

    LeadStory(DSLContext sql, LeadAttempts attempts) {
        this.sql = sql;
        this.attempts = attempts;
    }

    List<Moment> of(LeadDetail lead) {
        var moments = new ArrayList<Moment>();
        lead.responses().forEach(response -> moments.add(new Moment(
                response.at(), "touch", "leads.kind." + response.kind().code(), List.of(), null, response.message())));
        attempts.of(lead.id()).forEach(attempt -> moments.add(new Moment(
                attempt.at(), "attempt", "leads.happened.attempt",
                List.of(new Words("leads.channel." + attempt.channel().code()), new Words("leads.outcome." + attempt.outcome().code())),
                attempt.by(), attempt.note())));
        lead.handoffs().forEach(handoff -> tell(lead, handoff, moments));
        lead.ratings().forEach(rating -> moments.add(rating(rating)));
        moments.addAll(steps(lead.id()));
        moments.sort(Comparator.comparing(Moment::at).reversed());
        return moments;
    }

    private static void tell(LeadDetail lead, Handoff handoff, List<Moment> moments) {
        var terms = handoff.terms();
        var message = terms.from() == null ? "" : String.valueOf(terms.packet().getOrDefault("message", "")).strip();
        moments.add(new Moment(
                terms.offeredAt(), "handoff", "leads.happened.offered-" + terms.boundary().code(),
                List.of(terms.to() == null ? "—" : lead.name(terms.to())), terms.from(), message.isEmpty() ? null : message));
        switch (handoff) {
            case Handoff.Offered _ -> {}
            case Handoff.Withdrawn withdrawn -> moments.add(new Moment(withdrawn.at(), "handoff", "leads.happened.withdrawn", List.of(), null, null));
            case Handoff.Accepted accepted -> accepted(accepted, moments);
            case Handoff.Returned returned -> returned(returned, moments);
        }
    }

    private static void accepted(Handoff.Accepted handoff, List<Moment> moments) {
        moments.add(new Moment(
                handoff.answer().at(), "handoff", handoff.silent() ? "leads.happened.accepted-silently" : "leads.happened.accepted", List.of(),
                handoff.answer().by(), null));
        var meeting = handoff.meeting();
        if (meeting != null) {
            moments.add(new Moment(
                    meeting.answer().at(), "meeting", meeting.held() ? "leads.happened.met" : "leads.happened.no-show", List.of(),
                    meeting.answer().by(), meeting.note()));
        }
    }

    private static void returned(Handoff.Returned handoff, List<Moment> moments) {
        moments.add(new Moment(
                handoff.answer().at(), "handoff", "leads.happened.returned-" + handoff.reason().code(), List.of(), handoff.answer().by(),
                handoff.advice()));
        var reply = handoff.reply();
        if (reply != null) {
            moments.add(new Moment(
                    reply.answer().at(), "handoff", "leads.happened.reply-" + reply.kind().code(), List.of(), reply.answer().by(), text(reply.note())));
        }
        var ruling = handoff.ruling();
        if (ruling != null) {
            moments.add(new Moment(
                    ruling.answer().at(), "handoff", "leads.happened.ruled-" + ruling.winner().code(), List.of(), ruling.answer().by(),
                    ruling.reason()));
        }
    }

    private static @Nullable String text(String note) {
        return note.isBlank() ? null : note;
    }

    private static Moment rating(Rating rating) {
        return new Moment(rating.answer().at(), "rating", "leads.happened.rated", List.of(rating.score()), rating.answer().by(), rating.note());
    }

    private List<Moment> steps(Lead.Id id) {
        return sql.selectFrom(STEP)
                .where(STEP.LEAD_ID.eq(id.value()))
                .orderBy(STEP.AT.desc())
                .limit(200)
                .fetch(row -> new Moment(
                        row.getAt(), "step", key(row.getStage(), row.getReason()), arguments(row),
                        row.getByMember() == null ? null : new MemberId(row.getByMember()), row.getNote()));
    }

    private static String key(String stage, @Nullable String reason) {
        return switch (stage) {
            case "working" -> "leads.happened.woken";
            case "recycled" -> "not_reached".equals(reason) ? "leads.happened.recycled-unreached" : "leads.happened.recycled";
            case "disqualified" -> "leads.happened.disqualified";
            default -> "leads.happened." + stage;
        };
    }

    private static List<Object> arguments(db.leads.tables.records.StepRecord row) {
        if (row.getWakeOn() != null) {
            return List.of(row.getWakeOn());
        }
        if (row.getAmount() != null) {
            return List.of(row.getAmount(), row.getClosesOn());
        }
        return row.getStage().equals("disqualified") && row.getReason() != null ? List.of(new Words("leads.closed." + row.getReason())) : List.of();
    }
}
