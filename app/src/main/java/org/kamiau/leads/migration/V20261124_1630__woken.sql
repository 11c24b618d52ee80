-- Who woke up today, on Today.
create index step_woken on leads.step (at) where reason = 'woken';
