create schema diagnoses;

create table diagnoses.round (
    id uuid primary key,
    name text not null check (length(name) between 1 and 80),
    opened_at timestamptz not null,
    opened_by uuid references people.member,
    -- The last day on which answers are taken.
    closes_on date not null,
    closed_at timestamptz,
    -- From so many answers a side on something is shown: 5, or 3 in a small company.
    least smallint not null check (least in (3, 5))
);

-- How many have answered. One row a side, which takers of answers lock: counts stay together.
create table diagnoses.turnout (
    round_id uuid not null references diagnoses.round,
    side text not null check (side in ('sales', 'marketing')),
    answers int not null check (answers >= 0),
    primary key (round_id, side)
);

-- Answers are added up and not kept one by one: nobody can tell which belong together, or when they came.
create table diagnoses.tally (
    round_id uuid not null references diagnoses.round,
    side text not null check (side in ('sales', 'marketing')),
    statement smallint not null check (statement between 1 and 20),
    value smallint not null check (value between 1 and 5),
    answers int not null check (answers >= 0),
    primary key (round_id, side, statement, value)
);
