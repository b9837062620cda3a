-- A wave may be written to the companies of the census: same ledger, same arrows, same opposition (decision 0023).
alter table waves
  add column audience_kind text not null default 'town-halls' check (audience_kind in ('town-halls', 'companies')),
  -- An invitation is an e-mail, of one wave: it is neither printed, nor reminded, nor drawn by strata of communes.
  add constraint waves_to_companies_are_emails
    check (audience_kind = 'town-halls' or (channel = 'email' and reminder_of is null and draw_seed is null));

-- One addressee, a town hall or a company. The company's name is that of the day of the launch: the ledger forgets nothing.
alter table deliveries
  alter column insee drop not null,
  add column company_id uuid references companies,
  add column company_name text,
  add constraint deliveries_one_addressee check (num_nonnulls(insee, company_id) = 1),
  add constraint deliveries_company_is_named check ((company_id is null) = (company_name is null)),
  add constraint deliveries_companies_have_no_letter check (company_id is null or channel in ('email', 'none')),
  add constraint deliveries_once_for_company unique (wave_id, company_id, channel);
create index deliveries_of_company on deliveries (company_id) where company_id is not null;

-- The ledger's addressees are of the kind that its wave says.
create function deliveries_follow_their_wave() returns trigger language plpgsql as $$
begin
  if (new.company_id is not null) <> ((select audience_kind from waves where id = new.wave_id) = 'companies') then
    raise exception 'a wave writes to town halls or to companies, never to both'
      using constraint = 'deliveries_follow_their_wave';
  end if;
  return new;
end $$;
create trigger deliveries_follow_their_wave before insert on deliveries
  for each row execute function deliveries_follow_their_wave();

-- A company's refusal to be written to, beside a town hall's; it is never deleted either.
alter table opposition_organisations
  alter column insee drop not null,
  add column company_id uuid references companies,
  add column company_name text,
  add constraint opposition_organisations_one_holder check (num_nonnulls(insee, company_id) = 1),
  add constraint opposition_organisations_company_is_named check ((company_id is null) = (company_name is null));
create unique index opposition_organisations_active_company
  on opposition_organisations (company_id, channel, topic) where lifted_at is null and company_id is not null;

-- What a person takes out of a wave before its launch, and for whom a copy was asked.
alter table wave_hand_exclusions drop constraint wave_hand_exclusions_pkey;
alter table wave_hand_exclusions
  alter column insee drop not null,
  add column company_id uuid references companies,
  add column company_name text,
  add constraint wave_hand_exclusions_one_addressee check (num_nonnulls(insee, company_id) = 1),
  add constraint wave_hand_exclusions_company_is_named check ((company_id is null) = (company_name is null)),
  add constraint wave_hand_exclusions_once unique nulls not distinct (wave_id, insee, company_id);
alter table test_copies
  alter column insee drop not null,
  add column company_id uuid references companies,
  add column company_name text,
  add constraint test_copies_one_addressee check (num_nonnulls(insee, company_id) = 1),
  add constraint test_copies_company_is_named check ((company_id is null) = (company_name is null));

-- Why companies are written to is a purpose of its own in the register (GDPR art. 30).
alter table register_versions drop constraint register_versions_purpose_check,
  add constraint register_versions_purpose_check
    check (purpose in ('outreach', 'contacts', 'accompaniment', 'trainings', 'oppositions', 'census'));
alter table waves drop constraint waves_purpose_check,
  add constraint waves_purpose_check
    check (purpose in ('outreach', 'contacts', 'accompaniment', 'trainings', 'oppositions', 'census'));
