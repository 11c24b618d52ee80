-- What every node has to learn anew. Written by triggers, whoever changes the rows; read by each node whenever it is to
-- propose. The transaction's number tells a node which lessons it has not seen: ids would not, they come in before they commit.
create table needs.lesson (
    transaction xid8 not null default pg_current_xact_id(),
    about text not null check (about in ('words', 'decisions')),
    -- The voices that somebody decided about; null where they are too many to name.
    voices uuid[],
    taught_at timestamptz not null default now()
);
create index lesson_transaction on needs.lesson (transaction);

create function needs.teach_words() returns trigger language plpgsql as $$
begin
    insert into needs.lesson (about)
    select 'words' where not exists (
        select from needs.lesson where transaction = pg_current_xact_id() and about = 'words');
    return null;
end $$;

create trigger need_phrase_taught after insert or update or delete on needs.need_phrase
    for each statement execute function needs.teach_words();
create trigger need_taught after insert or update of state, title_ja, title_en, merged_into on needs.need
    for each statement execute function needs.teach_words();

create function needs.teach_decisions() returns trigger language plpgsql as $$
declare
    decided uuid[];
begin
    select array_agg(voice_id) into decided from (
        select distinct voice_id from changed where state <> 'proposed' limit 201) few;
    if decided is not null then
        insert into needs.lesson (about, voices)
        values ('decisions', case when cardinality(decided) <= 200 then decided end);
    end if;
    return null;
end $$;

create trigger mapping_taught after insert on needs.mapping
    referencing new table as changed for each statement execute function needs.teach_decisions();
create trigger mapping_decided after update on needs.mapping
    referencing new table as changed for each statement execute function needs.teach_decisions();
