-- What members say to each other on records of any module.
create table platform.comment (
    id uuid primary key,
    record_kind text not null,
    record_id uuid not null,
    author uuid not null,
    author_name text not null,
    words text not null check (char_length(words) between 1 and 10000),
    written_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz
);
create index comment_record on platform.comment (record_id, written_at, id);

-- What a comment said before it was edited or deleted.
create table platform.comment_version (
    comment uuid not null references platform.comment,
    words text not null,
    replaced_at timestamptz not null,
    primary key (comment, replaced_at)
);

create table platform.mention (
    comment uuid not null references platform.comment,
    member uuid not null,
    handle text not null,
    primary key (comment, member)
);

-- Who is told when something is said on a record.
create table platform.follower (
    record_kind text not null,
    record_id uuid not null,
    member uuid not null,
    since timestamptz not null,
    primary key (record_id, record_kind, member)
);
