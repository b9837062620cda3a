-- An exchange with a town hall that somebody meant: an answer to a letter, a call, a visit, an e-mail.
create table contacts (
  id uuid primary key,
  insee text not null references communes,
  -- What ties it to a commune: the code typed, the letter or e-mail it was printed on, the wave of that one.
  delivery_id uuid references deliveries,
  wave_id uuid references waves,
  reply_code text,
  channel text not null check (channel in ('answer', 'call', 'visit', 'email', 'letter')),
  wish text check (wish in ('call-back', 'need', 'not-now', 'do-not-write')),
  theme text,
  body text not null default '',
  person_name text not null default '',
  phone text,
  email text,
  -- Who handles it: routed by theme, transferred with a trace.
  organisation_id uuid not null references organisations,
  state text not null check (state in ('new', 'taken', 'settled')),
  taken_by text,
  taken_at timestamptz,
  received_at timestamptz not null,
  recorded_by text,
  settled_at timestamptz,
  settled_by text,
  settlement text,
  check ((state = 'settled') = (settled_at is not null and settled_by is not null and settlement is not null)),
  check ((state = 'taken') = (taken_by is not null and taken_at is not null))
);
create index contacts_inbox on contacts (organisation_id, state, received_at desc);
create index contacts_of_commune on contacts (insee, received_at desc);
create index contacts_of_delivery on contacts (delivery_id);
create index contacts_of_wave on contacts (wave_id);
create index contacts_of_reply_code on contacts (reply_code, received_at desc) where reply_code is not null;

create table contact_transfers (
  id uuid primary key,
  contact_id uuid not null references contacts,
  from_organisation_id uuid not null references organisations,
  to_organisation_id uuid not null references organisations,
  reason text not null default '',
  by_whom text not null,
  at timestamptz not null
);
create index contact_transfers_of_contact on contact_transfers (contact_id, at);
