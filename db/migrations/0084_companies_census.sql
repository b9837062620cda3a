-- Where a company of the census comes from, what it was called, and the courses that a source lists for it.

alter table companies
  -- What its source calls it, so that the source loaded twice adds nothing.
  add column source_key text unique,
  add column withdrawn_reason text,
  add column withdrawn_by text,
  -- The name as a search compares it: without capitals, accents or hyphens.
  add column search_name text generated always as (
    translate(lower(name), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’''-', 'aaaaaaceeeeiiiinooooouuuuyy   ')
  ) stored,
  add constraint companies_withdrawn_with_a_reason check (withdrawn_at is null or withdrawn_reason is not null);

-- A company renamed to be first of a list gains nothing: the name is in no order, and the former ones stay in view.
create table company_names (
  company_id uuid not null references companies,
  name text not null check (name <> ''),
  until timestamptz not null,
  primary key (company_id, until)
);

-- Courses that a source lists for a company, in its words: shown with that source, never taken for a stated service.
create table company_courses (
  company_id uuid not null references companies,
  rank integer not null,
  title text not null check (title <> ''),
  primary key (company_id, rank)
);

create index company_references_of_commune on company_references (insee) where withdrawn_at is null;
create index operated_offers_of_company on operated_offers (company_id) where ended_at is null;
create index operated_offers_of_organisation on operated_offers (organisation_id) where ended_at is null;
create index companies_census_claimed on companies (claimed_at) where withdrawn_at is null;

-- For whom an offer is, as a need says it.
alter table operated_offers add column audiences text[] not null default '{town-hall}'
  check (audiences <@ array['town-hall', 'staff', 'citizens', 'schools'] and audiences <> '{}');
