-- What happened with a commune, written by every module in the transaction of the fact. Append-only.
create table journal_entries (
  id uuid primary key,
  insee text not null references communes,
  at timestamptz not null,
  kind text not null,
  sentence text not null,
  path text,
  actor text,
  organisation_id uuid,
  -- What the fact means for where the commune stands; null when it changes nothing. The stage can be folded again from it.
  reaches text check (reaches in ('written', 'in-contact', 'accompanied', 'autonomous', 'declined', 'left')),
  -- A fact told twice (a job run again) is written once.
  fact_key text unique
);
create index journal_entries_of_commune on journal_entries (insee, at desc, id desc);
create index journal_entries_by_date on journal_entries (at desc, id desc);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end $$;
create trigger journal_entries_append_only before update or delete on journal_entries
  for each row execute function journal_is_append_only();

-- Where a commune stands: the journal's facts folded, kept by the journal in the same transaction.
create table commune_stages (
  insee text primary key references communes,
  stage text not null check (stage in ('written', 'in-contact', 'accompanied', 'autonomous', 'declined')),
  since timestamptz not null,
  entry_id uuid not null references journal_entries
);
create index commune_stages_by_stage on commune_stages (stage);
