-- Speed to lead of a month is read from the index alone.
drop index leads.lead_qualified;
create index lead_qualified on leads.lead (qualified_at, id) include (kind, first_attempt_minutes);
