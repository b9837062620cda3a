-- The census of service companies. No column can hold a payment, a rank or a promotion: the order is computed.
create table companies (
  id uuid primary key,
  -- Known once the company has claimed its page, or when the source says it.
  siren text unique check (siren ~ '^[0-9]{9}$'),
  name text not null check (name <> ''),
  presentation text,
  website text,
  email text,
  phone text,
  postal_address text,
  -- The commune of its seat.
  insee text references communes,
  headcount_band text,
  source text not null,
  source_date date,
  -- The organisation on whose behalf its people sign in, once claimed.
  organisation_id uuid unique references organisations,
  claimed_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  check ((organisation_id is null) = (claimed_at is null)),
  check (claimed_at is null or siren is not null)
);
create index companies_shown on companies (name) where withdrawn_at is null;

-- What a company itself says it does, for a need or for a software; nothing is guessed. Areas are codes: `france`,
-- `departement:59`, `epci:200042190`, `commune:59172`.
create table company_services (
  id uuid primary key,
  company_id uuid not null references companies,
  need text references needs,
  software_id uuid references software,
  kind text not null check (kind in ('advice', 'installation', 'hosting', 'training', 'support', 'development', 'migration')),
  level text not null check (level in ('starts', 'practises', 'contributes')),
  areas text[] not null check (areas <> '{}'),
  stated_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(need, software_id) = 1)
);
create unique index company_services_once on company_services (company_id, coalesce(need, ''), coalesce(software_id, '00000000-0000-0000-0000-000000000000'), kind) where ended_at is null;
create index company_services_of_need on company_services (need) where ended_at is null;
create index company_services_of_software on company_services (software_id) where ended_at is null;

-- A company's work for a commune; it counts once the commune has confirmed it.
create table company_references (
  id uuid primary key,
  company_id uuid not null references companies,
  insee text not null references communes,
  need text references needs,
  software_id uuid references software,
  kind text not null,
  year integer not null check (year between 1990 and 2100),
  state text not null check (state in ('declared', 'confirmed', 'refused')),
  why_refused text,
  declared_at timestamptz not null,
  settled_at timestamptz,
  withdrawn_at timestamptz,
  check (num_nonnulls(need, software_id) >= 1),
  check ((state = 'declared') = (settled_at is null))
);
create index company_references_of on company_references (company_id) where withdrawn_at is null;

-- A service that somebody runs for communes: a company, or an organisation of the partnership under the same rule.
create table operated_offers (
  id uuid primary key,
  company_id uuid references companies,
  organisation_id uuid references organisations,
  software_id uuid not null references software,
  need text not null references needs,
  areas text[] not null check (areas <> '{}'),
  price_model text not null check (price_model in ('free', 'included', 'subscription', 'quote')),
  hosting_country text not null,
  personal_data text not null,
  exit_terms text not null,
  signup text not null,
  stated_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(company_id, organisation_id) = 1)
);
create index operated_offers_of_need on operated_offers (need) where ended_at is null;
create index operated_offers_of_software on operated_offers (software_id) where ended_at is null;
