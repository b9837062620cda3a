-- Catalogues read from elsewhere: off until a person of the operator says that it has the right to take their data.
create table live_sources (
  slug text primary key check (slug in ('sill-live', 'comptoir', 'cnll', 'italia')),
  address text not null check (address <> ''),
  is_on boolean not null default false,
  rights_said_by text,
  rights_said_at timestamptz,
  stopped_by text,
  stopped_at timestamptz,
  constraint live_sources_on_by_right check (not is_on or rights_said_at is not null)
);

create table live_runs (
  id uuid primary key,
  source text not null references live_sources,
  asked_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  state text not null check (state in ('running', 'done', 'failed', 'stopped')),
  problem text,
  counts jsonb not null default '{}',
  -- Rows that could not be read, with why; the first hundred.
  left_out jsonb not null default '[]',
  stop_asked_at timestamptz,
  check ((state = 'running') = (finished_at is null))
);
create index live_runs_of on live_runs (source, started_at desc);

-- What another catalogue says of companies: they are invited to the census by it, and nothing is said of them elsewhere.
create table company_hints (
  source text not null,
  software_id uuid not null references software,
  external_id text not null,
  name text not null,
  siren text,
  website text,
  page text,
  read_at timestamptz not null,
  gone_at timestamptz,
  primary key (source, software_id, external_id)
);
create index company_hints_shown on company_hints (name) where gone_at is null;

-- What another catalogue says of bodies that use a software: never counted as usage. A clear name is a hint to ask the commune;
-- a doubtful one waits for a person.
create table user_hints (
  id uuid primary key,
  source text not null,
  software_id uuid not null references software,
  external_id text not null,
  name text not null,
  kind text,
  website text,
  page text,
  level text not null check (level in ('clear', 'doubtful', 'none')),
  insee text,
  candidates jsonb not null default '[]',
  read_at timestamptz not null,
  gone_at timestamptz,
  settled_at timestamptz,
  settled_by text,
  settled_insee text,
  unique (source, software_id, external_id)
);
create index user_hints_open on user_hints (name) where gone_at is null;
