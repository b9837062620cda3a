-- One text, written once, that becomes a letter and an e-mail.
create table messages (
  id uuid primary key,
  name text not null check (name <> ''),
  subject text not null,
  body text not null,
  -- The name under the letter: who signs, in which quality.
  signature text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text
);

create table waves (
  id uuid primary key,
  programme_id uuid not null references programmes,
  name text not null check (name <> ''),
  message_id uuid not null references messages,
  channel text not null check (channel in ('email-first', 'letter', 'email')),
  -- The territory's filters that chose the audience, as typed in the URL.
  filters jsonb not null default '{}',
  -- A town hall written to less than so many days ago is left out.
  recent_days int not null default 30 check (recent_days between 0 and 3650),
  state text not null check (state in ('draft', 'launched')),
  -- E-mails stop leaving; letters are already paper.
  paused_at timestamptz,
  paused_by text,
  created_at timestamptz not null,
  created_by text not null,
  launched_at timestamptz,
  launched_by text,
  -- What was sent: an edit of the message after the launch changes nothing here.
  frozen_subject text,
  frozen_body text,
  frozen_signature text,
  -- In whose name, and from which addresses: the bodies' coordinates on the day of the launch.
  frozen_sender jsonb,
  check ((state = 'launched') = (launched_at is not null and frozen_body is not null and frozen_sender is not null))
);

-- Town halls a person took out of a wave before its launch, and why.
create table wave_hand_exclusions (
  wave_id uuid not null references waves,
  insee text not null references communes,
  reason text not null,
  excluded_by text not null,
  primary key (wave_id, insee)
);

-- A PDF of at most 100 letters, printed, enclosed and posted together.
create table lots (
  id uuid primary key,
  wave_id uuid not null references waves,
  number int not null,
  state text not null check (state in ('planned', 'composed', 'blocked', 'printed', 'enclosed', 'posted')),
  letters int not null,
  -- Why the lot is blocked, naming the commune.
  problem text,
  file_id uuid references stored_files,
  sha256 text,
  composed_at timestamptz,
  printed_at timestamptz,
  printed_by text,
  enclosed_at timestamptz,
  enclosed_by text,
  posted_on date,
  posted_by text,
  posting_proof text,
  unique (wave_id, number)
);

