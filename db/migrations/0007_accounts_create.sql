-- People, sessions and sign-in codes: the shapes that better-auth asks for.
create table users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table sessions (
  id text primary key,
  user_id text not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_of_user on sessions (user_id);
create table sign_in_accounts (
  id text primary key,
  user_id text not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_accounts_of_user on sign_in_accounts (user_id);
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on verifications (identifier);

-- A person acts on behalf of one organisation.
create table memberships (
  user_id text primary key references users on delete cascade,
  organisation_id uuid not null references organisations,
  joined_at timestamptz not null
);
create index memberships_of_organisation on memberships (organisation_id);

-- How often an address may ask for a sign-in code: counted here, so that a restart forgets nothing.
create table rate_limits (
  id text primary key,
  key text not null unique,
  count int not null,
  last_request bigint not null
);
