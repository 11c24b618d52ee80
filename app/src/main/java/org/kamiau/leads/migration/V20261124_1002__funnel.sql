-- The segment of the lead's account when it came: the first that the strategy serves, else the first of all.
alter table leads.lead add segment text;
update leads.lead l set segment = (
    select s.code from customers.account_view a join customers.segment_view s on s.code = any(a.segments)
    where a.id = l.account_id order by s.target desc, s.position, s.code limit 1);

-- "The MQLs of July" as a list, newest first.
create index lead_qualified on leads.lead (qualified_at, id);

-- The funnel counted by day and by month, along each dimension. Inquiries lie on the day of the response, everything
-- else on the day on which the lead first became an MQL. docs/adr/0013 tells why.
create table leads.funnel_count (
    dimension text not null check (dimension in ('all', 'origin', 'segment', 'target', 'product', 'owner', 'speed')),
    grain text not null check (grain in ('day', 'month')),
    day date not null,
    key text not null,
    inquiries integer not null,
    converted integer not null,
    mqls integer not null,
    sals integer not null,
    sqls integer not null,
    sqos integer not null,
    returns integer not null,
    -- Where these MQLs are now; adds up to mqls.
    waiting integer not null,
    working integer not null,
    sent_back integer not null,
    confirmed integer not null,
    nurture integer not null,
    recycled integer not null,
    disqualified integer not null,
    closed integer not null,
    primary key (dimension, grain, day, key)
) with (fillfactor = 80);

