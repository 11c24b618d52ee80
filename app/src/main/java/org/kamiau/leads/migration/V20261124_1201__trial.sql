-- Leads that answered lately and never became MQLs: a trial of other rules looks for them among all.
create index lead_below on leads.lead (last_touch_at) where qualified_at is null;
