-- A message that no longer serves leaves the list; it can come back, and nothing of it is lost.
alter table messages add archived_at timestamptz;
