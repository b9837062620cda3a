-- The keys that sign our e-mails (DKIM). The private half is sealed under BEFFROI_SECRET: a copy of the database alone signs nothing.
create table signing_keys (
  id uuid primary key,
  domain text not null check (domain = lower(domain)),
  selector text not null check (selector ~ '^[a-z0-9-]+$'),
  public_key text not null,
  sealed_private_key text not null,
  created_at timestamptz not null,
  created_by text not null,
  -- Since when a check has seen its record published; it signs from then on, until a newer one does.
  in_use_since timestamptz,
  -- A person said that its record may leave the zone.
  retired_at timestamptz,
  retired_by text,
  unique (domain, selector),
  check ((retired_at is null) = (retired_by is null))
);

-- What the names directory said of the sending domain, line by line, each time it was asked.
create table domain_checks (
  id uuid primary key,
  domain text not null,
  checked_at timestamptz not null,
  is_good boolean not null,
  lines jsonb not null
);
create index domain_checks_latest on domain_checks (domain, checked_at desc);
