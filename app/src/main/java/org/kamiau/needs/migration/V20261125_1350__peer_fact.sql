-- What several customers did about a need, told to others without saying who they are.
create table needs.peer_fact (
    id uuid primary key,
    need_id uuid not null references needs.need,
    text_ja text not null check (length(text_ja) between 1 and 400),
    text_en text not null check (length(text_en) between 1 and 400),
    -- On whose doing it rests; never shown. Too few would say who they are.
    accounts uuid[] not null check (array_length(accounts, 1) >= 5),
    written_by uuid references people.member,
    written_at timestamptz not null,
    approved_by uuid references people.member,
    approved_at timestamptz,
    withdrawn_at timestamptz,
    check ((approved_at is null) = (approved_by is null))
);
create index peer_fact_need on needs.peer_fact (need_id, written_at) where withdrawn_at is null;

-- Which needs an account and those like it have named.
create index mention_account on needs.mention (account_id, week, need_id);
