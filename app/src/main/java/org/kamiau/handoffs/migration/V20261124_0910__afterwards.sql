-- What follows an answer: marketing's reply to a return, the meeting, both sides' ratings.
alter table handoffs.handoff
    -- The agreement in force when it was offered, its agreed fields, and which of them the packet lacked.
    add agreement integer not null default 0,
    add fields text[] not null default '{}',
    add missing text[] not null default '{}',
    -- Accepted because the receiver kept silent: counts as a breach.
    add silent boolean not null default false,
    -- The reply to a return, and the ruling where both sides disagree.
    add reply text check (reply in ('correct', 'agree', 'dispute')),
    add replied_at timestamptz,
    add replied_by uuid references people.member,
    add reply_note text,
    add ruling text check (ruling in ('marketing', 'sales')),
    add ruled_at timestamptz,
    add ruled_by uuid references people.member,
    add ruling_reason text,
    -- The first meeting: when it is planned, what came of it, and which agreed fields the customer was asked for again.
    add meeting_at timestamptz,
    add completed_at timestamptz,
    add completed_by uuid references people.member,
    add completion text check (completion in ('held', 'no_show')),
    add reasked text[] not null default '{}',
    add completion_note text,
    add check (missing <@ fields),
    add check (not silent or (state = 'accepted' and late)),
    add check (num_nulls(reply, replied_at, replied_by, reply_note) in (0, 4)),
    add check (reply is null or state = 'returned'),
    add check (num_nulls(ruling, ruled_at, ruled_by, ruling_reason) in (0, 4)),
    add check (ruling is null or coalesce(reply, '') = 'dispute'),
    add check (num_nulls(completed_at, completed_by, completion) in (0, 3)),
    add check (completion is null or state = 'accepted');

create index handoff_offered on handoffs.handoff (boundary, offered_at);

-- Each side rates the hand-over once, 1 (poor) to 5 (perfect).
create table handoffs.rating (
    handoff_id uuid not null references handoffs.handoff,
    side text not null check (side in ('giver', 'receiver')),
    score smallint not null check (score between 1 and 5),
    note text,
    rated_by uuid not null references people.member,
    rated_at timestamptz not null,
    primary key (handoff_id, side)
);

drop view handoffs.handoff_view;
-- Published to other modules: see package-info.
create view handoffs.handoff_view as
select h.id, h.boundary, h.about_kind, h.about_id, h.from_function, h.to_function, h.from_member, h.to_member, h.offered_at,
    h.due_at, h.state, h.answered_at, h.answered_by, h.late, h.silent, h.reason, h.advice, h.agreement, h.fields, h.missing,
    h.reply, h.replied_at, h.replied_by, h.reply_note, h.ruling, h.ruled_at, h.ruled_by, h.ruling_reason,
    h.meeting_at, h.completed_at, h.completion, h.reasked
from handoffs.handoff h;
