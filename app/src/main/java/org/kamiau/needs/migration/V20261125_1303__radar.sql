-- Who led among those that named a need in the last 28 days, as it was known then.
alter table needs.detection add column leading_accounts uuid[] not null default '{}';

-- Since when a need counts as confirmed: whoever named it early leads.
create table needs.confirmation (
    need_id uuid primary key references needs.need,
    day date not null
);

-- What sellers may say about a rising need.
create table needs.talk (
    id uuid primary key,
    need_id uuid not null references needs.need,
    words text not null check (length(words) between 1 and 2000),
    member_id uuid not null references people.member,
    made_at timestamptz not null
);
create index talk_need on needs.talk (need_id, made_at desc);

-- A customer that is like those who named a need but has not: its seller may speak first.
create table needs.approach (
    id uuid primary key,
    need_id uuid not null references needs.need,
    account_id uuid not null references customers.account,
    owner_id uuid not null references people.member,
    talk_id uuid not null references needs.talk,
    place int not null,
    suggested_at timestamptz not null,
    outcome text check (outcome in ('proposed', 'won', 'lost', 'unsuitable')),
    note text check (length(note) between 1 and 1000),
    answered_at timestamptz,
    unique (need_id, account_id),
    check ((outcome is null) = (answered_at is null))
);
create index approach_owner on needs.approach (owner_id, place, id) where outcome is null;

-- A hypothesis is checked with the customers that spoke first, by those who sell to them.
create table needs.hearing (
    id uuid primary key,
    need_id uuid not null references needs.need,
    account_id uuid not null references customers.account,
    seller_id uuid not null references people.member,
    hypothesis text not null check (length(hypothesis) between 1 and 2000),
    asked_by uuid references people.member,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    finding text check (finding in ('supports', 'contradicts', 'unclear')),
    words text check (length(words) between 1 and 4000),
    answered_by uuid references people.member,
    answered_at timestamptz,
    check ((finding is null) = (words is null) and (finding is null) = (answered_at is null) and (finding is null) = (answered_by is null))
);
create index hearing_need on needs.hearing (need_id, asked_at desc);
create index hearing_seller on needs.hearing (seller_id, due_at) where finding is null;
