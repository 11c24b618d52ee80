-- Somebody's filter, order and columns of a list under a name. query is what the list's address would say:
-- it is read like any other address, so what its reader may not see is left out for them.
create table platform.saved_view (
    id uuid primary key,
    list text not null check (list <> ''),
    owner_id uuid not null,
    name text not null check (name <> ''),
    shared boolean not null,
    query text not null,
    saved_at timestamptz not null
);
create index saved_view_list on platform.saved_view (list, owner_id);

-- Which view of a list opens for a member: the key of one that comes with the list, or the id of a saved one.
create table platform.list_opening (
    member_id uuid not null,
    list text not null,
    view text not null check (view <> ''),
    primary key (member_id, list)
);
