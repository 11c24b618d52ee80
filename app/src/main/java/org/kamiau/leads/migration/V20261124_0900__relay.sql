-- From acceptance to the confirmed sales meeting, and the ways aside.
alter table leads.lead
    -- Who received it from marketing. Stays when field sales takes over, so that rates by person compare like with like.
    add receiver_id uuid references people.member,
    -- The attempts of this round; a lead that wakes up begins a new round.
    add round smallint not null default 1 check (round > 0),
    add attempts smallint not null default 0 check (attempts >= 0),
    add reached_at timestamptz,
    -- Speed to lead: business minutes from receipt to the first human attempt.
    add first_attempt_at timestamptz,
    add first_attempt_minutes integer check (first_attempt_minutes >= 0),
    -- Inside sales proposed it; it counts as SQL from field sales' confirmation on (sql_at).
    add proposed_at timestamptz,
    add sqo_at timestamptz,
    -- A recycled lead's day, and the opening of business on it.
    add wake_on date,
    add wake_at timestamptz,
    add merged_into uuid references leads.lead;

update leads.lead set receiver_id = owner_id where assigned_at is not null;
update leads.lead set wake_on = (last_touch_at + interval '60 days')::date, wake_at = last_touch_at + interval '60 days'
where stage = 'recycled';
update leads.lead set sql_at = coalesce(sql_at, last_touch_at) where stage in ('sql', 'sqo');
update leads.lead set sqo_at = sql_at where stage = 'sqo';
update leads.lead set merged_into = id where stage = 'merged';

alter table leads.lead
    add check ((stage = 'recycled') = (wake_on is not null)),
    add check (num_nulls(wake_on, wake_at) in (0, 2)),
    add check (stage not in ('sql', 'sqo') or sql_at is not null),
    add check (stage <> 'sqo' or sqo_at is not null),
    add check ((stage = 'merged') = (merged_into is not null)),
    add check (num_nulls(first_attempt_at, first_attempt_minutes) in (0, 2));
-- What wakes up next.
create index lead_waking on leads.lead (wake_at) where wake_at is not null;

create table leads.attempt (
    id uuid primary key,
    lead_id uuid not null references leads.lead,
    round smallint not null,
    member_id uuid not null references people.member,
    channel text not null check (channel in ('phone', 'mail', 'meeting')),
    outcome text not null check (outcome in ('connected', 'no_answer', 'wrong_number', 'bounced', 'callback')),
    at timestamptz not null,
    note text,
    created_at timestamptz not null
);
create index attempt_lead on leads.attempt (lead_id, at);

-- Every turn aside and back, for the timeline: what the lead became, when, through whom and why. Never changed.
create table leads.step (
    id uuid primary key,
    lead_id uuid not null references leads.lead,
    stage text not null,
    at timestamptz not null,
    -- Null when it happened by itself: a limit reached, a day come.
    by_member uuid references people.member,
    reason text,
    note text,
    wake_on date
);
create index step_lead on leads.step (lead_id, at);

drop view leads.lead_view;
-- Published to other modules: see package-info.
create view leads.lead_view as
select l.id, l.stage, l.account_id, l.person_id, l.product_id, l.kind, l.via, l.origin, l.channel, l.campaign,
    l.occurred_at, l.owner_id, l.receiver_id, l.turn, l.due_at, l.target, l.contact_missing, l.qualified_at, l.assigned_at,
    l.accepted_at, l.returned_at, l.proposed_at, l.sql_at, l.sqo_at, l.closed_at, l.closed_reason, l.wake_on,
    l.round, l.attempts, l.reached_at, l.first_attempt_at, l.first_attempt_minutes, s.fit, s.engagement, s.grade
from leads.lead l left join leads.score s on s.lead_id = l.id;
