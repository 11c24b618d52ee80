-- What the executives were told once a week: promises that had been broken for three business days and still ran.
create table handoffs.digest (
    id uuid primary key,
    -- The Monday of its week: one digest a week, whichever node comes first.
    week date not null unique,
    written_at timestamptz not null,
    -- Promises counted fell due before this day.
    broken_before date not null,
    sales integer not null,
    marketing integer not null
);
