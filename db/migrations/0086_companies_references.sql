-- A reference is asked of its town hall by the mail of the day that usages ask by: one mail a day, whatever it is about.
alter table usage_mails drop constraint usage_mails_kind_check,
  add constraint usage_mails_kind_check check (kind in ('confirmation', 'renewal', 'call', 'reference'));

alter table company_references
  add column asked_at timestamptz,
  add column times_asked integer not null default 0,
  add column declared_by text,
  add constraint company_references_refused_says_why check (state <> 'refused' or why_refused is not null);

-- The same work is named once: a refusal is not washed away by naming it again.
create unique index company_references_once on company_references
  (company_id, insee, coalesce(need, ''), coalesce(software_id, '00000000-0000-0000-0000-000000000000'), kind)
  where withdrawn_at is null;
create index company_references_waiting on company_references (insee) where state = 'declared' and withdrawn_at is null;
