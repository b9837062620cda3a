-- What a letter costs, as dated rows with their source: a price is never in the code, and never rewritten.
create table postage_prices (
  id uuid primary key,
  kind text not null check (kind in ('stamp', 'sheet', 'envelope')),
  -- « Lettre verte », « Papier et impression », « Enveloppe à fenêtre ».
  product text not null check (product <> ''),
  -- For a stamp, the heaviest letter it carries, in grams.
  up_to_grams int,
  cents int not null check (cents >= 0),
  valid_from date not null,
  source text not null check (source <> ''),
  -- Known to be old or guessed: shown as such until a newer row replaces it.
  is_doubtful boolean not null default false,
  recorded_by text not null,
  recorded_at timestamptz not null,
  constraint postage_prices_stamp_has_weight check ((kind = 'stamp') = (up_to_grams is not null)),
  constraint postage_prices_one_a_day unique nulls not distinct (kind, product, up_to_grams, valid_from)
);

create function postage_prices_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a price is never rewritten: record a newer one';
end $$;
create trigger postage_prices_are_kept before update or delete on postage_prices
  for each row execute function postage_prices_are_kept();

-- What the project knows: to be replaced by each office's own figures.
insert into postage_prices (id, kind, product, up_to_grams, cents, valid_from, source, is_doubtful, recorded_by, recorded_at)
values
  ('00000000-0000-7000-8000-000000000011', 'stamp', 'Lettre verte', 20, 116, '2023-01-01',
    'La Poste, tarif de 2023', true, 'Beffroi', '2026-11-01'),
  ('00000000-0000-7000-8000-000000000012', 'sheet', 'Papier et impression', null, 3, '2023-01-01',
    'Ordre de grandeur, sans facture', true, 'Beffroi', '2026-11-01'),
  ('00000000-0000-7000-8000-000000000013', 'envelope', 'Enveloppe à fenêtre', null, 6, '2023-01-01',
    'Ordre de grandeur, sans facture', true, 'Beffroi', '2026-11-01');

alter table waves
  add column postage_product text not null default 'Lettre verte' check (postage_product <> ''),
  -- What the letters of the wave may cost in all; nothing when nobody set a limit.
  add column letter_budget_cents int check (letter_budget_cents >= 0);
