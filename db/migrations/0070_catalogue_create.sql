-- The directory of free software: what a town hall needs, what meets it, what it replaces, who uses it.

-- A thing that a town hall wants done, in its own words; the vocabulary is shipped, and editors add words to it.
create table needs (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  service text not null check (service <> ''),
  label text not null check (label <> ''),
  summary text not null check (summary <> ''),
  audiences text[] not null check (audiences <@ array['town-hall', 'staff', 'citizens', 'schools'] and audiences <> '{}'),
  publiccode_categories text[] not null default '{}',
  source text not null,
  retired_at timestamptz
);

create table need_words (
  need text not null references needs,
  words text not null check (words <> '' and length(words) <= 200),
  kind text not null check (kind in ('synonym', 'phrase')),
  source text not null,
  added_at timestamptz not null,
  primary key (need, words)
);

-- A program that is not free, with which a need is met today.
create table products (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  vendor text,
  aliases text[] not null default '{}',
  source text not null
);

create table product_needs (
  product text not null references products,
  need text not null references needs,
  source text not null,
  primary key (product, need)
);
create index product_needs_of_need on product_needs (need);

-- A sheet: the merge of its records by their priority, written again each time one of them changes.
create table software (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  summary text check (length(summary) <= 300),
  description text,
  licence_spdx text,
  licence_raw text,
  -- Null: not known.
  is_free boolean,
  website text,
  repository text,
  documentation text,
  platforms text[] not null default '{}',
  software_type text,
  development_status text,
  version text,
  released_on date,
  attributes jsonb not null default '{}',
  limits text[] not null default '{}',
  -- Field -> { source, at }: where each value shown comes from.
  origins jsonb not null default '{}',
  -- Text under another licence than Licence Ouverte stays in a layer of its own.
  layer text not null,
  merged_into uuid references software,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index software_shown on software (name) where merged_into is null and withdrawn_at is null;

-- One value may be claimed by two: Comptoir du Libre 362 is CodiMD and HedgeDoc. A person decides.
create table software_identifiers (
  scheme text not null check (scheme in ('wikidata', 'comptoir', 'sill', 'framalibre', 'cnll', 'repository', 'publiccode')),
  value text not null check (value <> ''),
  software_id uuid not null references software,
  source text not null,
  primary key (scheme, value, software_id)
);
create index software_identifiers_of on software_identifiers (software_id);

-- What one source says of one software; a person's own edits are the record of the source `beffroi`.
create table software_records (
  id uuid primary key,
  software_id uuid not null references software,
  source text not null,
  external_id text not null,
  fields jsonb not null,
  raw jsonb,
  source_date date,
  read_at timestamptz not null,
  unique (source, external_id)
);
create index software_records_of on software_records (software_id);

create table meets (
  software_id uuid not null references software,
  need text not null references needs,
  level text not null check (level in ('full', 'part')),
  missing text,
  source text not null,
  stated_at timestamptz not null,
  primary key (software_id, need),
  constraint meets_part_says_what_is_missing check ((level = 'part') = (missing is not null))
);
create index meets_of_need on meets (need);

-- A dated declaration that a commune uses a software; it counts once its official address has confirmed it.
create table usages (
  id uuid primary key,
  insee text not null references communes,
  software_id uuid not null references software,
  need text references needs,
  state text not null check (state in ('testing', 'in-use', 'left')),
  why_left text,
  since_on date,
  left_on date,
  operated_by text,
  accepts_call boolean not null default false,
  declared_at timestamptz not null,
  declared_by text not null,
  confirmed_at timestamptz,
  -- Twelve months after the last confirmation it greys, twenty-four months after it leaves the page.
  renewed_at timestamptz,
  withdrawn_at timestamptz,
  check ((state = 'left') = (why_left is not null)),
  check (renewed_at is null or confirmed_at is not null)
);
create unique index usages_one_alive on usages (insee, software_id) where withdrawn_at is null and confirmed_at is not null;
create index usages_of_software on usages (software_id) where withdrawn_at is null and confirmed_at is not null;
create index usages_of_commune on usages (insee);

-- What was typed and found nothing: the words only, never who or when to the minute.
create table silent_searches (
  words text primary key check (length(words) between 1 and 200),
  times integer not null default 1,
  first_on date not null,
  last_on date not null,
  settled_at timestamptz
);
