-- An accompaniment of one town hall towards one goal.
create table cases (
  id uuid primary key,
  insee text not null references communes,
  -- The exchange it came from, and the wave that had brought that one.
  contact_id uuid references contacts,
  wave_id uuid references waves,
  organisation_id uuid not null references organisations,
  goal text not null check (goal <> ''),
  referent_id text references users,
  state text not null check (state in ('open', 'closed')),
  opened_at timestamptz not null,
  opened_by text not null,
  outcome text check (outcome in ('autonomous', 'partly', 'abandoned', 'handed-over')),
  closing_note text not null default '',
  closed_at timestamptz,
  closed_by text,
  check ((state = 'closed') = (closed_at is not null and outcome is not null))
);
create index cases_of_commune on cases (insee);
create index cases_of_organisation on cases (organisation_id, state, opened_at desc);
create index cases_of_wave on cases (wave_id);
create index cases_of_referent on cases (referent_id) where state = 'open';
create unique index cases_one_per_contact on cases (contact_id) where contact_id is not null;

create table case_steps (
  id uuid primary key,
  case_id uuid not null references cases,
  position int not null,
  title text not null check (title <> ''),
  due_on date,
  done_at timestamptz,
  done_by text,
  check ((done_at is null) = (done_by is null)),
  -- Checked at the end: two steps that swap places meet for a moment.
  constraint case_steps_one_per_position unique (case_id, position) deferrable initially deferred
);
create index case_steps_due on case_steps (due_on) where done_at is null;

-- Each time a case went from one organisation to another, and why.
create table case_transfers (
  id uuid primary key,
  case_id uuid not null references cases,
  from_organisation_id uuid not null references organisations,
  to_organisation_id uuid not null references organisations,
  reason text not null,
  by_whom text not null,
  at timestamptz not null
);
create index case_transfers_of_case on case_transfers (case_id, at);
