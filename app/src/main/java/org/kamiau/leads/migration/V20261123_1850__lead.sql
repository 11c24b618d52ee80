create schema leads;

create table leads.lead (
    id uuid primary key,
    stage text not null check (stage in ('received', 'mql', 'assigned', 'accepted', 'returned', 'working', 'sql', 'sqo',
        'nurture', 'recycled', 'disqualified', 'merged', 'unsubscribed')),
    account_id uuid references customers.account,
    person_id uuid references customers.person,
    product_id uuid references products.product,
    -- How the first response came.
    kind text not null,
    via text not null check (via in ('form', 'api', 'hand', 'file')),
    origin text,
    channel text,
    campaign text,
    occurred_at timestamptz not null,
    created_at timestamptz not null,
    last_touch_at timestamptz not null,
    owner_id uuid references people.member,
    -- Whose turn it is and until when; null while nothing waits.
    turn text,
    due_at timestamptz,
    handoff_id uuid references handoffs.handoff,
    contact_missing boolean not null default false,
    -- Whether its account was in a target segment when it came.
    target boolean not null default false,
    -- Why it went to its owner: [{code, arguments}].
    routing jsonb,
    qualified_at timestamptz,
    assigned_at timestamptz,
    accepted_at timestamptz,
    returned_at timestamptz,
    sql_at timestamptz,
    closed_at timestamptz,
    closed_reason text,
    source_system text,
    external_id text,
    link text,
    version integer not null default 0,
    check ((source_system is null) = (external_id is null)),
    check (stage not in ('assigned', 'accepted', 'returned') or handoff_id is not null),
    check (stage <> 'accepted' or accepted_at is not null),
    check (stage <> 'disqualified' or closed_reason is not null)
);
-- One person has at most one open lead; looked up by every inquiry.
create unique index lead_open on leads.lead (person_id)
    where stage in ('received', 'mql', 'assigned', 'accepted', 'returned', 'working', 'sql', 'nurture', 'recycled');
create index lead_account on leads.lead (account_id, occurred_at);
create index lead_person on leads.lead (person_id);
-- The lists: by stage and owner with the most urgent first, by owner, and the newest first.
create index lead_queue on leads.lead (owner_id, stage, due_at, id);
create index lead_stage on leads.lead (stage, due_at, id);
create index lead_owner on leads.lead (owner_id, due_at, id);
create index lead_newest on leads.lead (occurred_at, id);

create table leads.touch (
    id uuid primary key,
    lead_id uuid not null references leads.lead,
    kind text not null,
    occurred_at timestamptz not null,
    created_at timestamptz not null,
    via text not null,
    origin text,
    channel text,
    campaign text,
    product_id uuid references products.product,
    message text,
    source_system text,
    external_id text,
    link text,
    check ((source_system is null) = (external_id is null))
);
create index touch_lead on leads.touch (lead_id, occurred_at);
-- Taking the same data in again changes nothing.
create unique index touch_source on leads.touch (source_system, external_id) where source_system is not null;

-- Beside the lead, so that scoring a million again rewrites narrow rows and no index (fillfactor: in place).
create table leads.score (
    lead_id uuid primary key references leads.lead,
    fit smallint not null check (fit between 0 and 100),
    engagement smallint not null check (engagement between 0 and 100),
    grade text not null,
    reasons jsonb not null,
    rules integer not null,
    scored_at timestamptz not null
) with (fillfactor = 60);

-- Points, half-lives and thresholds are data; the newest version counts. Without one, the defaults count.
create table leads.score_rules (
    version integer primary key,
    rules jsonb not null,
    released_at timestamptz not null,
    released_by uuid references people.member
);

-- Who takes leads of a region or segment; empty arrays mean any.
create table leads.territory (
    id uuid primary key,
    prefectures text[] not null default '{}',
    segments text[] not null default '{}',
    member_id uuid not null references people.member,
    check (cardinality(prefectures) + cardinality(segments) > 0)
);

-- How many leads wait for or are worked by a member; kept by every change of owner or stage.
create table leads.workload (
    member_id uuid primary key references people.member,
    open integer not null default 0,
    assigned_at timestamptz
);

-- Published to other modules: see package-info.
create view leads.lead_view as
select l.id, l.stage, l.account_id, l.person_id, l.product_id, l.kind, l.via, l.origin, l.channel, l.campaign,
    l.occurred_at, l.owner_id, l.turn, l.due_at, l.target, l.contact_missing, l.qualified_at, l.assigned_at,
    l.accepted_at, l.returned_at, l.sql_at, l.closed_at, l.closed_reason, s.fit, s.engagement, s.grade
from leads.lead l left join leads.score s on s.lead_id = l.id;
