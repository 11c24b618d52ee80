-- What our side said right before, where a conversation gives it: "はい、お願いします" means nothing without.
alter table needs.voice add column asked text check (length(asked) between 1 and 2000);
