-- A town hall may answer although our message came back to us: the answer counts, from whatever address it is sent.
create or replace function deliveries_follow_arrows() returns trigger language plpgsql as $$
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
    'uncertain>accepted', 'uncertain>rendered', 'refused_permanent>rendered', 'bounced>rendered', 'bounced>replied',
    'composed>printed', 'composed>planned', 'composed>excluded',
    'printed>enclosed', 'printed>excluded', 'enclosed>posted', 'enclosed>excluded',
    'posted>returned', 'posted>answered', 'returned>answered') then
    return new;
  end if;
  raise exception 'a delivery cannot go from % to %', old.state, new.state using constraint = 'deliveries_follow_arrows';
end $$;

-- « Trouver l’adresse »: a dead end on one channel is a task for a person, not a lost town hall.
create table address_searches (
  id uuid primary key,
  insee text not null references communes,
  channel text not null check (channel in ('email', 'letter')),
  -- The address that led nowhere, and the delivery that showed it.
  address text not null,
  delivery_id uuid references deliveries,
  reason text not null,
  opened_at timestamptz not null,
  opened_by text,
  closed_at timestamptz,
  closed_by text,
  -- What was found, or why the search was given up.
  outcome text,
  check ((closed_at is null) = (closed_by is null and outcome is null))
);
create unique index address_searches_open on address_searches (insee, channel, address) where closed_at is null;
create index address_searches_of_commune on address_searches (insee);
