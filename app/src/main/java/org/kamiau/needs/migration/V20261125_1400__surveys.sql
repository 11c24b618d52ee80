-- A study that is asked in waves: the same questions again show what changed.
create table needs.survey (
    id uuid primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    title_ja text not null check (length(title_ja) between 1 and 160),
    title_en text check (length(title_en) between 1 and 160),
    -- Said to those who answer.
    introduction_ja text check (length(introduction_ja) between 1 and 1000),
    introduction_en text check (length(introduction_en) between 1 and 1000),
    -- Who is asked, and how they are drawn.
    frame text not null check (length(frame) between 1 and 1000),
    owner_id uuid references people.member,
    created_by uuid references people.member,
    created_at timestamptz not null,
    version int not null default 1
);

create table needs.survey_question (
    id uuid primary key,
    survey_id uuid not null references needs.survey,
    position int not null,
    kind text not null check (kind in ('single', 'multiple', 'scale', 'text')),
    text_ja text not null check (length(text_ja) between 1 and 300),
    text_en text check (length(text_en) between 1 and 300),
    required boolean not null,
    -- The need that it tests.
    need_id uuid references needs.need,
    scale_from smallint,
    scale_to smallint,
    low_ja text check (length(low_ja) between 1 and 60),
    low_en text check (length(low_en) between 1 and 60),
    high_ja text check (length(high_ja) between 1 and 60),
    high_en text check (length(high_en) between 1 and 60),
    -- From this point of the scale on an answer speaks for the need.
    supports_from smallint,
    unique (survey_id, position),
    check ((kind = 'scale') = (scale_from is not null) and (kind = 'scale') = (scale_to is not null)),
    check (scale_from between 0 and 1 and scale_to between 2 and 10),
    check (supports_from between scale_from + 1 and scale_to),
    check (kind <> 'text' or need_id is null),
    check (kind <> 'scale' or (need_id is null) = (supports_from is null))
);
create index survey_question_need on needs.survey_question (need_id) where need_id is not null;

create table needs.survey_option (
    question_id uuid not null references needs.survey_question,
    position smallint not null check (position between 1 and 40),
    text_ja text not null check (length(text_ja) between 1 and 120),
    text_en text check (length(text_en) between 1 and 120),
    -- Whoever chooses it speaks for the need.
    supports boolean not null,
    primary key (question_id, position)
);

-- The survey, asked once more.
create table needs.wave (
    id uuid primary key,
    survey_id uuid not null references needs.survey,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    name_ja text not null check (length(name_ja) between 1 and 80),
    name_en text check (length(name_en) between 1 and 80),
    state text not null check (state in ('design', 'collecting', 'closed', 'tallied', 'published', 'concluded')),
    -- Somebody else asked; the answers come in a file.
    outside boolean not null,
    planned_on date not null,
    -- The last day on which answers are taken.
    closes_on date not null,
    opened_at timestamptz,
    closed_at timestamptz,
    tallied_at timestamptz,
    published_at timestamptz,
    concluded_at timestamptz,
    -- What it changed in what we believe.
    conclusion text check (length(conclusion) between 1 and 4000),
    created_by uuid references people.member,
    created_at timestamptz not null,
    version int not null default 1,
    check (closes_on >= planned_on),
    check ((state = 'design') = (opened_at is null)),
    check ((state in ('design', 'collecting')) = (closed_at is null)),
    check ((state in ('design', 'collecting', 'closed')) = (tallied_at is null)),
    check ((state in ('published', 'concluded')) = (published_at is not null)),
    check ((state = 'concluded') = (concluded_at is not null) and (state = 'concluded') = (conclusion is not null))
);
create index wave_survey on needs.wave (survey_id, planned_on);

create table needs.wave_question (
    wave_id uuid not null references needs.wave,
    question_id uuid not null references needs.survey_question,
    position int not null,
    primary key (wave_id, question_id),
    unique (wave_id, position)
);
create index wave_question_question on needs.wave_question (question_id);

-- One who answered. Random ids, and no time beside the day: nothing here leads back to a person or a moment.
create table needs.response (
    id uuid primary key,
    wave_id uuid not null references needs.wave,
    answered_on date not null,
    weight double precision not null check (weight > 0 and weight <= 1000),
    segment text check (length(segment) between 1 and 80),
    -- Of outside waves: the number under which their file knows the answer.
    external_id text check (length(external_id) between 1 and 120),
    unique (wave_id, external_id)
);

create table needs.response_answer (
    response_id uuid not null references needs.response on delete cascade,
    question_id uuid not null references needs.survey_question,
    choices smallint[],
    said text check (length(said) between 1 and 4000),
    primary key (response_id, question_id),
    check ((choices is null) <> (said is null))
);

-- What a wave found, counted once when its answers were complete.
create table needs.tally (
    wave_id uuid not null references needs.wave,
    question_id uuid not null references needs.survey_question,
    n int not null check (n >= 0),
    -- As many equally weighted answers would tell as much: (sum of weights)² / sum of squared weights.
    effective_n double precision not null,
    -- Who speaks for the need that is tested, of all who answered, weighted.
    supporting int,
    share double precision check (share between 0 and 1),
    primary key (wave_id, question_id)
);
create index tally_question on needs.tally (question_id);

create table needs.tally_answer (
    wave_id uuid not null references needs.wave,
    question_id uuid not null references needs.survey_question,
    answer smallint not null,
    count int not null,
    share double precision not null,
    primary key (wave_id, question_id, answer)
);
