create schema calendar;

-- When the company works: one row, shown with the hours of each weekday below.
create table calendar.setting (
    id uuid primary key,
    single boolean not null default true unique check (single),
    -- Counts every change of this table, the hours and the company days; tells other nodes to read again.
    version bigint not null default 1,
    zone text not null,
    lunch_from time,
    lunch_to time,
    year_end_from text check (year_end_from ~ '^\d\d-\d\d$'),
    year_end_to text check (year_end_to ~ '^\d\d-\d\d$'),
    check (num_nulls(lunch_from, lunch_to) in (0, 2)),
    check (lunch_from < lunch_to),
    check (num_nulls(year_end_from, year_end_to) in (0, 2))
);

-- A weekday (1 is Monday) without a row is a day off.
create table calendar.opening_hours (
    weekday smallint primary key check (weekday between 1 and 7),
    opens time not null,
    closes time not null,
    check (opens < closes)
);

create table calendar.company_day (
    date date primary key,
    open boolean not null,
    name text not null check (name <> '')
);

insert into calendar.setting (id, zone, year_end_from, year_end_to)
values ('0193a000-0000-7000-8000-00000000ca1e', 'Asia/Tokyo', '12-29', '01-03');
insert into calendar.opening_hours (weekday, opens, closes)
select weekday, '09:00', '18:00' from generate_series(1, 5) as weekday;

-- A promise that runs on business time. All its moments are fixed when it starts, so that a change of the
-- calendar moves no promise and the sweep needs no calendar.
create table calendar.clock (
    id uuid primary key,
    about_kind text not null check (about_kind <> ''),
    about_id uuid not null,
    promise text not null check (promise <> ''),
    turn text not null check (turn <> ''),
    holder uuid,
    started_at timestamptz not null,
    allowance bigint not null check (allowance >= 0),
    amber_at timestamptz not null,
    due_at timestamptz not null,
    doubled_at timestamptz not null,
    -- The mark that comes next, in percent of the allowance; none once it has stopped or passed them all.
    next_moment smallint,
    next_at timestamptz,
    stopped_at timestamptz,
    outcome text check (outcome in ('met', 'breached', 'waived')),
    check (started_at <= amber_at and amber_at <= due_at and due_at <= doubled_at),
    check (num_nulls(next_moment, next_at) in (0, 2)),
    check (next_at is not distinct from
        case next_moment when 80 then amber_at when 100 then due_at when 200 then doubled_at end),
    check (num_nulls(stopped_at, outcome) in (0, 2)),
    check (stopped_at is null or next_at is null)
);
-- The sweep asks for the earliest marks that are due, many times a minute.
create index clock_next on calendar.clock (next_at, id) where next_at is not null;
create index clock_about on calendar.clock (about_id, started_at);
-- A promise about a record runs once at a time.
create unique index clock_running on calendar.clock (about_id, promise, about_kind) where stopped_at is null;

-- Published: the clocks that run, for lists of other modules that filter or sort by them.
create view calendar.running_clock_view as
select about_kind, about_id, promise, turn, holder, started_at, amber_at, due_at
from calendar.clock
where stopped_at is null;
