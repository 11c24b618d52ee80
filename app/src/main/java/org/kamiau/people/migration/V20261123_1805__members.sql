create schema people;

create table people.team (
    id uuid primary key,
    name text not null unique check (name <> '')
);

create table people.member (
    id uuid primary key,
    email text not null unique check (email = lower(email) and email <> ''),
    name text not null check (name <> ''),
    name_kana text not null default '',
    roles text[] not null check (cardinality(roles) > 0),
    -- What the member does now: the functions of the roles and those given besides. Kept with its past in
    -- function_history; repeated here, because every request asks for it.
    functions text[] not null,
    team_id uuid references people.team,
    language text not null default 'ja' check (language in ('ja', 'en')),
    theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
    -- Null until the member has chosen one.
    password_hash text,
    -- Short name of a member of the demonstration company.
    code text unique,
    active boolean not null default true,
    joined_at timestamptz not null,
    left_at timestamptz check ((left_at is null) = active)
);
create index member_name on people.member (name_kana collate "ja-x-icu", name collate "ja-x-icu", id);
create index member_team on people.member (team_id);

create table people.function_history (
    member_id uuid not null references people.member,
    function text not null,
    since timestamptz not null,
    until timestamptz check (until >= since),
    primary key (member_id, function, since)
);
create unique index function_history_now on people.function_history (member_id, function) where until is null;

-- Sign-in lives in real time, not in the application's. Only SHA-256 of a random secret is stored, so that
-- whoever reads this table cannot sign in with it.
create table people.session (
    token_hash bytea primary key,
    id uuid not null unique,
    member_id uuid not null references people.member,
    device text not null,
    address text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_member on people.session (member_id);
create index session_expiry on people.session (expires_at);

create table people.api_token (
    token_hash bytea primary key,
    id uuid not null unique,
    member_id uuid not null references people.member,
    name text not null check (name <> ''),
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index api_token_member on people.api_token (member_id);

-- Links that let somebody set a password once: the first administrator (no member yet), invited members.
create table people.one_time_link (
    token_hash bytea primary key,
    member_id uuid references people.member,
    expires_at timestamptz not null
);
create unique index one_time_link_member on people.one_time_link (member_id) nulls not distinct;

-- Failed tries to sign in, counted per window. The subject is a hash: people type passwords into the wrong field.
create table people.sign_in_attempt (
    subject bytea primary key,
    tries integer not null,
    since timestamptz not null
);
create index sign_in_attempt_since on people.sign_in_attempt (since);

create view people.member_view as
    select id, name, name_kana, email, roles, functions, team_id, active from people.member;
create view people.team_view as
    select id, name from people.team;
