create schema handoffs;

create table handoffs.handoff (
    id uuid primary key,
    boundary text not null check (boundary in ('mkt_is', 'mkt_fs', 'is_fs', 'fs_cs')),
    about_kind text not null,
    about_id uuid not null,
    from_function text not null,
    to_function text not null,
    from_member uuid references people.member,
    to_member uuid references people.member,
    -- What was known when it was offered; never changed afterwards.
    packet jsonb not null,
    offered_at timestamptz not null,
    -- Null when no clock runs: something from the past that nobody is to be woken for.
    due_at timestamptz check (due_at >= offered_at),
    state text not null default 'offered' check (state in ('offered', 'accepted', 'returned', 'withdrawn')),
    answered_at timestamptz,
    answered_by uuid references people.member,
    late boolean,
    reason text check (reason in ('duplicate', 'incomplete', 'wrong_owner', 'outside_definition')),
    advice text,
    check ((state = 'offered') = (answered_at is null)),
    check (state in ('accepted', 'returned') or answered_by is null),
    check ((state = 'returned') = (reason is not null and advice <> ''))
);
create index handoff_about on handoffs.handoff (about_id, offered_at);
create index handoff_answered on handoffs.handoff (answered_at) where answered_at is not null;
create index handoff_waiting on handoffs.handoff (to_function, due_at) where state = 'offered';

-- Published to other modules: see package-info.
create view handoffs.handoff_view as
select id, boundary, about_kind, about_id, from_function, to_function, from_member, to_member, offered_at, due_at, state,
    answered_at, answered_by, late, reason, advice
from handoffs.handoff;
