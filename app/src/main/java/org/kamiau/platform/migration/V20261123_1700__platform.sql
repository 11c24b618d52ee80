create schema if not exists extensions;
create extension if not exists pg_trgm schema extensions;
create extension if not exists btree_gin schema extensions;

create schema platform;

-- One row per setting; the module that owns a setting owns its shape.
create table platform.setting (
    key text primary key check (key <> ''),
    value jsonb not null
);

-- Who changed what, when, from what to what, and why. Rows are only ever added; a lawful deletion empties
-- before, after and salt, and the digest stays, so that the chain still verifies.
create table platform.audit_entry (
    id uuid primary key,
    at timestamptz not null,
    actor uuid,
    actor_name text not null,
    session text,
    kind text not null,
    record_id uuid not null,
    action text not null,
    -- json, not jsonb: the digest is taken over the text as it was written.
    before json,
    after json,
    reason text,
    salt bytea,
    digest bytea not null,
    -- The transaction orders entries for sealing: everything below the oldest running one is complete.
    -- A restored installation starts a new era, because its server counts transactions anew.
    era integer not null default 0,
    transaction xid8 not null default pg_current_xact_id()
);
create index audit_entry_record on platform.audit_entry (record_id, id);
create index audit_entry_order on platform.audit_entry (era, transaction, id);

create table platform.audit_seal (
    sequence bigint primary key,
    sealed_at timestamptz not null,
    era integer not null,
    from_transaction xid8 not null,
    to_transaction xid8 not null check (to_transaction > from_transaction),
    entries bigint not null check (entries > 0),
    digest bytea not null
);

create function platform.audit_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and new.id = old.id and new.digest = old.digest and new.era = old.era
        and new.transaction = old.transaction
        and new.before is null and new.after is null and new.salt is null then
        return new; -- lawful deletion of the values
    end if;
    raise exception 'the audit log is append-only';
end $$;
create trigger audit_entry_append_only before update or delete on platform.audit_entry
    for each row execute function platform.audit_is_append_only();
create trigger audit_seal_append_only before update or delete on platform.audit_seal
    for each row execute function platform.audit_is_append_only();
