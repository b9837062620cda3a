-- The lock map: which business program forces a commune to keep which system, browser, office format or connector.
create table locks (
  id uuid primary key,
  insee text not null references communes,
  -- A program of the directory, or its name as it was typed.
  product text references products,
  product_name text,
  need text references needs,
  forces text not null check (forces in ('operating-system', 'browser', 'office-format', 'connector')),
  what text not null check (what <> '' and length(what) <= 120),
  -- The same without accents or capitals: what the map counts by.
  what_plain text not null check (what_plain <> ''),
  note text check (length(note) <= 500),
  -- How it is known: « formulaire public », « visite du 3 mars ».
  source text not null check (source <> ''),
  declared_at timestamptz not null,
  declared_by text not null,
  confirmed_at timestamptz,
  confirmed_by text check (confirmed_by in ('official-address', 'by-hand')),
  evidence text,
  renewed_at timestamptz,
  refused_at timestamptz,
  asked_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  former_insee text references communes,
  constraint locks_one_product check (num_nonnulls(product, product_name) = 1),
  check (renewed_at is null or confirmed_at is not null),
  constraint locks_refused_was_never_confirmed check (refused_at is null or confirmed_at is null),
  constraint locks_by_hand_has_its_evidence check (confirmed_by is distinct from 'by-hand' or evidence <> '')
);
create unique index locks_once on locks (insee, forces, what_plain, coalesce(product, ''), lower(coalesce(product_name, '')))
  where withdrawn_at is null and refused_at is null;
create index locks_of_commune on locks (insee);
create index locks_of_need on locks (need) where withdrawn_at is null and confirmed_at is not null;

-- That a commune was asked what holds it, whatever it answered: without it, a share of communes means nothing.
create table lock_surveys (
  insee text primary key references communes,
  asked_on date not null,
  -- Nothing holds it, it says.
  is_free boolean not null,
  source text not null check (source <> ''),
  said_by text not null,
  said_at timestamptz not null
);