-- What changed since the counts were last folded: a lead or a response as it was (-1) and as it is (+1). Only ever
-- appended to, so that nobody waits for a counter; written by the triggers below, in the transaction of the change.
create table leads.funnel_delta (
    sign smallint not null check (sign in (-1, 1)),
    -- Of a response; null for a lead.
    occurred_at timestamptz,
    stage text,
    origin text,
    segment text,
    target boolean not null,
    product_id uuid,
    receiver_id uuid,
    first_attempt_minutes integer,
    qualified_at timestamptz,
    accepted_at timestamptz,
    returned_at timestamptz,
    sql_at timestamptz,
    sqo_at timestamptz
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- What a response or an MQL counts for. Days of 24 hours: a lead's three weeks are as long everywhere.
create function leads.funnel_marks(
    zone text, sign integer, occurred_at timestamptz, stage text, qualified_at timestamptz, accepted_at timestamptz,
    returned_at timestamptz, sql_at timestamptz, sqo_at timestamptz)
returns table (
    day date, inquiries integer, converted integer, mqls integer, sals integer, sqls integer, sqos integer, returns integer,
    waiting integer, working integer, sent_back integer, confirmed integer, nurture integer, recycled integer,
    disqualified integer, closed integer)
language sql stable as $$
    select
        (coalesce(occurred_at, qualified_at) at time zone zone)::date,
        case when occurred_at is not null then sign else 0 end,
        case when qualified_at >= occurred_at and qualified_at <= occurred_at + interval '720 hours' then sign else 0 end,
        case when occurred_at is null then sign else 0 end,
        case when occurred_at is null and accepted_at <= qualified_at + interval '504 hours' then sign else 0 end,
        case when occurred_at is null and sql_at <= qualified_at + interval '504 hours' then sign else 0 end,
        case when occurred_at is null and sqo_at is not null then sign else 0 end,
        case when occurred_at is null and returned_at is not null
            and (accepted_at <= qualified_at + interval '504 hours') is not true then sign else 0 end,
        case when occurred_at is null and stage in ('received', 'mql', 'assigned') then sign else 0 end,
        case when occurred_at is null and stage in ('accepted', 'working') then sign else 0 end,
        case when occurred_at is null and stage = 'returned' then sign else 0 end,
        case when occurred_at is null and stage in ('sql', 'sqo') then sign else 0 end,
        case when occurred_at is null and stage = 'nurture' then sign else 0 end,
        case when occurred_at is null and stage = 'recycled' then sign else 0 end,
        case when occurred_at is null and stage = 'disqualified' then sign else 0 end,
        case when occurred_at is null and stage in ('merged', 'unsubscribed') then sign else 0 end
    where occurred_at is not null or qualified_at is not null
$$;

-- What it is counted under, once for each dimension; nothing known is ''.
create function leads.funnel_keys(
    origin text, segment text, target boolean, product_id uuid, receiver_id uuid, first_attempt_minutes integer)
returns table (dimension text, key text)
language sql immutable as $$
    select * from (values
        ('all', ''),
        ('origin', coalesce(origin, '')),
        ('segment', coalesce(segment, '')),
        ('target', case when target then 'target' else 'outside' end),
        ('product', coalesce(product_id::text, '')),
        ('owner', coalesce(receiver_id::text, '')),
        ('speed', case
            when first_attempt_minutes is null then ''
            when first_attempt_minutes <= 5 then '5'
            when first_attempt_minutes <= 30 then '30'
            when first_attempt_minutes <= 60 then '60'
            when first_attempt_minutes <= 240 then '240'
            when first_attempt_minutes <= 540 then '540'
            else 'more' end)) as k
$$;

-- The changes that are not folded yet, as counts.
create view leads.funnel_pending as
select k.dimension, k.key, m.*
from leads.funnel_delta d
cross join calendar.zone_view z
cross join lateral leads.funnel_marks(
    z.zone, d.sign::integer, d.occurred_at, d.stage, d.qualified_at, d.accepted_at, d.returned_at, d.sql_at, d.sqo_at) m
cross join lateral leads.funnel_keys(
    d.origin, d.segment, d.target, d.product_id, d.receiver_id, d.first_attempt_minutes) k;

-- The same from the records themselves: exact, and as slow as they are many.
create view leads.funnel_source as
select k.dimension, k.key, m.*
from (
    select null::timestamptz as occurred_at, origin, product_id, id as lead_id from leads.lead where qualified_at is not null
    union all
    select occurred_at, origin, product_id, lead_id from leads.touch) r
join leads.lead l on l.id = r.lead_id
cross join calendar.zone_view z
cross join lateral leads.funnel_marks(
    z.zone, 1, r.occurred_at, l.stage, l.qualified_at, l.accepted_at, l.returned_at, l.sql_at, l.sqo_at) m
cross join lateral leads.funnel_keys(
    r.origin, l.segment, l.target, r.product_id, l.receiver_id, l.first_attempt_minutes) k;

-- Published to other modules: see package-info. Sum it: a key has its count and its changes since.
create view leads.funnel_view as
select * from leads.funnel_count
union all
select p.dimension, 'day', p.day, p.key, p.inquiries, p.converted, p.mqls, p.sals, p.sqls, p.sqos, p.returns, p.waiting,
    p.working, p.sent_back, p.confirmed, p.nurture, p.recycled, p.disqualified, p.closed
from leads.funnel_pending p
union all
select p.dimension, 'month', date_trunc('month', p.day)::date, p.key, p.inquiries, p.converted, p.mqls, p.sals, p.sqls, p.sqos,
    p.returns, p.waiting, p.working, p.sent_back, p.confirmed, p.nurture, p.recycled, p.disqualified, p.closed
from leads.funnel_pending p;

-- Adds the changes to the counts, in one statement and so from one snapshot: whoever reads meanwhile sees each change
-- once. False when another node is at it.
create function leads.fold_funnel() returns boolean language plpgsql as $$
begin
    if not pg_try_advisory_xact_lock(hashtextextended('leads.funnel', 0)) then
        return false;
    end if;
    with taken as (
        delete from leads.funnel_delta),
    days as (
        select dimension, key, day, sum(inquiries) as inquiries, sum(converted) as converted, sum(mqls) as mqls,
            sum(sals) as sals, sum(sqls) as sqls, sum(sqos) as sqos, sum(returns) as returns, sum(waiting) as waiting,
            sum(working) as working, sum(sent_back) as sent_back, sum(confirmed) as confirmed, sum(nurture) as nurture,
            sum(recycled) as recycled, sum(disqualified) as disqualified, sum(closed) as closed
        from leads.funnel_pending group by 1, 2, 3)
    insert into leads.funnel_count as c
    select dimension, 'day', day, key, inquiries, converted, mqls, sals, sqls, sqos, returns, waiting, working, sent_back,
        confirmed, nurture, recycled, disqualified, closed
    from days
    union all
    select dimension, 'month', date_trunc('month', day)::date, key, sum(inquiries), sum(converted), sum(mqls), sum(sals),
        sum(sqls), sum(sqos), sum(returns), sum(waiting), sum(working), sum(sent_back), sum(confirmed), sum(nurture),
        sum(recycled), sum(disqualified), sum(closed)
    from days group by 1, 3, 4
    on conflict (dimension, grain, day, key) do update set
        inquiries = c.inquiries + excluded.inquiries, converted = c.converted + excluded.converted,
        mqls = c.mqls + excluded.mqls, sals = c.sals + excluded.sals, sqls = c.sqls + excluded.sqls,
        sqos = c.sqos + excluded.sqos, returns = c.returns + excluded.returns, waiting = c.waiting + excluded.waiting,
        working = c.working + excluded.working, sent_back = c.sent_back + excluded.sent_back,
        confirmed = c.confirmed + excluded.confirmed, nurture = c.nurture + excluded.nurture,
        recycled = c.recycled + excluded.recycled, disqualified = c.disqualified + excluded.disqualified,
        closed = c.closed + excluded.closed;
    return true;
end
$$;

-- Counts everything anew; nobody changes leads meanwhile.
create function leads.rebuild_funnel() returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('leads.funnel', 0));
    lock table leads.lead, leads.touch in share mode;
    delete from leads.funnel_delta;
    delete from leads.funnel_count;
    with days as materialized (
        select dimension, key, day, sum(inquiries) as inquiries, sum(converted) as converted, sum(mqls) as mqls,
            sum(sals) as sals, sum(sqls) as sqls, sum(sqos) as sqos, sum(returns) as returns, sum(waiting) as waiting,
            sum(working) as working, sum(sent_back) as sent_back, sum(confirmed) as confirmed, sum(nurture) as nurture,
            sum(recycled) as recycled, sum(disqualified) as disqualified, sum(closed) as closed
        from leads.funnel_source group by 1, 2, 3)
    insert into leads.funnel_count
    select dimension, 'day', day, key, inquiries, converted, mqls, sals, sqls, sqos, returns, waiting, working, sent_back,
        confirmed, nurture, recycled, disqualified, closed
    from days
    union all
    select dimension, 'month', date_trunc('month', day)::date, key, sum(inquiries), sum(converted), sum(mqls), sum(sals),
        sum(sqls), sum(sqos), sum(returns), sum(waiting), sum(working), sum(sent_back), sum(confirmed), sum(nurture),
        sum(recycled), sum(disqualified), sum(closed)
    from days group by 1, 3, 4;
