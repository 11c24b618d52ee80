-- Whose turn it is, on Today: the running clocks of a member or a function with the most urgent first, and of each promise.
create index clock_holder on calendar.clock (holder, due_at) where stopped_at is null;
create index clock_turn on calendar.clock (turn, due_at) where stopped_at is null and holder is null;
create index clock_promise on calendar.clock (promise, turn, due_at) where stopped_at is null;
