-- For lists of handoffs in the order in which they were offered.
create index handoff_newest on handoffs.handoff (offered_at, id);

-- A detection found a boundary where both sides drift apart; people decide what it means.
create table handoffs.alarm (
    id uuid primary key,
    boundary text not null check (boundary in ('mkt_is', 'is_fs', 'mkt_fs', 'fs_cs')),
    detection text not null check (detection <> ''),
    raised_at timestamptz not null,
    -- The days that were looked at, both inclusive.
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    -- What was measured, and the line that it crossed.
    measure numeric not null,
    line numeric not null,
    n integer not null check (n > 0),
    due_at timestamptz not null,
    outcome text check (outcome in ('acted', 'false_alarm', 'let_be')),
    reason text,
    closed_at timestamptz,
    closed_by uuid references people.member,
    check (num_nulls(outcome, reason, closed_at, closed_by) in (0, 4)),
    check (reason <> ''),
    check (closed_at >= raised_at)
);
-- Raised once: not again for a boundary while one is open.
create unique index alarm_open on handoffs.alarm (boundary) where outcome is null;
create index alarm_newest on handoffs.alarm (raised_at);

-- A detection that was wrong too often is silent until somebody has looked at its rule.
create table handoffs.muted_detection (
    id uuid primary key,
    detection text not null,
    muted_at timestamptz not null,
    precision_percent numeric not null,
    released_at timestamptz,
    released_by uuid references people.member,
    reason text,
    check (num_nulls(released_at, released_by, reason) in (0, 3))
);
create unique index muted_detection_open on handoffs.muted_detection (detection) where released_at is null;

-- The mornings on which detections looked, so that one node does it once.
create table handoffs.detection_day (
    day date primary key,
    looked_at timestamptz not null
);
