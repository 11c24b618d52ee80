create schema if not exists needs;

-- What customers want, in their words.
create table needs.need (
    id uuid primary key,
    -- A short name for files and interfaces, unique; never shown instead of the title.
    code text not null unique check (code = lower(code) and length(code) <= 60),
    title_ja text not null check (length(title_ja) between 1 and 120),
    title_en text not null check (length(title_en) between 1 and 160),
    kind text not null check (kind in ('job', 'pain', 'outcome')),
    state text not null check (state in
        ('raw', 'sign', 'burst', 'verifying', 'confirmed', 'responding', 'answered', 'merged', 'dropped')),
    state_since timestamptz not null,
    -- Why it was dropped, and when to look at it again.
    reason text check (length(reason) <= 2000),
    review_on date,
    owner_id uuid references people.member,
    parent_id uuid references needs.need,
    merged_into uuid references needs.need,
    segments text[] not null default '{}',
    products uuid[] not null default '{}',
    created_by uuid references people.member,
    created_at timestamptz not null,
    -- The version of what it means (title, kind, phrases); both sides agree to a version.
    meaning int not null default 1,
    version int not null default 1,
    check ((state = 'merged') = (merged_into is not null)),
    check (merged_into is distinct from id and parent_id is distinct from id),
    check (state <> 'dropped' or reason is not null and review_on is not null)
);
create index need_merged_into on needs.need (merged_into) where merged_into is not null;

-- Words by which a need is recognised: synonyms, and whole example sentences.
create table needs.need_phrase (
    need_id uuid not null references needs.need,
    language text not null check (language in ('ja', 'en')),
    kind text not null check (kind in ('synonym', 'example')),
    text text not null check (length(text) between 1 and 200),
    primary key (need_id, language, kind, text)
);

-- Who of each side agreed to which version of the meaning.
create table needs.agreement (
    need_id uuid not null references needs.need,
    side text not null check (side in ('sales', 'marketing')),
    meaning int not null,
    member_id uuid not null references people.member,
    agreed_at timestamptz not null,
    primary key (need_id, side, meaning)
);

-- One utterance of a customer.
create table needs.voice (
    id uuid primary key,
    -- Null where the customer is not known: answers of an anonymous survey.
    account_id uuid references customers.account,
    person_id uuid references customers.person,
    buying_role text check (buying_role in ('decides', 'influences', 'uses', 'buys', 'guards', 'champions')),
    raw text not null check (length(raw) between 1 and 20000),
    -- An interpretation, with its author and confidence; never mixed with the raw words.
    motive text check (length(motive) between 1 and 2000),
    motive_by uuid references people.member,
    motive_confidence text check (motive_confidence in ('low', 'medium', 'high')),
    channel text not null check (channel in
        ('meeting', 'call', 'inquiry', 'cs', 'event', 'social', 'store', 'mail', 'survey')),
    competitors text[] not null default '{}',
    recorder_id uuid references people.member,
    heard_at timestamptz not null,
    recorded_at timestamptz not null,
    wants_answer boolean not null default false,
    -- Where it was cut out of: a file's utterances share the document.
    document_id uuid,
    source text,
    external_id text,
    link text,
    version int not null default 1,
    check ((motive is null) = (motive_by is null) and (motive is null) = (motive_confidence is null)),
    check (heard_at <= recorded_at),
    unique (source, external_id)
);
create index voice_account on needs.voice (account_id, heard_at desc);
create index voice_recorder on needs.voice (recorder_id, recorded_at desc);
create index voice_heard on needs.voice (heard_at desc, id desc);

create table needs.voice_note (
    id uuid primary key,
    voice_id uuid not null references needs.voice,
    text text not null check (length(text) between 1 and 4000),
    member_id uuid not null references people.member,
    added_at timestamptz not null
);
create index voice_note_voice on needs.voice_note (voice_id, added_at);

-- Which needs a voice carries: proposed by a rule or a model, confirmed or rejected by people.
create table needs.mapping (
    voice_id uuid not null references needs.voice,
    need_id uuid not null references needs.need,
    state text not null check (state in ('proposed', 'confirmed', 'rejected')),
    -- How sure the proposal was, 0 to 1; null for one made by hand.
    confidence real check (confidence between 0 and 1),
    -- The words it rests on: flat pairs of start and end in UTF-16 units of raw, end exclusive.
    spans int[] not null default '{}',
    proposed_by text not null check (proposed_by in ('phrases', 'classifier', 'language_model', 'member')),
    -- For the reader: the terms that weighed most.
    why text[] not null default '{}',
    decided_by uuid references people.member,
    decided_at timestamptz,
    -- Evidence counts what people confirmed, and what is as good as certain until they do.
    counted boolean not null generated always as
        (state = 'confirmed' or state = 'proposed' and confidence >= 0.8) stored,
    primary key (voice_id, need_id),
    check (array_length(spans, 1) is null or array_length(spans, 1) % 2 = 0),
    check ((state = 'proposed') = (decided_at is null))
);
create index mapping_need on needs.mapping (need_id, voice_id) where counted;

-- Published.
create view needs.need_view as
    select id, code, title_ja, title_en, kind, state, owner_id, parent_id, merged_into, segments, products from needs.need;

-- Published; without the words on purpose.
create view needs.voice_view as
    select id, account_id, person_id, channel, recorder_id, heard_at, recorded_at, wants_answer from needs.voice;

-- Published. Deduplicated: one chatty seller cannot fake a trend.
create view needs.mention_view as
    select mapping.need_id, voice.account_id,
        (voice.heard_at at time zone 'Asia/Tokyo')::date as day, min(voice.heard_at) as first_at
    from needs.mapping
    join needs.voice on voice.id = mapping.voice_id
    where mapping.counted and voice.account_id is not null
    group by mapping.need_id, voice.account_id, (voice.heard_at at time zone 'Asia/Tokyo')::date;
