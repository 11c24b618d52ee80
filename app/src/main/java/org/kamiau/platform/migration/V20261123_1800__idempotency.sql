-- First answers to POSTs with an Idempotency-Key, kept 24 hours and written in the transaction of the change
-- they answer, so that a crash leaves both or none.
create table platform.first_answer (
    -- SHA-256 over caller, path and key: finds the answer and keeps keys of different callers apart.
    request bytea primary key check (octet_length(request) = 32),
    body_digest bytea not null check (octet_length(body_digest) = 32),
    status smallint not null,
    headers jsonb not null,
    body bytea not null,
    answered_at timestamptz not null
);
create index first_answer_age on platform.first_answer (answered_at);
