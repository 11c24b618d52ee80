-- What members are told. A notice says who did what to which record; its words are kept as a message key with
-- arguments, so that each member reads them in their own language.
create table platform.notice (
    id uuid primary key,
    member uuid not null,
    kind text not null check (kind <> ''),
    -- Notices of one group stand as one on the page.
    belongs text not null,
    record_kind text not null,
    record_id uuid not null,
    message text not null,
    arguments jsonb not null,
    actor uuid,
    actor_name text not null,
    sent_at timestamptz not null,
    read_at timestamptz
);
create index notice_unread on platform.notice (member, id) where read_at is null;
create index notice_newest on platform.notice (member, id);

-- Kinds that a member does not want to be told of.
create table platform.silenced_kind (
    member uuid not null,
    kind text not null,
    primary key (member, kind)
);
