-- A change of the rules on its way. At most one is open; what it changes is decided by both departments together.
create table leads.rules_draft (
    id uuid primary key,
    state text not null check (state in ('open', 'released', 'discarded')),
    -- The version it began from.
    base integer not null check (base >= 0),
    -- Counts the changes: who approves names the revision that was read.
    revision integer not null default 1 check (revision > 0),
    rules jsonb not null,
    why text,
    made_by uuid not null references people.member,
    made_at timestamptz not null,
    changed_by uuid not null references people.member,
    changed_at timestamptz not null,
    -- What the latest trial on real leads found, of which revision and on which version.
    trial jsonb,
    trial_revision integer
);
create unique index rules_draft_open on leads.rules_draft (state) where state = 'open';

-- Who stands behind the draft as it is; a change of the draft removes them.
create table leads.rules_approval (
    draft_id uuid not null references leads.rules_draft,
    seat text not null check (seat in ('sales_ops', 'marketing', 'sales')),
    member_id uuid not null references people.member,
    at timestamptz not null,
    primary key (draft_id, seat)
);

alter table leads.score_rules
    add draft_id uuid unique references leads.rules_draft,
    add why text;

-- Scoring all leads again after a release: one row per version, done when ended.
create table leads.rescoring (
    version integer primary key references leads.score_rules,
    total bigint not null default 0,
    done bigint not null default 0,
    per_second bigint not null default 0,
    asked_at timestamptz not null,
    ended_at timestamptz
);
create index rescoring_open on leads.rescoring (version) where ended_at is null;

-- The score with which a lead first became an MQL: what quality is measured against, never scored again.
create table leads.qualified_score (
    lead_id uuid primary key references leads.lead,
    fit smallint not null check (fit between 0 and 100),
    engagement smallint not null check (engagement between 0 and 100),
    grade text not null,
    rules integer not null,
    at timestamptz not null
);
