-- No remembered plan was safe: made while there were no voices, one looked each voice up in the index of days, from end to
-- end. So these statements are planned anew each time, which costs less than a millisecond.
create or replace function needs.mapping_added() returns trigger language plpgsql as $$
begin
    execute $added$
        insert into needs.mention (need_id, account_id, week, first_day)
        select added.need_id, voice.account_id, needs.week_of(voice.heard_at), min(needs.day_of(voice.heard_at))
        from added
        join needs.voice on voice.id = added.voice_id
        where added.counted and voice.account_id is not null
        group by 1, 2, 3
        order by 1, 2, 3
        on conflict (need_id, account_id, week) do update set first_day = excluded.first_day
            where excluded.first_day < mention.first_day
        $added$;
    return null;
end $$;

create or replace function needs.mapping_changed() returns trigger language plpgsql as $$
begin
    execute $changed$
        select needs.count_mentions(array_agg(need_id), array_agg(account_id), array_agg(week))
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
        having count(*) > 0
        $changed$;
    return null;
end $$;

create or replace function needs.mapping_removed() returns trigger language plpgsql as $$
begin
    execute $removed$
        select needs.count_mentions(array_agg(removed.need_id), array_agg(voice.account_id), array_agg(needs.week_of(voice.heard_at)))
        from removed
        join needs.voice on voice.id = removed.voice_id
        where removed.counted
        having count(*) > 0
        $removed$;
    return null;
end $$;

create or replace function needs.voice_changed() returns trigger language plpgsql as $$
begin
    execute $changed$
        select needs.count_mentions(array_agg(changed.need_id), array_agg(changed.account_id), array_agg(changed.week))
        from (
            select mapping.need_id, one.account_id, needs.week_of(one.heard_at) as week
            from (
                (select id, account_id, heard_at from was except select id, account_id, heard_at from became)
                union all
                (select id, account_id, heard_at from became except select id, account_id, heard_at from was)
            ) as one
            join needs.mapping on mapping.voice_id = one.id and mapping.counted
        ) as changed
        having count(*) > 0
        $changed$;
    return null;
end $$;

create or replace function needs.count_mentions(needs_changed uuid[], accounts_changed uuid[], weeks_changed date[]) returns void
    language plpgsql as $$
begin
    execute $counted$
        with changed as (
            select distinct need_id, account_id, week
            from unnest($1, $2, $3) as one (need_id, account_id, week)
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
        $counted$ using needs_changed, accounts_changed, weeks_changed;
end $$;
