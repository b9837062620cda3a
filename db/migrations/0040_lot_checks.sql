-- The check of every page of a lot by the boxes of its glyphs: when, how many pages, and the narrowest margins left.
alter table lots
  add column checked_at timestamptz,
  add column checked_pages int,
  -- {address, others}: millimetres between the address and the edge of what always shows, and between what may show and the rest.
  add column check_margins jsonb;

-- From now on nothing is composed unchecked; lots composed before keep their state.
alter table lots add constraint lots_composed_are_checked check (state <> 'composed' or checked_at is not null) not valid;
