-- Where the story of a demonstration stands; no row in an installation for real use.
create table platform.demo_time (
    one boolean primary key default true check (one),
    now timestamptz not null
);
