-- A voice that wants an answer: asked by whom, of whom, and how it stands.
create table needs.question (
    voice_id uuid primary key references needs.voice,
    state text not null check (state in ('open', 'answered', 'settled')),
    -- Null where a file brought the question: then the heads of sales may say that it is settled.
    asker_id uuid references people.member,
    assignee_id uuid references people.member,
    asked_at timestamptz not null,
    -- Asked again, the round goes up.
    round int not null default 1,
    answered_at timestamptz,
    settled_at timestamptz,
    check ((state = 'settled') = (settled_at is not null)),
    check (state = 'open' or answered_at is not null)
);
create index question_open on needs.question (asked_at) where state = 'open';
create index question_asker on needs.question (asker_id, state) where state <> 'settled';

-- What was said about it, in order.
create table needs.question_word (
    id uuid primary key,
    voice_id uuid not null references needs.question,
    round int not null,
    kind text not null check (kind in ('answer', 'again', 'satisfied')),
    text text check (length(text) between 1 and 4000),
    member_id uuid not null references people.member,
    said_at timestamptz not null,
    check (kind = 'satisfied' or text is not null)
);
create index question_word_voice on needs.question_word (voice_id, said_at, id);

-- A text that was cut into voices: minutes, a transcript, mails, free text of a survey.
create table needs.document (
    id uuid primary key,
    kind text not null check (kind in ('minutes', 'transcript', 'mails', 'survey')),
    title text not null check (length(title) between 1 and 200),
    account_id uuid references customers.account,
    added_by uuid references people.member,
    added_at timestamptz not null
);
alter table needs.voice add constraint voice_document foreign key (document_id) references needs.document;
create index voice_document on needs.voice (document_id) where document_id is not null;
create index voice_person on needs.voice (person_id, heard_at desc) where person_id is not null;
