-- A trigger's statement is planned once per connection, at its first call, and kept. Planned for one row while there were
-- few voices it went through all of them for each of ten thousand; planned for ten thousand it would read all voices for
-- one. From what was changed by index is right for both.
alter function needs.mapping_added() set enable_seqscan = off;
alter function needs.mapping_added() set enable_hashjoin = off;
alter function needs.mapping_added() set enable_mergejoin = off;
alter function needs.mapping_changed() set enable_seqscan = off;
alter function needs.mapping_changed() set enable_hashjoin = off;
alter function needs.mapping_changed() set enable_mergejoin = off;
alter function needs.mapping_removed() set enable_seqscan = off;
alter function needs.mapping_removed() set enable_hashjoin = off;
alter function needs.mapping_removed() set enable_mergejoin = off;
alter function needs.voice_changed() set enable_seqscan = off;
alter function needs.voice_changed() set enable_hashjoin = off;
alter function needs.voice_changed() set enable_mergejoin = off;
