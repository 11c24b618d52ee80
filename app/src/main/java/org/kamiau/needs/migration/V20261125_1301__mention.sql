-- One row per account, need and week in which a counted voice named the need: what every trend counts. Deduplicated, so
-- that one chatty seller cannot fake a trend; kept with every change of voices and mappings, whoever makes it, because
-- counting a million voices anew for each page would be slow.
create table needs.mention (
    need_id uuid not null references needs.need,
    account_id uuid not null references customers.account,
    -- A Monday.
    week date not null check (extract(isodow from week) = 1),
    first_day date not null check (first_day between week and week + 6),
    primary key (need_id, account_id, week)
);
-- All mentions of a week, over all needs.
create index mention_week on needs.mention (week, need_id, account_id);

create function needs.day_of(moment timestamptz) returns date
    language sql immutable parallel safe
    return (moment at time zone 'Asia/Tokyo')::date;

create function needs.week_of(moment timestamptz) returns date
    language sql immutable parallel safe
    return date_trunc('week', moment at time zone 'Asia/Tokyo')::date;

-- Counts these triples anew. In the order of the key, so that two transactions cannot wait for each other in a circle.
create function needs.count_mentions(needs_changed uuid[], accounts_changed uuid[], weeks_changed date[]) returns void
    language sql as $$
    with changed as (
        select distinct need_id, account_id, week
        from unnest(needs_changed, accounts_changed, weeks_changed) as one (need_id, account_id, week)
        where account_id is not null
    ), counted as (
        select changed.need_id, changed.account_id, changed.week, min(needs.day_of(voice.heard_at)) as first_day
        from changed
        join needs.voice on voice.account_id = changed.account_id
            and voice.heard_at >= changed.week::timestamp at time zone 'Asia/Tokyo'
            and voice.heard_at < (changed.week + 7)::timestamp at time zone 'Asia/Tokyo'
        join needs.mapping on mapping.voice_id = voice.id and mapping.need_id = changed.need_id and mapping.counted
        group by 1, 2, 3
    ), gone as (
        delete from needs.mention
        using changed
        where mention.need_id = changed.need_id and mention.account_id = changed.account_id and mention.week = changed.week
            and not exists (
                select from counted
                where counted.need_id = changed.need_id and counted.account_id = changed.account_id and counted.week = changed.week)
    )
    insert into needs.mention (need_id, account_id, week, first_day)
    select need_id, account_id, week, first_day from counted order by need_id, account_id, week
    on conflict (need_id, account_id, week) do update set first_day = excluded.first_day
        where mention.first_day <> excluded.first_day
    $$;

create function needs.mapping_added() returns trigger language plpgsql as $$
begin
    insert into needs.mention (need_id, account_id, week, first_day)
    select added.need_id, voice.account_id, needs.week_of(voice.heard_at), min(needs.day_of(voice.heard_at))
    from added
    join needs.voice on voice.id = added.voice_id
    where added.counted and voice.account_id is not null
    group by 1, 2, 3
    order by 1, 2, 3
    on conflict (need_id, account_id, week) do update set first_day = excluded.first_day
        where excluded.first_day < mention.first_day;
    return null;
end $$;

create function needs.mapping_changed() returns trigger language plpgsql as $$
begin
    perform needs.count_mentions(array_agg(need_id), array_agg(account_id), array_agg(week))
    from (
        select one.need_id, voice.account_id, needs.week_of(voice.heard_at) as week
        from (
            select voice_id, need_id
            from (
                select voice_id, need_id, 1 as n from became where counted
                union all
                select voice_id, need_id, -1 from was where counted
            ) as both_times
            group by voice_id, need_id
            having sum(n) <> 0
        ) as one
        join needs.voice on voice.id = one.voice_id
    ) as changed
    having count(*) > 0;
    return null;
end $$;

create function needs.mapping_removed() returns trigger language plpgsql as $$
begin
    perform needs.count_mentions(array_agg(removed.need_id), array_agg(voice.account_id), array_agg(needs.week_of(voice.heard_at)))
    from removed
    join needs.voice on voice.id = removed.voice_id
    where removed.counted
    having count(*) > 0;
    return null;
end $$;

-- Whose words they were, and when, may be corrected.
create function needs.voice_changed() returns trigger language plpgsql as $$
begin
    perform needs.count_mentions(array_agg(changed.need_id), array_agg(changed.account_id), array_agg(changed.week))
    from (
        select mapping.need_id, one.account_id, needs.week_of(one.heard_at) as week
        from (
            (select id, account_id, heard_at from was except select id, account_id, heard_at from became)
            union all
            (select id, account_id, heard_at from became except select id, account_id, heard_at from was)
        ) as one
        join needs.mapping on mapping.voice_id = one.id and mapping.counted
    ) as changed
    having count(*) > 0;
    return null;
end $$;

create trigger mapping_added after insert on needs.mapping
    referencing new table as added for each statement execute function needs.mapping_added();
create trigger mapping_changed after update on needs.mapping
    referencing old table as was new table as became for each statement execute function needs.mapping_changed();
create trigger mapping_removed after delete on needs.mapping
    referencing old table as removed for each statement execute function needs.mapping_removed();
create trigger voice_changed after update on needs.voice
    referencing old table as was new table as became for each statement execute function needs.voice_changed();
