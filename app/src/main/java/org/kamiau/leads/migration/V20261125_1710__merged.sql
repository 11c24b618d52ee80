-- What was merged into a lead stands on its page.
create index lead_merged_into on leads.lead (merged_into) where merged_into is not null;
