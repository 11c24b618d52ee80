-- What both sides promise each other, version by version. Without one in force, the standard counts (version 0).
create table handoffs.agreement (
    id uuid primary key,
    version integer not null unique check (version > 0),
    -- Counts the changes of a draft: one signs what one has read.
    revision integer not null default 1 check (revision > 0),
    state text not null check (state in ('draft', 'signed', 'withdrawn')),
    terms jsonb not null,
    -- Business minutes to answer a raised hand, out of the terms: tells its clocks from those of other leads.
    hand_raise integer not null check (hand_raise > 0),
    -- The version that it was drafted from.
    base integer not null default 0 check (base >= 0 and base < version),
    -- When it comes into force; null for the moment of the second signature.
    first_day date,
    drafted_at timestamptz not null,
    drafted_by uuid not null references people.member,
    edited_at timestamptz not null,
    edited_by uuid not null references people.member,
    sales_at timestamptz,
    sales_by uuid references people.member,
    marketing_at timestamptz,
    marketing_by uuid references people.member,
    -- The executives decided for the head who had not signed.
    override_at timestamptz,
    override_by uuid references people.member,
    override_reason text,
    signed_at timestamptz,
    in_force_at timestamptz check (in_force_at >= signed_at),
    withdrawn_at timestamptz,
    check (num_nulls(sales_at, sales_by) in (0, 2)),
    check (num_nulls(marketing_at, marketing_by) in (0, 2)),
    check (num_nulls(override_at, override_by, override_reason) in (0, 3)),
    check (override_reason <> ''),
    check ((state = 'signed') = (signed_at is not null)),
    check ((signed_at is null) = (in_force_at is null)),
    check ((state = 'withdrawn') = (withdrawn_at is not null)),
    -- Both heads, or one of them and the executives.
    check (state <> 'signed' or num_nonnulls(sales_at, marketing_at, override_at) = 2 and num_nonnulls(sales_at, marketing_at) > 0),
    check (state = 'signed' or override_at is null and num_nonnulls(sales_at, marketing_at) < 2)
);
-- One open draft at a time.
create unique index agreement_draft on handoffs.agreement (state) where state = 'draft';
create index agreement_in_force on handoffs.agreement (in_force_at) where in_force_at is not null;

-- What was signed or withdrawn stays as it is.
create function handoffs.keep_agreement() returns trigger language plpgsql as $$
begin
    raise exception 'agreement % is % and stays as it is', old.version, old.state;
end
$$;
create trigger agreement_kept before update or delete on handoffs.agreement
    for each row when (old.state <> 'draft') execute function handoffs.keep_agreement();

-- Published to other modules: see package-info. Every promise by its code and direction.
create view handoffs.promise_view as
select p.id, p.about_kind, p.about_id, p.code, p.turn, p.holder, p.started_at, p.allowance, p.due_at, p.stopped_at, p.outcome,
    case
        when p.code in ('confirmation', 'first_meeting') then 'within_sales'
        when p.code = 'ruling' then 'operations'
        when p.turn in ('marketing', 'product', 'public_relations') then 'marketing_to_sales'
        when p.code = 'reply' then 'within_sales'
        when p.code = 'rating' and (select h.boundary not in ('mkt_is', 'mkt_fs') from handoffs.handoff h where h.id = p.about_id)
            then 'within_sales'
        else 'sales_to_marketing'
    end as direction
from (
    select c.*, case c.promise
        when 'handoffs.answer' then case when c.allowance <= coalesce(
            (select a.hand_raise from handoffs.agreement a where a.in_force_at <= c.started_at order by a.version desc limit 1), 30)
            then 'hand_raise' else 'answer' end
        when 'leads.follow_up' then 'follow_up'
        when 'leads.attempts' then 'attempts'
        when 'handoffs.reply' then 'reply'
        when 'handoffs.ruling' then 'ruling'
        when 'handoffs.confirmation' then 'confirmation'
        when 'handoffs.first_meeting' then 'first_meeting'
        when 'handoffs.feedback' then 'feedback'
        when 'handoffs.rating' then 'rating'
        when 'handoffs.rating_giver' then 'rating'
        when 'handoffs.rating_receiver' then 'rating'
        end as code
    from calendar.promise_view c) p
where p.code is not null;
