create table programmes (
  id uuid primary key,
  name text not null check (name <> ''),
  operator_id uuid not null references organisations,
  association_id uuid not null references organisations,
  network_id uuid references organisations,
  founded_at timestamptz not null,
  founded_by text not null
);
-- One database serves one programme.
create unique index programmes_one_only on programmes ((true));

create table perimeter_communes (
  programme_id uuid not null references programmes,
  insee text not null references communes,
  primary key (programme_id, insee)
);
create index perimeter_communes_by_insee on perimeter_communes (insee);
