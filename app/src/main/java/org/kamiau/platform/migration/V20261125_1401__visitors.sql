-- How often an address sent something to pages for visitors, by stretches of real time. The address itself is not
-- kept, only a keyed hash of it; old stretches are removed as new ones begin.
create table platform.visitor_attempt (
    address bytea not null,
    stretch timestamptz not null,
    attempts integer not null check (attempts > 0),
    primary key (address, stretch)
);
create index visitor_attempt_stretch on platform.visitor_attempt (stretch);

-- Keyed hashes of what was answered with: each counts once. No time on purpose, and nothing that leads to the answer.
create table platform.answer_receipt (
    receipt bytea primary key
);
