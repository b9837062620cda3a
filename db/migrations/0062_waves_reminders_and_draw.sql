-- A reminder writes again to those whom a wave reached and who have not answered; once, unless a person says otherwise.
alter table waves
  add column reminder_of uuid references waves,
  add column reminds_again boolean not null default false;
create index waves_reminders on waves (reminder_of) where reminder_of is not null;

-- A large audience cut in weekly waves by a draw: the seed that anyone may draw again with, and the place of this wave.
alter table waves
  add column draw_seed text,
  add column draw_place int,
  add column draw_waves int,
  add constraint waves_draw_is_whole check (num_nulls(draw_seed, draw_place, draw_waves) in (0, 3));

-- Who the draw put in a wave, and in which stratum (size and intermunicipal body).
create table wave_members (
  wave_id uuid not null references waves,
  insee text not null references communes,
  stratum text not null,
  primary key (wave_id, insee)
);
