-- What the Monday batch said of each need. Kept as it was said: a later look back has the rising weeks in its baseline
-- and would put the start of a burst later.
create table needs.detection (
    day date not null check (extract(isodow from day) = 1),
    need_id uuid not null references needs.need,
    -- The need's state after the batch.
    state text not null,
    a int not null,
    b int not null,
    c int not null,
    d int not null,
    g2 double precision not null,
    p double precision not null,
    q double precision not null,
    burst_from date,
    burst_weeks date[] not null,
    -- The weeks that were looked at, from this Monday on.
    first_week date not null,
    mentions int[] not null,
    all_mentions int[] not null,
    weighted double precision[] not null,
    all_weighted double precision[] not null,
    looked_at timestamptz not null,
    primary key (day, need_id)
);
create index detection_need on needs.detection (need_id, day desc);

-- Which looks were done, on whichever node.
create table needs.look (
    kind text not null check (kind in ('night', 'batch')),
    day date not null,
    looked_at timestamptz not null,
    primary key (kind, day)
);

-- A rule says that a need rises or is confirmed; people say what became of it.
create table needs.signal (
    id uuid primary key,
    need_id uuid not null references needs.need,
    rule text not null check (rule in ('sign', 'burst', 'survey', 'spread')),
    day date not null,
    raised_at timestamptz not null,
    due_at timestamptz not null,
    owner_id uuid references people.member,
    -- Whose words it rests on; those that lead first.
    accounts uuid[] not null default '{}',
    leading_accounts int not null default 0,
    outcome text check (outcome in ('acted', 'false_alarm', 'let_be')),
    reason text check (length(reason) between 1 and 1000),
    closed_at timestamptz,
    closed_by uuid references people.member,
    check ((outcome is null) = (closed_at is null) and (outcome is null) = (reason is null))
);
create unique index signal_open on needs.signal (need_id, rule) where outcome is null;
create index signal_need on needs.signal (need_id, raised_at desc);
create index signal_raised on needs.signal (raised_at desc, id);
create index signal_rule on needs.signal (rule, closed_at) where outcome is not null;

-- A rule that was wrong more often than right is silent until somebody has looked at it.
create table needs.muted_rule (
    id uuid primary key,
    rule text not null,
    muted_at timestamptz not null,
    precision_percent double precision not null,
    released_at timestamptz,
    released_by uuid references people.member,
    reason text check (length(reason) between 1 and 1000)
);
create unique index muted_rule_now on needs.muted_rule (rule) where released_at is null;

-- How early an account speaks of what others speak of later, as counted last night.
create table needs.change_lead (
    account_id uuid primary key references customers.account,
    index double precision not null check (index between -1 and 1),
    -- Confirmed needs it rests on; none where a seller named the account.
    needs int not null,
    nominated boolean not null
);

-- Accounts that lead in their seller's judgement; they count until data does.
create table needs.nomination (
    account_id uuid primary key references customers.account,
    reason text not null check (length(reason) between 1 and 1000),
    member_id uuid not null references people.member,
    nominated_at timestamptz not null
);
