-- The register of processing (GDPR art. 30): one entry per body and purpose, of which every version is kept.
create table register_versions (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  purpose text not null check (purpose in ('outreach', 'contacts', 'accompaniment', 'trainings', 'oppositions')),
  number int not null check (number > 0),
  text jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  -- The person who answers for this version; the last one alone is in force.
  confirmed_at timestamptz,
  confirmed_by text,
  unique (organisation_id, purpose, number),
  check ((confirmed_at is null) = (confirmed_by is null))
);

-- Why a wave is sent: the entry of the register that it belongs to.
alter table waves add column purpose text
  check (purpose in ('outreach', 'contacts', 'accompaniment', 'trainings', 'oppositions'));

-- What the other organisation said of a wave, tied to the digests of what would leave then.
create table wave_approvals (
  id uuid primary key,
  wave_id uuid not null references waves,
  decision text not null check (decision in ('approved', 'refused')),
  reason text not null default '',
  organisation_id uuid not null references organisations,
  by text not null check (by <> ''),
  at timestamptz not null,
  parts jsonb not null,
  check (decision = 'approved' or reason <> '')
);
create index wave_approvals_by_wave on wave_approvals (wave_id, at);

-- The copies that people asked for before a launch, and when a person said to have looked at one.
create table test_copies (
  id uuid primary key,
  wave_id uuid not null references waves,
  insee text not null references communes,
  channel text not null check (channel in ('email', 'letter')),
  -- Of the message and its sender: another text needs another copy.
  digest text not null,
  sent_to text,
  asked_at timestamptz not null,
  asked_by text not null,
  seen_at timestamptz,
  seen_by text,
  check ((seen_at is null) = (seen_by is null)),
  check (channel = 'letter' or sent_to is not null)
);
create index test_copies_by_wave on test_copies (wave_id, asked_at);

-- What was really tried before a launch (a letter composed and read, an opposition posted), and what came of it.
create table wave_checks (
  id uuid primary key,
  wave_id uuid not null references waves,
  kind text not null check (kind <> ''),
  digest text not null,
  is_passed boolean not null,
  sentence text not null,
  at timestamptz not null,
  by text not null
);
create index wave_checks_by_wave on wave_checks (wave_id, kind, at);

-- Oppositions posted by Beffroi to its own public pages, as a stranger would; they concern no town hall.
create table opposition_probes (
  id uuid primary key,
  means text not null check (means in ('reply-page', 'one-click')),
  reply_code text not null unique,
  asked_at timestamptz not null,
  honoured_at timestamptz
);
