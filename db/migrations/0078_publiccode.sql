-- publiccode.yml: what was read, what editors state besides, the repair upstream.

-- What a record's file says beside the fields of the sheet, and everything that is wrong with it.
create table publiccode_readings (
  source text not null,
  external_id text not null,
  file_name text not null,
  facts jsonb not null,
  faults jsonb not null,
  is_valid boolean not null,
  read_at timestamptz not null,
  primary key (source, external_id)
);

-- What an editor states that the standard wants and no source says. The last one counts; the others are its history.
create table publiccode_statements (
  id uuid primary key,
  software_id uuid not null references software,
  facts jsonb not null,
  stated_by text not null,
  stated_at timestamptz not null
);
create index publiccode_statements_of on publiccode_statements (software_id, stated_at desc);

-- Where the repair of a project's own file stands: we hold the file until the project takes it.
create table publiccode_upstream (
  id uuid primary key,
  software_id uuid not null references software,
  state text not null check (state in ('proposed', 'merged', 'refused', 'held')),
  on_day date not null,
  address text,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index publiccode_upstream_of on publiccode_upstream (software_id, recorded_at desc);

-- Files brought together, checked first, then imported, and undone as they came.
create table publiccode_imports (
  id uuid primary key,
  state text not null check (state in ('checked', 'imported', 'undone')),
  created_by text not null,
  created_at timestamptz not null,
  imported_at timestamptz,
  undone_at timestamptz,
  undone_by text
);
create table publiccode_import_files (
  import_id uuid not null references publiccode_imports,
  place integer not null,
  file_name text not null,
  -- Without the addresses and telephones of people; null when it was no text.
  text text,
  faults jsonb not null,
  is_valid boolean not null,
  name text,
  finding text not null check (finding in ('added', 'changed', 'unchanged', 'refused')),
  -- What each record said before, null for one that was not there: what undoing brings back.
  before jsonb not null default '[]',
  software_id uuid references software,
  primary key (import_id, place)
);
