package org.kamiau.handoffs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessCalendar;
import org.kamiau.calendar.Calendars;
import org.kamiau.handoffs.DemoHandoffs.Meeting;
import org.kamiau.handoffs.DemoHandoffs.Rated;
import org.kamiau.handoffs.DemoHandoffs.Reply;
import org.kamiau.handoffs.DemoHandoffs.Returned;
import org.kamiau.handoffs.DemoHandoffs.Ruling;
import org.kamiau.handoffs.DemoHandoffs.Told;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;

/** The SQL of the demonstration's handoffs: one statement for those that the intake offered and for all others. */
@Component
class DemoHandoffRows {

    private final DSLContext sql;
    private final Calendars calendars;

    DemoHandoffRows(DSLContext sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    void write(List<Told> told) {
        var calendar = calendars.current();
        var rows = new Bulk<>(told);
        sql.execute(
                """
                insert into handoffs.handoff (id, boundary, about_kind, about_id, from_function, to_function, from_member, to_member,
                    packet, offered_at, due_at, agreement, fields, missing, meeting_at, state, answered_at, answered_by, late, silent,
                    reason, advice, reply, replied_at, replied_by, reply_note, ruling, ruled_at, ruled_by, ruling_reason,
                    completed_at, completed_by, completion, reasked)
                select h.id, h.boundary, 'lead', h.about_id, h.from_function, h.to_function, h.from_member, h.to_member,
                    coalesce(h.packet::jsonb, jsonb_build_object()), h.offered_at, h.due_at, h.agreement, string_to_array(h.fields, ','),
                    string_to_array(h.missing, ','), h.meeting_at, h.state, h.answered_at, h.answered_by, h.late, h.silent,
                    h.reason, h.advice, h.reply, h.replied_at, h.replied_by, h.reply_note, h.ruling, h.ruled_at, h.ruled_by,
                    h.ruling_reason, h.completed_at, h.completed_by, h.completion, string_to_array(h.reasked, ',')
                from unnest({0}::uuid[], {1}::text[], {2}::uuid[], {3}::text[], {4}::text[], {5}::uuid[], {6}::uuid[], {7}::text[],
                    {8}::timestamptz[], {9}::timestamptz[], {10}::int[], {11}::text[], {12}::text[], {13}::timestamptz[], {14}::text[],
                    {15}::timestamptz[], {16}::uuid[], {17}::boolean[], {18}::boolean[], {19}::text[], {20}::text[], {21}::text[],
                    {22}::timestamptz[], {23}::uuid[], {24}::text[], {25}::text[], {26}::timestamptz[], {27}::uuid[], {28}::text[],
                    {29}::timestamptz[], {30}::uuid[], {31}::text[], {32}::text[])
                    as h (id, boundary, about_id, from_function, to_function, from_member, to_member, packet, offered_at, due_at,
                        agreement, fields, missing, meeting_at, state, answered_at, answered_by, late, silent, reason, advice,
                        reply, replied_at, replied_by, reply_note, ruling, ruled_at, ruled_by, ruling_reason,
                        completed_at, completed_by, completion, reasked)
                on conflict (id) do update set from_member = excluded.from_member, due_at = excluded.due_at, state = excluded.state,
                    answered_at = excluded.answered_at, answered_by = excluded.answered_by, late = excluded.late,
                    silent = excluded.silent, reason = excluded.reason, advice = excluded.advice, reply = excluded.reply,
                    replied_at = excluded.replied_at, replied_by = excluded.replied_by, reply_note = excluded.reply_note,
                    ruling = excluded.ruling, ruled_at = excluded.ruled_at, ruled_by = excluded.ruled_by,
                    ruling_reason = excluded.ruling_reason
                """,
                rows.uuids(Told::id),
                rows.texts(one -> one.boundary().code()),
                rows.uuids(Told::lead),
                rows.texts(one -> one.boundary().from().code()),
                rows.texts(one -> one.boundary().to().code()),
                rows.members(Told::from),
                rows.members(Told::to),
                rows.texts(Told::packet),
                rows.moments(Told::offeredAt),
                rows.moments(one -> due(one, calendar)),
                rows.integers(one -> one.agreement().version()),
                rows.texts(one -> String.join(",", one.fields())),
                rows.texts(one -> String.join(",", one.missing())),
                rows.moments(Told::meetingAt),
                rows.texts(Told::state),
                rows.moments(one -> part(one.answer(), DemoHandoffs.Answer::at)),
                rows.members(one -> part(one.answer(), DemoHandoffs.Answer::by)),
                rows.flags(one -> part(one.answer(), answer -> one.silent() || answer.at().isAfter(due(one, calendar)))),
                rows.flags(Told::silent),
                rows.texts(one -> part(one.returned(), returned -> returned.reason().code())),
                rows.texts(one -> part(one.returned(), Returned::advice)),
                rows.texts(one -> part(reply(one), Reply::kind)),
                rows.moments(one -> part(reply(one), Reply::at)),
                rows.members(one -> part(reply(one), Reply::by)),
                rows.texts(one -> part(reply(one), Reply::note)),
                rows.texts(one -> part(ruling(one), Ruling::winner)),
                rows.moments(one -> part(ruling(one), Ruling::at)),
                rows.members(one -> part(ruling(one), Ruling::by)),
                rows.texts(one -> part(ruling(one), Ruling::reason)),
                rows.moments(one -> part(one.meeting(), Meeting::toldAt)),
                rows.members(one -> part(one.meeting(), Meeting::by)),
                rows.texts(one -> part(one.meeting(), meeting -> meeting.held() ? "held" : "no_show")),
                rows.texts(one -> String.join(",", one.meeting() == null ? List.of() : one.meeting().reasked())));
    }

    private static Instant due(Told one, BusinessCalendar calendar) {
        return calendar.due(one.offeredAt(), one.allowed());
    }

    private static @Nullable Reply reply(Told one) {
        return part(one.returned(), Returned::reply);
    }

    private static @Nullable Ruling ruling(Told one) {
        return part(one.returned(), Returned::ruling);
    }

    private static <T, P> @Nullable P part(@Nullable T whole, Function<T, @Nullable P> part) {
        return whole == null ? null : part.apply(whole);
    }

    private record Side(UUID handoff, String side, Rated rated, @Nullable MemberId by) {}

    void rate(List<Told> told) {
        var sides = new ArrayList<Side>();
        for (var one : told) {
            var meeting = one.meeting();
            var giver = part(meeting, Meeting::giver);
            var receiver = part(meeting, Meeting::receiver);
            if (giver != null) {
                sides.add(new Side(one.id(), "giver", giver, one.from()));
            }
            if (receiver != null) {
                sides.add(new Side(one.id(), "receiver", receiver, part(one.answer(), DemoHandoffs.Answer::by)));
            }
        }
        var rows = new Bulk<>(sides);
        sql.execute(
                """
                insert into handoffs.rating (handoff_id, side, score, rated_by, rated_at)
                select * from unnest({0}::uuid[], {1}::text[], {2}::smallint[], {3}::uuid[], {4}::timestamptz[])
                """,
                rows.uuids(Side::handoff),
                rows.texts(Side::side),
                rows.integers(side -> side.rated().score()),
                rows.members(Side::by),
                rows.moments(side -> side.rated().at()));
    }
}
