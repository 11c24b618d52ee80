-- The records that a member looked at last, for the command palette.
create table platform.recent_record (
    member uuid not null,
    record_kind text not null,
    record_id uuid not null,
    seen_at timestamptz not null,
    primary key (member, record_kind, record_id)
);
create index recent_record_newest on platform.recent_record (member, seen_at);
