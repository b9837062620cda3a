-- Why a person took a town hall out: a reason of their own, or that what is known of it is kept no longer (GDPR art. 5.1.e).
alter table wave_hand_exclusions
  add column cause text not null default 'excluded-by-hand' check (cause in ('excluded-by-hand', 'past-retention'));
