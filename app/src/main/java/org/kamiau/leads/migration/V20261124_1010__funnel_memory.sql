-- Tens of thousands of groups: with the usual 4 MB they would be counted in parts on disk.
alter function leads.rebuild_funnel() set work_mem = '256MB';
alter function leads.fold_funnel() set work_mem = '64MB';