-- The ledger: one row per (wave, town hall, channel), never deleted while retention holds it.
create table deliveries (
  id uuid primary key,
  wave_id uuid not null references waves,
  insee text not null references communes,
  channel text not null check (channel in ('email', 'letter', 'none')),
  state text not null check (state in (
    'excluded', 'planned', 'rendered', 'claimed', 'in_flight',
    'accepted', 'refused_permanent', 'refused_temporary', 'uncertain',
    'bounced', 'complained', 'replied',
    'composed', 'printed', 'enclosed', 'posted', 'returned', 'answered')),
  -- Why excluded, refused or returned; the detail completes it (the other town hall, the date, the server's answer).
  reason text,
  reason_detail text,
  -- What the town hall types to answer; unique over all waves.
  reply_code text unique,
  -- The e-mail address, or the lines of the postal address as printed; the parts they are made of.
  address text,
  postal_address jsonb,
  address_source text,
  address_hmac text,
  -- What the message says of this town hall, as known on the day of the launch.
  message_values jsonb,
  lane text not null default 'default',
  attempt int not null default 1,
  message_id text unique,
  claim_token uuid,
  claim_until timestamptz,
  retry_at timestamptz,
  lot_id uuid references lots,
  first_page int,
  last_page int,
  settled_at timestamptz,
  created_at timestamptz not null,
  unique (wave_id, insee, channel),
  constraint deliveries_exclusion_is_explained check (state <> 'excluded' or reason is not null),
  constraint deliveries_lease_is_held check ((state in ('claimed', 'in_flight')) = (claim_token is not null)),
  constraint deliveries_retry_is_dated check (state <> 'refused_temporary' or retry_at is not null)
);
create index deliveries_of_commune on deliveries (insee);
create index deliveries_of_lot on deliveries (lot_id);
create index deliveries_by_wave_state on deliveries (wave_id, state);
create index deliveries_claimable on deliveries (wave_id, id) where channel = 'email' and state in ('rendered', 'refused_temporary');
create index deliveries_by_address on deliveries (address_hmac) where address_hmac is not null;
create index deliveries_leased on deliveries (claim_until) where state in ('claimed', 'in_flight');

-- The arrows of the ledger, as src/modules/outreach/deliveries/delivery.ts draws them: a test compares the two.
create function deliveries_follow_arrows() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'the ledger forgets nothing: a delivery is never deleted';
  end if;
  if new.state = old.state then return new; end if;
  if (old.state || '>' || new.state) in (
    'planned>rendered', 'planned>composed', 'planned>excluded',
    'rendered>claimed', 'rendered>excluded',
    'claimed>in_flight', 'claimed>rendered',
    'in_flight>accepted', 'in_flight>refused_permanent', 'in_flight>refused_temporary', 'in_flight>uncertain',
    'accepted>bounced', 'accepted>complained', 'accepted>replied',
    'refused_temporary>rendered', 'refused_temporary>excluded',
    'uncertain>accepted', 'uncertain>rendered', 'refused_permanent>rendered', 'bounced>rendered',
    'composed>printed', 'composed>planned', 'composed>excluded',
    'printed>enclosed', 'printed>excluded', 'enclosed>posted', 'enclosed>excluded',
    'posted>returned', 'posted>answered') then
    return new;
  end if;
  raise exception 'a delivery cannot go from % to %', old.state, new.state using constraint = 'deliveries_follow_arrows';
end $$;
create trigger deliveries_follow_arrows before update or delete on deliveries
  for each row execute function deliveries_follow_arrows();

-- What happened to a delivery. Append-only; an event whose delivery is not yet known is kept and matched later.
create table delivery_events (
  id uuid primary key,
  delivery_id uuid references deliveries,
  source text not null,
  source_event_id text not null,
  kind text not null,
  at timestamptz not null,
  by_whom text,
  detail jsonb not null default '{}',
  unique (source, source_event_id)
);
create index delivery_events_of_delivery on delivery_events (delivery_id, at);
create index delivery_events_by_message on delivery_events ((detail ->> 'messageId'));
create index delivery_events_unmatched on delivery_events (at) where delivery_id is null;
create function delivery_events_are_append_only() returns trigger language plpgsql as $$
begin
  -- An unmatched event may find its delivery later; nothing else ever changes.
  if tg_op = 'UPDATE' and old.delivery_id is null
     and (to_jsonb(new) - 'delivery_id') = (to_jsonb(old) - 'delivery_id') then
    return new;
  end if;
  raise exception 'delivery events are append-only';
end $$;
create trigger delivery_events_append_only before update or delete on delivery_events
  for each row execute function delivery_events_are_append_only();

-- A town hall's refusal to be written to: not personal data.
create table opposition_organisations (
  id uuid primary key,
  insee text not null references communes,
  channel text not null check (channel in ('all', 'email', 'letter')),
  topic text not null default 'all',
  since timestamptz not null,
  origin text not null,
  recorded_by text,
  lifted_at timestamptz,
  lifted_by text,
  lifting_evidence text,
  check ((lifted_at is null) = (lifted_by is null and lifting_evidence is null))
);
create unique index opposition_organisations_active on opposition_organisations (insee, channel, topic) where lifted_at is null;

-- A person's refusal, kept as the keyed HMAC of the address alone (CNIL: the minimum, hashed, for no other use).
create table opposition_addresses (
  id uuid primary key,
  address_hmac text not null,
  since timestamptz not null,
  origin text not null,
  recorded_by text,
  lifted_at timestamptz,
  lifted_by text,
  lifting_evidence text,
  check ((lifted_at is null) = (lifted_by is null and lifting_evidence is null))
);
create unique index opposition_addresses_active on opposition_addresses (address_hmac) where lifted_at is null;

-- How fast a sender may write to a receiving provider: a token bucket that survives a restart.
create table send_rates (
  sender text not null,
  lane text not null,
  per_minute int not null check (per_minute > 0),
  tokens double precision not null,
  refilled_at timestamptz not null,
  primary key (sender, lane)
);
