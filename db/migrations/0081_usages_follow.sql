-- How a declaration was confirmed, refused or taken back, and what town halls were written about it.

alter table usages
  -- The official address answered the link, or a person wrote down the evidence that they hold.
  add column confirmed_by text check (confirmed_by in ('official-address', 'by-hand')),
  add column evidence text,
  -- « Ce n’est pas nous »: remembered, so that nobody is asked again.
  add column refused_at timestamptz,
  add column withdrawn_by text,
  add column withdrawn_why text,
  add column asked_at timestamptz,
  -- The commune that declared, once it has merged into the one of the row.
  add column former_insee text references communes,
  add constraint usages_refused_was_never_confirmed check (refused_at is null or confirmed_at is null),
  add constraint usages_by_hand_has_its_evidence check (confirmed_by is distinct from 'by-hand' or evidence <> '');

create unique index usages_one_waiting on usages (insee, software_id)
  where withdrawn_at is null and confirmed_at is null and refused_at is null;
create index usages_newest on usages (declared_at desc, id);
create index software_merged on software (merged_into) where merged_into is not null;

-- What was written to a town hall about its usages: at most one mail of a kind a day, claimed before it leaves so that none
-- leaves twice. Its id and a keyed tag make the link; the tag is computed, never kept.
create table usage_mails (
  id uuid primary key,
  insee text not null references communes,
  kind text not null check (kind in ('confirmation', 'renewal', 'call')),
  on_day date not null,
  claimed_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'refused', 'uncertain')),
  answered_at timestamptz,
  unique (insee, kind, on_day)
);

-- Who declared how often on a day, by a keyed hash that is thrown away the next days: nobody can flood town halls.
create table usage_declarers (
  on_day date not null,
  who text not null,
  times integer not null,
  primary key (on_day, who)
);
