-- How far the relay's log was read (RELAY_LOG), and what is still to be heard of it: read again from there, through rotations.
create table relay_log_positions (
  path text primary key,
  inode text not null,
  byte_offset bigint not null,
  reading jsonb not null,
  read_at timestamptz not null
);

-- The page of the doubts lists them across the waves.
create index deliveries_doubtful on deliveries (settled_at) where state = 'uncertain';