end
$$;

create function leads.note_leads() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into leads.funnel_delta
        select 1, null, stage, origin, segment, target, product_id, receiver_id, first_attempt_minutes, qualified_at, accepted_at,
            returned_at, sql_at, sqo_at
        from after where qualified_at is not null;
    elsif tg_op = 'DELETE' then
        insert into leads.funnel_delta
        select -1, null, stage, origin, segment, target, product_id, receiver_id, first_attempt_minutes, qualified_at, accepted_at,
            returned_at, sql_at, sqo_at
        from before where qualified_at is not null;
    else
        insert into leads.funnel_delta
        select s.sign,
            null,
            case s.sign when 1 then a.stage else b.stage end,
            case s.sign when 1 then a.origin else b.origin end,
            case s.sign when 1 then a.segment else b.segment end,
            case s.sign when 1 then a.target else b.target end,
            case s.sign when 1 then a.product_id else b.product_id end,
            case s.sign when 1 then a.receiver_id else b.receiver_id end,
            case s.sign when 1 then a.first_attempt_minutes else b.first_attempt_minutes end,
            case s.sign when 1 then a.qualified_at else b.qualified_at end,
            case s.sign when 1 then a.accepted_at else b.accepted_at end,
            case s.sign when 1 then a.returned_at else b.returned_at end,
            case s.sign when 1 then a.sql_at else b.sql_at end,
            case s.sign when 1 then a.sqo_at else b.sqo_at end
        from after a join before b on b.id = a.id cross join (values (-1), (1)) as s (sign)
        where case s.sign when 1 then a.qualified_at else b.qualified_at end is not null
            and (a.stage, a.origin, a.segment, a.target, a.product_id, a.receiver_id, a.first_attempt_minutes, a.qualified_at,
                a.accepted_at, a.returned_at, a.sql_at, a.sqo_at)
            is distinct from
                (b.stage, b.origin, b.segment, b.target, b.product_id, b.receiver_id, b.first_attempt_minutes, b.qualified_at,
                b.accepted_at, b.returned_at, b.sql_at, b.sqo_at);
        -- Its responses are counted under what their lead is.
        insert into leads.funnel_delta
        select s.sign,
            t.occurred_at,
            null,
            t.origin,
            case s.sign when 1 then a.segment else b.segment end,
            case s.sign when 1 then a.target else b.target end,
            t.product_id,
            case s.sign when 1 then a.receiver_id else b.receiver_id end,
            case s.sign when 1 then a.first_attempt_minutes else b.first_attempt_minutes end,
            case s.sign when 1 then a.qualified_at else b.qualified_at end
        from after a join before b on b.id = a.id
        join leads.touch t on t.lead_id = a.id
        cross join (values (-1), (1)) as s (sign)
        where (a.segment, a.target, a.receiver_id, a.first_attempt_minutes, a.qualified_at)
            is distinct from (b.segment, b.target, b.receiver_id, b.first_attempt_minutes, b.qualified_at);
    end if;
    return null;
