-- Who takes a company's page, what is told to be wrong on it, and what happened to it.

-- A claim opens nothing by itself: the mailbox that the census knows proves it, or a person looks at the evidence. The claim
-- of a company that is not in the census (`registration`) adds it once its mailbox has answered.
create table company_claims (
  id uuid primary key,
  company_id uuid references companies,
  registration jsonb,
  siren text not null check (siren ~ '^[0-9]{9}$'),
  person_name text not null check (person_name <> ''),
  -- Where the link went, or where the answer is awaited when a person decides.
  email text not null check (email <> ''),
  way text not null check (way in ('mailbox', 'by-hand')),
  evidence text,
  state text not null check (state in ('asked', 'accepted', 'refused', 'undone')),
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  reason text,
  -- Whom it let in, so that it can be undone.
  user_id text,
  organisation_id uuid references organisations,
  check (company_id is not null or registration is not null),
  check (way = 'mailbox' or evidence is not null),
  check ((state = 'asked') = (settled_at is null)),
  check (state not in ('refused', 'undone') or reason is not null)
);
create index company_claims_of on company_claims (company_id, asked_at desc);
create index company_claims_lately on company_claims (asked_at);
create index company_claims_open on company_claims (asked_at) where state = 'asked' and way = 'by-hand';

-- What a reader says is wrong on a company's page; the operator settles it.
create table company_reports (
  id uuid primary key,
  company_id uuid not null references companies,
  body text not null check (body <> '' and length(body) <= 2000),
  person_name text,
  email text,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  answer text,
  check ((settled_at is null) = (answer is null))
);
create index company_reports_of on company_reports (company_id, at desc);
create index company_reports_open on company_reports (at) where settled_at is null;

-- What happened to a company's page, by whose hand; lines are added and never changed.
create table company_events (
  id uuid primary key,
  company_id uuid not null references companies,
  at timestamptz not null,
  sentence text not null check (sentence <> ''),
  actor text not null
);
create index company_events_of on company_events (company_id, at desc, id desc);

-- The company's right of reply to a refusal, published beside it.
alter table company_references add column reply text check (reply <> '');
