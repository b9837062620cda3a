-- What the holder of an address opposes for: the mailbox, the number or the postal address, each kept as its keyed hash alone.
alter table opposition_addresses
  add column kind text not null default 'email' check (kind in ('email', 'phone', 'address')),
  add column lifting_requested_on date,
  add column lifting_file_id uuid references stored_files,
  add column lifting_contact_id uuid,
  add column reviewed_at timestamptz,
  add column reviewed_by text,
  -- Those lifted before this rule stay as they were.
  add constraint opposition_addresses_lifting_is_dated
    check (lifted_at is null or lifting_requested_on is not null) not valid,
  add constraint opposition_addresses_review_is_signed check ((reviewed_at is null) = (reviewed_by is null));

-- Lifted on a dated request only, attached: its words, the file it came in, or the exchange it was said in.
alter table opposition_organisations
  add column lifting_requested_on date,
  add column lifting_file_id uuid references stored_files,
  add column lifting_contact_id uuid,
  add column reviewed_at timestamptz,
  add column reviewed_by text,
  add constraint opposition_organisations_topic_is_known
    check (topic in ('all', 'e-administration', 'free-software')),
  add constraint opposition_organisations_lifting_is_dated
    check (lifted_at is null or lifting_requested_on is not null) not valid,
  add constraint opposition_organisations_review_is_signed check ((reviewed_at is null) = (reviewed_by is null));

-- What a wave is about: one domain of the programme, or the whole of it.
alter table waves
  add column topic text not null default 'all' check (topic in ('all', 'e-administration', 'free-software'));

-- A refusal is never deleted, nor changed: it is lifted once, with its evidence, or looked at again and kept.
create function oppositions_are_kept() returns trigger language plpgsql as $$
declare
  lifting constant text[] := array['lifted_at', 'lifted_by', 'lifting_evidence', 'lifting_requested_on',
    'lifting_file_id', 'lifting_contact_id'];
  review constant text[] := array['reviewed_at', 'reviewed_by'];
begin
  if tg_op = 'DELETE' then
    raise exception 'an opposition is never deleted';
  end if;
  if old.lifted_at is not null then
    raise exception 'an opposition lifted is history: a new refusal is a new row';
  end if;
  if to_jsonb(new) - lifting - review <> to_jsonb(old) - lifting - review then
    raise exception 'an opposition is lifted or looked at again, never rewritten';
  end if;
  return new;
end $$;
create trigger opposition_organisations_are_kept before update or delete on opposition_organisations
  for each row execute function oppositions_are_kept();
create trigger opposition_addresses_are_kept before update or delete on opposition_addresses
  for each row execute function oppositions_are_kept();
