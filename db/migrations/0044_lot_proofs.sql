-- What proves that a lot was posted, kept as it was given: the scan of the deposit slip.
alter table lots add column posting_file_id uuid references stored_files;

-- Letters of a lot printed again before it was posted, the same pages: who, why, which. Append-only, like the ledger's events.
create table lot_reprints (
  id uuid primary key,
  lot_id uuid not null references lots,
  -- The pages of the lot's file that were printed again: whole letters.
  pages int[] not null check (cardinality(pages) > 0),
  letters int not null check (letters > 0),
  reason text not null check (reason <> ''),
  by_whom text not null,
  at timestamptz not null
);
create index lot_reprints_of_lot on lot_reprints (lot_id, at);

create function lot_reprints_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'a reprint is append-only';
end $$;
create trigger lot_reprints_are_append_only before update or delete on lot_reprints
  for each row execute function lot_reprints_are_append_only();
