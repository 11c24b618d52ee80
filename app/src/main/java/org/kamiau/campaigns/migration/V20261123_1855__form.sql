create schema campaigns;

create table campaigns.form (
    id uuid primary key,
    -- The last part of its address; other sites link to it, so it never changes.
    code text not null unique check (code ~ '^[a-z0-9-]{2,60}$'),
    title_ja text not null check (title_ja <> ''),
    title_en text not null check (title_en <> ''),
    introduction_ja text,
    introduction_en text,
    product_id uuid references products.product,
    kind text not null,
    campaign text,
    origin text,
    -- Which of the optional questions it asks.
    asks text[] not null default '{}',
    thanks_ja text,
    thanks_en text,
    active boolean not null default true,
    version integer not null default 1
);

-- The words of consent as they stood on the screen. Rows are only ever added; the newest is shown.
create table campaigns.consent_text (
    form_id uuid not null references campaigns.form,
    version integer not null check (version > 0),
    purpose text not null check (purpose <> ''),
    text_ja text not null check (text_ja <> ''),
    text_en text not null check (text_en <> ''),
    required boolean not null,
    since timestamptz not null,
    primary key (form_id, version)
);

-- How often an address sent something, by stretches of real time. The address itself is not kept, only a
-- keyed hash of it; old stretches are removed as new ones begin.
create table campaigns.attempt (
    address bytea not null,
    stretch timestamptz not null,
    attempts integer not null check (attempts > 0),
    primary key (address, stretch)
);
create index attempt_stretch on campaigns.attempt (stretch);
