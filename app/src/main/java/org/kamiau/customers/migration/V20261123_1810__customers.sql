create schema customers;

-- A rule over an account's facts; who belongs is decided whenever the facts change (account.segments).
create table customers.segment (
    id uuid primary key,
    code text not null unique check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
    name_ja text not null check (name_ja <> ''),
    name_en text not null check (name_en <> ''),
    target boolean not null,
    industries text[] not null default '{}',
    fewest_employees integer,
    most_employees integer,
    prefectures text[] not null default '{}',
    position integer not null default 0
);

-- Keys compare, names show. Keys are in the C collation, so that prefixes use the index on any server.
create table customers.account (
    id uuid primary key,
    name text not null check (name <> ''),
    name_kana text,
    name_key text collate "C" not null,
    sort_key text collate "ja-x-icu" not null,
    corporate_number text collate "C" check (corporate_number ~ '^[0-9]{13}$'),
    industry text,
    industry_text text,
    employees integer check (employees >= 0),
    prefecture text check (prefecture ~ '^[0-9]{2}$'),
    postal_code text,
    address text,
    address_key text collate "C",
    phone text collate "C",
    phone_extension text,
    website text,
    parent_id uuid references customers.account,
    segments text[] not null default '{}',
    target_segment boolean not null default false,
    abm_tier integer check (abm_tier between 1 and 3),
    lifecycle text not null default 'prospect' check (lifecycle in ('prospect', 'in_deal', 'customer', 'dormant')),
    fs_owner_id uuid,
    is_owner_id uuid,
    cs_owner_id uuid,
    source_system text,
    source_id text,
    source_link text,
    -- Pairs of neighbouring characters of name and reading: pg_trgm finds nothing for two Japanese characters.
    grams text[] not null default '{}',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 1,
    check (num_nulls(source_system, source_id) in (0, 2))
);
create unique index account_corporate_number on customers.account (corporate_number) where corporate_number is not null;
create unique index account_source on customers.account (source_system, source_id) where source_id is not null;
create index account_name on customers.account (name_key, phone);
create index account_name_and_address on customers.account (name_key, address_key) where address_key is not null;
create index account_order on customers.account (sort_key, id);
create index account_fs_owner on customers.account (fs_owner_id) where fs_owner_id is not null;
create index account_is_owner on customers.account (is_owner_id) where is_owner_id is not null;
create index account_cs_owner on customers.account (cs_owner_id) where cs_owner_id is not null;
create index account_grams on customers.account using gin (grams);

create table customers.account_domain (
    domain text collate "C" primary key,
    account_id uuid not null references customers.account on delete cascade
);
create index account_domain_account on customers.account_domain (account_id);

create table customers.person (
    id uuid primary key,
    account_id uuid references customers.account,
    family_name text,
    given_name text,
    family_kana text,
    given_kana text,
    family_key text collate "C" not null,
    sort_key text collate "ja-x-icu" not null,
    email text collate "C",
    phone text collate "C",
    phone_extension text,
    title text,
    department text,
    role_level text not null default 'unknown' check (role_level in ('executive', 'head', 'manager', 'staff', 'unknown')),
    free_mail boolean not null default false,
    source_system text,
    source_id text,
    source_link text,
    unsubscribed_at timestamptz,
    grams text[] not null default '{}',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 1,
    check (num_nulls(source_system, source_id) in (0, 2)),
    check (num_nonnulls(family_name, given_name, family_kana, given_kana, email, phone) > 0)
);
-- One mailbox is one person.
create unique index person_email on customers.person (email) where email is not null;
create unique index person_source on customers.person (source_system, source_id) where source_id is not null;
create index person_phone on customers.person (phone, family_key) where phone is not null;
create index person_account on customers.person (account_id) where account_id is not null;
create index person_order on customers.person (sort_key, id);
create index person_grams on customers.person using gin (grams);

-- What a person agreed to or refused, with the words that stood on the screen. Rows are only ever added.
create table customers.consent (
    id uuid primary key,
    person_id uuid not null references customers.person,
    purpose text not null check (purpose <> ''),
    text text not null,
    text_version text not null,
    given boolean not null,
    at timestamptz not null,
    channel text not null,
    captured_by uuid,
    recorded_at timestamptz not null
);
create index consent_person on customers.consent (person_id, at);

-- Published: part of this module's API, for lists and set-based work of the modules that may depend on it.
create view customers.account_view as
    select id, name, name_kana, name_key, sort_key, corporate_number, industry, employees, prefecture, segments, target_segment,
        abm_tier, lifecycle, fs_owner_id, is_owner_id, cs_owner_id
    from customers.account;

-- Published; has no contact details on purpose.
create view customers.person_view as
    select id, account_id, family_name, given_name, family_kana, given_kana,
        coalesce(nullif(concat_ws(' ', family_name, given_name), ''), concat_ws(' ', family_kana, given_kana)) as display_name,
        sort_key, title, department, role_level, free_mail, email is not null as has_email, phone is not null as has_phone,
        unsubscribed_at
    from customers.person;