end
$$;

-- Whoever changes the lead meanwhile waits for us, or we for them: a response is counted under what its lead is.
create function leads.note_touches() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform 1 from leads.lead where id in (select lead_id from before) order by id for share;
        insert into leads.funnel_delta
        select -1, t.occurred_at, null, t.origin, l.segment, l.target, t.product_id, l.receiver_id, l.first_attempt_minutes,
            l.qualified_at
        from before t join leads.lead l on l.id = t.lead_id;
    end if;
    if tg_op <> 'DELETE' then
        perform 1 from leads.lead where id in (select lead_id from after) order by id for share;
        insert into leads.funnel_delta
        select 1, t.occurred_at, null, t.origin, l.segment, l.target, t.product_id, l.receiver_id, l.first_attempt_minutes,
            l.qualified_at
        from after t join leads.lead l on l.id = t.lead_id;
    end if;
    return null;
end
$$;

create trigger funnel_inserted after insert on leads.lead
    referencing new table as after for each statement execute function leads.note_leads();
create trigger funnel_updated after update on leads.lead
    referencing old table as before new table as after for each statement execute function leads.note_leads();
create trigger funnel_deleted after delete on leads.lead
    referencing old table as before for each statement execute function leads.note_leads();
create trigger funnel_inserted after insert on leads.touch
    referencing new table as after for each statement execute function leads.note_touches();
create trigger funnel_updated after update on leads.touch
    referencing old table as before new table as after for each statement execute function leads.note_touches();
create trigger funnel_deleted after delete on leads.touch
    referencing old table as before for each statement execute function leads.note_touches();

select leads.rebuild_funnel();
