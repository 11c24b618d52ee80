-- What a deal began with.
alter table leads.step
    add amount bigint check (amount > 0),
    add closes_on date,
    add check (num_nulls(amount, closes_on) in (0, 2));
