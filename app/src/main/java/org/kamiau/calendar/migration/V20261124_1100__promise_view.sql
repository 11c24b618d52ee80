-- Which promises fell due in a month, kept or not; in the order of a list that pages by it.
create index clock_due on calendar.clock (due_at, id);

-- Published: every promise with its end, for lists and rates of other modules.
create view calendar.promise_view as
select id, about_kind, about_id, promise, turn, holder, started_at, allowance, due_at, stopped_at, outcome
from calendar.clock;
