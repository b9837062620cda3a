-- The territory: every commune and EPCI of France, how to reach its town hall, and its outline.
-- Communes and EPCI come from the reference files shipped with the code; the rest is imported.
-- Nothing is deleted here: what ceases to be true receives an end date.

create table epcis (
  siren        text primary key constraint epci_siren_is_nine_digits check (siren ~ '^[0-9]{9}$'),
  name         text not null,
  kind         text not null,               -- CC, CA, CU, METRO, MET69
  financing    text,                        -- FPU, FA: the own tax regime, as DGCL writes it
  source       text not null,
  source_date  date not null
);

create table communes (
  insee         text primary key constraint commune_insee_is_five_characters check (insee ~ '^[0-9AB]{5}$'),
  name          text not null,
  name_type     smallint not null,          -- INSEE's article code (TNCC): "d'Abancourt", "du Cateau"
  search_name   text not null,              -- without accents, hyphens or capitals: lists sort on it
  departement   text not null,
  region        text not null,
  epci_siren    text constraint commune_epci_exists references epcis,
  siren         text,                       -- absent from 94 overseas communes
  siret         text,                       -- the seat; not the SIREN plus 00018, so known only where it was found
  postal_codes  text[] not null default '{}',
  population    integer,
  longitude     double precision,
  latitude      double precision,
  ended_on      date,                       -- merged into another since: commune_successions says which
  source        text not null,
  source_date   date not null
);
create index communes_by_departement on communes (departement, search_name);
create index communes_by_epci on communes (epci_siren);

-- Codes that are met in old files, and the commune that answers for them today.
create table commune_successions (
  former_insee  text not null,
  former_name   text,
  insee         text not null constraint succession_commune_exists references communes,
  kind          text not null constraint succession_kind_is_known
                check (kind in ('former code', 'déléguée', 'associée')),
  primary key (former_insee, insee)
);
create index commune_successions_by_insee on commune_successions (insee);

-- A way to reach a town hall. One that is no longer published is ended, so that a past delivery can still be explained.
create table contact_points (
  id           uuid primary key,
  insee        text not null constraint contact_point_commune_exists references communes,
  kind         text not null constraint contact_point_kind_is_known
               check (kind in ('email', 'phone', 'website', 'address')),
  value        text not null constraint contact_point_has_a_value check (value <> ''),  -- an address: one line per line
  label        text,
  rank         integer not null default 1,  -- 1 is the main one; the others are candidates
  source       text not null,
  source_date  date,
  imported_at  timestamptz not null,
  ended_at     timestamptz,
  row_hash     text
);
create unique index contact_points_said_once on contact_points (insee, kind, value) where ended_at is null;
create index contact_points_by_commune on contact_points (insee);

-- Name and civility only, for the salutation of a letter. Birth dates and occupations are in the source and stay there.
create table mayors (
  id           uuid primary key,
  insee        text not null constraint mayor_commune_exists references communes,
  last_name    text not null,
  first_name   text not null,
  civility     text constraint mayor_civility_is_known check (civility in ('Madame', 'Monsieur')),
  since        date,
  source       text not null,
  source_date  date,
  imported_at  timestamptz not null,
  ended_at     timestamptz
);
create unique index mayors_one_at_a_time on mayors (insee) where ended_at is null;

create table contours (
  insee        text primary key constraint contour_commune_exists references communes,
  geometry     jsonb not null,              -- a GeoJSON geometry, WGS84
  source       text not null,
  source_date  date
);

-- Which edition of the shipped reference is in the tables: a start that finds its own loads nothing.
create table reference_loads (
  name       text primary key,
  version    text not null,
  loaded_at  timestamptz not null
);
