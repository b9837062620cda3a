-- The public ledger of showings: how often each was shown, by day, place and what was asked. Counts alone: never who looked,
-- nor from which commune. The fair share is what an equal part among those of the same mark would have given.
create table exposures (
  day date not null,
  provider text not null check (provider ~ '^(company|organisation):[0-9a-f-]{36}$'),
  place text not null check (place in ('need', 'software', 'list')),
  about text not null check (about <> ''),
  shown integer not null check (shown >= 0),
  shown_first integer not null,
  shown_leading integer not null,
  fair_first double precision not null,
  fair_leading double precision not null,
  primary key (day, provider, place, about),
  constraint exposures_add_up check (shown_first <= shown_leading and shown_leading <= shown)
);
create index exposures_of_about on exposures (about, day);
