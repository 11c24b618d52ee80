-- From when until when each signed version was in force; a version that was overtaken before its day never was.
create view handoffs.agreement_span as
select a.version, a.hand_raise, a.in_force_at, coalesce(min(later.in_force_at), 'infinity') as until
from handoffs.agreement a left join handoffs.agreement later on later.version > a.version and later.state = 'signed'
where a.state = 'signed'
group by a.version, a.hand_raise, a.in_force_at;

-- The same promises as before. OFFSET 0 lets PostgreSQL work out each code once instead of wherever it is used: a month
-- of 40,000 promises took a second. The due moment is still looked up in the clocks' index.
create or replace view handoffs.promise_view as
select c.id, c.about_kind, c.about_id, k.code, c.turn, c.holder, c.started_at, c.allowance, c.due_at, c.stopped_at, c.outcome, d.direction
from calendar.promise_view c
left join handoffs.agreement_span s on c.started_at >= s.in_force_at and c.started_at < s.until
cross join lateral (
    select case
        when c.promise in ('handoffs.answer', 'leads.follow_up') and c.allowance <= coalesce(s.hand_raise, 30) then 'hand_raise'
        when c.promise = 'handoffs.answer' then 'answer'
        when c.promise = 'leads.follow_up' then 'follow_up'
        when c.promise = 'leads.attempts' then 'attempts'
        when c.promise = 'handoffs.reply' then 'reply'
        when c.promise = 'handoffs.ruling' then 'ruling'
        when c.promise = 'handoffs.confirmation' then 'confirmation'
        when c.promise = 'handoffs.first_meeting' then 'first_meeting'
        when c.promise = 'handoffs.feedback' then 'feedback'
        when c.promise in ('handoffs.rating', 'handoffs.rating_giver', 'handoffs.rating_receiver') then 'rating'
        end as code
    offset 0) k
cross join lateral (
    select case
        when k.code in ('confirmation', 'first_meeting') then 'within_sales'
        when k.code = 'ruling' then 'operations'
        when c.turn in ('marketing', 'product', 'public_relations') then 'marketing_to_sales'
        when k.code = 'reply' then 'within_sales'
        when k.code = 'rating' and (select h.boundary not in ('mkt_is', 'mkt_fs') from handoffs.handoff h where h.id = c.about_id)
            then 'within_sales'
        else 'sales_to_marketing'
        end as direction
    offset 0) d
where k.code is not null;
