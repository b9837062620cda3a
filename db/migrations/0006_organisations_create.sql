create table organisations (
  id uuid primary key,
  kind text not null check (kind in ('operator', 'association', 'network', 'company', 'town-hall')),
  name text not null check (name <> ''),
  -- The lines of the postal address, from the building to the locality.
  postal_address text not null default '',
  email text,
  phone text,
  website text,
  -- Who answers for personal data (GDPR art. 13 and 14).
  dpo_email text,
  -- The commune that a town hall's organisation stands for.
  insee text references communes,
  created_at timestamptz not null
);
