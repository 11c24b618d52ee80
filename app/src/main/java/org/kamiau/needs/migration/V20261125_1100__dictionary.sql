-- What research wants to find out, and what the company has decided to answer.
alter table needs.need
    add column hypothesis text check (length(hypothesis) between 1 and 2000),
    add column response text check (length(response) between 1 and 2000);

create index need_state on needs.need (state, state_since, id);
create index need_since on needs.need (state_since, id);
create index need_owner on needs.need (owner_id, state_since, id);
create index need_parent on needs.need (parent_id) where parent_id is not null;

-- Sales says that a need is understood or judged wrongly; marketing owes an answer. Never deleted.
create table needs.dispute (
    id uuid primary key,
    need_id uuid not null references needs.need,
    meaning int not null,
    claim text not null check (length(claim) between 1 and 2000),
    raised_by uuid not null references people.member,
    raised_at timestamptz not null,
    outcome text check (outcome in ('changed', 'kept')),
    answer text check (length(answer) between 1 and 2000),
    answered_by uuid references people.member,
    answered_at timestamptz,
    check ((outcome is null) = (answer is null) and (outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null))
);
create index dispute_need on needs.dispute (need_id, raised_at);
-- Who waits for an answer adds to it in the comments.
create unique index dispute_open on needs.dispute (need_id, raised_by) where outcome is null;
