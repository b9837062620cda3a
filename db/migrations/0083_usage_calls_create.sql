-- Calls asked of the referents of usages: their address is not published, and they are asked so many times a quarter at most.
-- What the asker wrote leaves in the mail and is not kept: here stay who was asked, when, and on whose behalf.
create table usage_calls (
  id uuid primary key,
  usage_id uuid not null references usages,
  insee text not null references communes,
  asker text not null check (asker <> '' and length(asker) <= 120),
  asked_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'refused', 'uncertain'))
);
create index usage_calls_of_commune on usage_calls (insee, asked_at);
create index usage_mails_of_commune on usage_mails (insee, claimed_at desc);
create index usages_of_age on usages ((coalesce(renewed_at, confirmed_at))) where withdrawn_at is null and confirmed_at is not null;
