-- A lane gathers the receivers that one operator serves: what it bears is learned together and respected together.
create table lanes (
  name text primary key check (name ~ '^[a-z]+$'),
  label text not null check (label <> ''),
  rank int not null
);

-- Which lane a receiver belongs to, by the end of its mail exchanger's name or of its own domain. Never edited: the newest wins.
create table lane_suffixes (
  id uuid primary key,
  kind text not null check (kind in ('exchanger', 'domain')),
  suffix text not null check (suffix = lower(suffix) and suffix ~ '^[a-z0-9.-]+$'),
  lane text not null references lanes,
  source text not null check (source <> ''),
  recorded_at timestamptz not null,
  recorded_by text
);
create index lane_suffixes_by_suffix on lane_suffixes (kind, suffix, recorded_at desc);

-- What a lane bears, as dated rows with their source: one is added, none is edited, and the newest in force is followed.
create table lane_limits (
  id uuid primary key,
  lane text not null references lanes,
  connections int not null check (connections between 1 and 50),
  messages_per_connection int not null check (messages_per_connection between 1 and 10000),
  per_minute int not null check (per_minute between 1 and 100000),
  -- The most in a day, once warmed up; none when nothing says.
  per_day int check (per_day > 0),
  -- A sending address that the operator does not know yet begins with so many a day, and so many times more each day.
  warm_up_start int check (warm_up_start > 0),
  warm_up_growth numeric(4, 2) not null default 1.5 check (warm_up_growth between 1 and 10),
  valid_from date not null,
  source text not null check (source <> ''),
  checked_on date not null,
  recorded_at timestamptz not null,
  recorded_by text
);
create index lane_limits_in_force on lane_limits (lane, valid_from desc, recorded_at desc);

-- What the names directory says of the domains we write to, asked once a day; an unreachable directory changes nothing.
create table domain_exchangers (
  domain text primary key,
  exchanger text,
  lane text not null references lanes,
  resolved_at timestamptz,
  tried_at timestamptz
);
create index domain_exchangers_by_lane on domain_exchangers (lane);

-- A lane that a receiver's word stopped, until a person starts it again.
create table lane_stops (
  id uuid primary key,
  lane text not null references lanes,
  since timestamptz not null,
  why text not null check (why in ('policy', 'our-side')),
  -- The server's own words.
  evidence text not null,
  delivery_id uuid references deliveries,
  restarted_at timestamptz,
  restarted_by text,
  check ((restarted_at is null) = (restarted_by is null))
);
create unique index lane_stops_open on lane_stops (lane) where restarted_at is null;

-- The rate follows the dated limit in force; a receiver that asks us to slow down is heard for a while. The first message
-- of a sender on a lane begins its warm-up.
alter table send_rates add column slowed_to int check (slowed_to > 0);
alter table send_rates add column slowed_until timestamptz;
alter table send_rates add column started_at timestamptz not null default now();

-- When it was last handed over: what a lane has had today is counted from these rows.
alter table deliveries add column handed_at timestamptz;
create index deliveries_handed on deliveries (lane, handed_at) where handed_at is not null;
alter table deliveries add constraint deliveries_lane_is_known foreign key (lane) references lanes not valid;

-- A person slows a wave down: so many e-mails a minute, over all its lanes.
alter table waves add column per_minute int check (per_minute between 1 and 10000);

insert into lanes (name, label, rank) values
  ('orange', 'Orange et Wanadoo', 1),
  ('microsoft', 'Microsoft', 2),
  ('google', 'Google', 3),
  ('ovh', 'OVHcloud', 4),
  ('free', 'Free', 5),
  ('sfr', 'SFR', 6),
  ('laposte', 'La Poste', 7),
  ('default', 'Tous les autres', 99);

insert into lane_suffixes (id, kind, suffix, lane, source, recorded_at)
select gen_random_uuid(), kind, suffix, lane, 'Noms publics des opérateurs, relevés en novembre 2026', '2026-11-24T00:00:00Z'
from (values
  ('exchanger', 'orange.fr', 'orange'), ('exchanger', 'wanadoo.fr', 'orange'), ('exchanger', 'orange-business.com', 'orange'),
  ('domain', 'orange.fr', 'orange'), ('domain', 'wanadoo.fr', 'orange'),
  ('exchanger', 'mail.protection.outlook.com', 'microsoft'), ('exchanger', 'mx.microsoft', 'microsoft'),
  ('exchanger', 'olc.protection.outlook.com', 'microsoft'),
  ('domain', 'outlook.com', 'microsoft'), ('domain', 'outlook.fr', 'microsoft'), ('domain', 'hotmail.com', 'microsoft'),
  ('domain', 'hotmail.fr', 'microsoft'), ('domain', 'live.fr', 'microsoft'),
  ('exchanger', 'google.com', 'google'), ('exchanger', 'googlemail.com', 'google'), ('domain', 'gmail.com', 'google'),
  ('exchanger', 'ovh.net', 'ovh'), ('exchanger', 'ovh.ca', 'ovh'), ('exchanger', 'mail.ovh.net', 'ovh'),
  ('exchanger', 'free.fr', 'free'), ('exchanger', 'proxad.net', 'free'), ('domain', 'free.fr', 'free'),
  ('exchanger', 'sfr.fr', 'sfr'), ('domain', 'sfr.fr', 'sfr'), ('domain', 'neuf.fr', 'sfr'),
  ('exchanger', 'laposte.net', 'laposte'), ('domain', 'laposte.net', 'laposte')
) as known (kind, suffix, lane);

insert into lane_limits (id, lane, connections, messages_per_connection, per_minute, per_day, warm_up_start, valid_from, source, checked_on, recorded_at)
select gen_random_uuid(), lane, connections, messages, per_minute, per_day, 50, '2026-01-01', source, checked_on::date, '2026-11-24T00:00:00Z'
from (values
  ('orange', 2, 100, 60, 1000,
   'postmaster.orange.fr (page du 15 mai 2026, citée par un tiers le 22 juin 2026) : 2 connexions par adresse, 100 messages par connexion ; au-delà de 1 000 par jour, être membre de Signal Spam. Le débit par minute est notre estimation. À vérifier sur la page d’Orange avant le premier envoi.',
   '2026-06-22'),
  ('microsoft', 2, 100, 20, 5000,
   'Règle de Microsoft du 5 mai 2025 : SPF, DKIM et DMARC exigés au-delà de 5 000 par jour. Connexions et débit : notre estimation, prudente.',
   '2026-11-24'),
  ('google', 2, 100, 20, 5000,
   'Règles de Gmail pour les expéditeurs : plus strictes à partir de 5 000 par jour. Connexions et débit : notre estimation, prudente.',
   '2026-11-24'),
  ('ovh', 2, 100, 20, null, 'Aucun chiffre publié : notre estimation, prudente.', '2026-11-24'),
  ('free', 2, 100, 20, null, 'Aucun chiffre publié : notre estimation, prudente.', '2026-11-24'),
  ('sfr', 2, 100, 20, null, 'Aucun chiffre publié : notre estimation, prudente.', '2026-11-24'),
  ('laposte', 2, 100, 20, null, 'Aucun chiffre publié : notre estimation, prudente.', '2026-11-24'),
  ('default', 2, 100, 20, null, 'Notre estimation, prudente : 2 connexions et 20 messages par minute.', '2026-11-24')
) as known (lane, connections, messages, per_minute, per_day, source, checked_on);
