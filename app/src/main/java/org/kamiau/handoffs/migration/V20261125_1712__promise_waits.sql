-- What is waited for, as Today counts it: a hand-raise waits for an answer first, for an attempt later.
create or replace view handoffs.promise_view as
select c.id, c.about_kind, c.about_id, k.code, c.turn, c.holder, c.started_at, c.allowance, c.due_at, c.stopped_at, c.outcome, d.direction,
    substr(c.promise, strpos(c.promise, '.') + 1) as waits
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
