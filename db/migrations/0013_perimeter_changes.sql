-- What entered and left the perimeter, when and by whose hand: a change can be undone, and the past explained.
create table perimeter_changes (
  id uuid primary key,
  programme_id uuid not null references programmes,
  kind text not null check (kind in ('added', 'removed')),
  insees text[] not null check (cardinality(insees) > 0),
  at timestamptz not null,
  by_whom text not null,
  -- The change that this one takes back; a change is taken back once.
  undoes_id uuid unique references perimeter_changes
);
create index perimeter_changes_by_date on perimeter_changes (programme_id, at desc);
