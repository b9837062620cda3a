-- Neutral requests for quotes: one text to all, answers by one date, opened together. Nothing leaves before the town hall's
-- official address has confirmed it.
create table quote_groups (
  id uuid primary key,
  need text not null references needs,
  words text not null,
  proposed_by text not null,
  proposed_at timestamptz not null
);

create table quote_requests (
  id uuid primary key,
  insee text not null references communes,
  need text not null references needs,
  -- The text as it leaves, the same for all, and its SHA-256; emptied a year after the date, with the answers.
  body text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  answer_by date not null,
  -- Where the confirmation was asked: the official address of that day.
  sent_to text not null,
  seed text not null,
  -- Why the town hall did not keep to the first of the order.
  why_others text,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  told_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('chosen', 'none')),
  why_closed text,
  forgotten_at timestamptz,
  group_id uuid references quote_groups,
  group_answer text check (group_answer in ('yes', 'no')),
  check ((closed_at is null) = (outcome is null)),
  check (closed_at is null or confirmed_at is not null),
  check (group_answer is null or group_id is not null)
);
create index quote_requests_of_need on quote_requests (need, answer_by);

create table quote_invitations (
  request_id uuid not null references quote_requests,
  provider text not null check (provider ~ '^(company|organisation):[0-9a-f-]{36}$'),
  name text not null,
  email text,
  -- Its place, its four figures and its draw in the order of that day.
  place integer not null,
  mark text not null,
  draw text not null,
  chosen_by text not null check (chosen_by in ('order', 'town-hall')),
  sent_at timestamptz,
  not_sent text,
  answered_at timestamptz,
  answer text check (answer in ('quote', 'declined')),
  words text,
  -- All taxes included, in cents.
  price integer check (price >= 0),
  is_chosen boolean not null default false,
  primary key (request_id, provider),
  check ((answered_at is null) = (answer is null))
);
create index quote_invitations_of_provider on quote_invitations (provider);

-- The log of equal treatment: who was asked when, who answered when. Append only.
create table quote_events (
  id uuid primary key,
  request_id uuid not null references quote_requests,
  at timestamptz not null,
  kind text not null,
  provider text,
  words text
);
create index quote_events_of on quote_events (request_id, at);
