-- What sources say a software can stand for, and their words about what it is.
alter table software
  add column replaces text[] not null default '{}',
  add column keywords text[] not null default '{}';

-- The names by which a record knows its software; those of a sheet are the union of its records'.
alter table software_records add column identifiers jsonb not null default '[]';

-- The licences that each record has given in turn: a program can stop being free (HashiCorp Consul, 2023).
create table software_licences (
  record_id uuid not null references software_records,
  licence_raw text not null,
  spdx text,
  is_free boolean,
  -- The day of the source's edition; null when it is read live.
  said_on date,
  read_at timestamptz not null,
  primary key (record_id, read_at)
);

-- Two sheets that may be one. Nothing is merged until a person says so, and what was refused is remembered.
create table software_likenesses (
  id uuid primary key,
  one uuid not null references software,
  other uuid not null references software,
  doubt text not null check (doubt in ('shared-identifier', 'same-repository', 'same-name', 'said-by-person')),
  evidence text not null,
  proposed_at timestamptz not null,
  verdict text check (verdict in ('merged', 'distinct')),
  settled_at timestamptz,
  settled_by text,
  constraint software_likenesses_in_order check (one < other),
  constraint software_likenesses_once unique (one, other),
  check ((verdict is null) = (settled_at is null) and (verdict is null) = (settled_by is null))
);
create index software_likenesses_open on software_likenesses (proposed_at) where verdict is null;

-- Every act of a person on a sheet, with what was before and after; undoing one is another.
create table software_revisions (
  id uuid primary key,
  software_id uuid not null references software,
  at timestamptz not null,
  by text not null,
  kind text not null check (kind in ('created', 'edited', 'withdrawn', 'restored', 'merged', 'undone')),
  before jsonb not null,
  after jsonb not null,
  undoes uuid unique references software_revisions
);
create index software_revisions_of on software_revisions (software_id, at desc);

-- The edition of what is shipped that this database holds.
create table catalogue_loads (
  name text primary key,
  version text not null,
  loaded_at timestamptz not null
);

-- One number that changes with the sheets, so that what a process keeps of them is known to be of today.
create table catalogue_version (version bigint not null);
insert into catalogue_version values (0);

create function catalogue_changed() returns trigger language plpgsql as $$
begin
  update catalogue_version set version = version + 1;
  return null;
end $$;
create trigger software_changed after insert or update or delete on software
  for each statement execute function catalogue_changed();
create trigger meets_changed after insert or update or delete on meets
  for each statement execute function catalogue_changed();
