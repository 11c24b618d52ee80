create schema imports;

-- A file on its way in: laid out, mapped, tried, taken, perhaps taken back.
create table imports.run (
    id uuid primary key,
    kind text not null,
    file_name text not null,
    -- Where the file lies on the node that has it; null once it is gone, or when it came from the shell.
    file text,
    bytes bigint not null,
    source text not null,
    start_clocks boolean not null default false,
    format text not null check (format in ('text', 'workbook')),
    encoding text,
    mark integer not null default 0,
    delimiter text not null,
    heading bigint not null,
    columns text[] not null,
    targets text[] not null check (cardinality(targets) = cardinality(columns)),
    samples jsonb not null,
    state text not null check (state in ('draft', 'trying', 'tried', 'running', 'done', 'interrupted', 'failed', 'undoing', 'undone')),
    dry_run boolean not null default false,
    member_id uuid,
    member_name text not null,
    made_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    -- What the committed chunks amount to; written in their transactions, so that a crash cannot part them.
    read_to bigint not null default 0,
    share double precision not null default 0,
    rows bigint not null default 0,
    created bigint not null default 0,
    updated bigint not null default 0,
    joined bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    findings jsonb not null default '[]',
    undone bigint,
    kept bigint
);
create index run_order on imports.run (made_at, id);
create index run_again on imports.run (kind, columns, made_at) where state = 'done';

-- Rows that were refused, as they stood in the file, so that one can mend them and bring them again.
create table imports.refused_row (
    run_id uuid not null references imports.run on delete cascade,
    number bigint not null,
    cells text[] not null,
    faults jsonb not null,
    primary key (run_id, number)
);

-- Records that a run made, for taking it back.
create table imports.made_record (
    run_id uuid not null references imports.run on delete cascade,
    record_id uuid not null,
    number bigint not null,
    primary key (run_id, record_id)
);
