-- An accompaniment of one town hall towards one goal.
create table cases (
  id uuid primary key,
  insee text not null references communes,
  contact_id uuid references contacts,
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
create index cases_by_state on cases (state, opened_at desc);
create index cases_of_referent on cases (referent_id) where state = 'open';
create unique index cases_one_per_contact on cases (contact_id) where contact_id is not null;

create table case_steps (
  case_id uuid not null references cases,
  position int not null,
  title text not null check (title <> ''),
  due_on date,
  done_at timestamptz,
  done_by text,
  note text not null default '',
  primary key (case_id, position)
);
