-- A raised hand is owed an answer and a first attempt, both in its own time: two clocks, one promise.
create or replace view handoffs.promise_view as
select p.id, p.about_kind, p.about_id, p.code, p.turn, p.holder, p.started_at, p.allowance, p.due_at, p.stopped_at, p.outcome,
    case
        when p.code in ('confirmation', 'first_meeting') then 'within_sales'
        when p.code = 'ruling' then 'operations'
        when p.turn in ('marketing', 'product', 'public_relations') then 'marketing_to_sales'
        when p.code = 'reply' then 'within_sales'
        when p.code = 'rating'
            and (select h.boundary not in ('mkt_is', 'mkt_fs') from handoffs.handoff h where h.id = p.about_id) then 'within_sales'
        else 'sales_to_marketing'
    end as direction
from (
    select c.*, case
        when c.promise in ('handoffs.answer', 'leads.follow_up') and c.allowance <= coalesce(
            (select a.hand_raise from handoffs.agreement a where a.in_force_at <= c.started_at order by a.version desc limit 1), 30)
            then 'hand_raise'
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
    from calendar.promise_view c) p
where p.code is not null;
