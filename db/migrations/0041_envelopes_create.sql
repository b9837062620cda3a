-- A window envelope measured with a ruler, in millimetres. Never changed: a new measure is a new row, and letters already
-- composed keep theirs.
create table envelopes (
  id uuid primary key,
  name text not null check (name <> ''),
  width double precision not null,
  height double precision not null,
  window_width double precision not null,
  window_height double precision not null,
  -- From the window to the right and to the bottom edge of the envelope: what makers quote, and the shorter ones to measure.
  from_right double precision not null,
  from_bottom double precision not null,
  -- The height of the sheet once folded: 99 in three, 148.5 in two, 297 flat.
  folded_height double precision not null,
  measured_by text not null check (measured_by <> ''),
  measured_on date not null,
  created_at timestamptz not null,
  -- No longer offered; the waves that chose it keep it.
  retired_at timestamptz,
  retired_by text,
  constraint envelopes_are_on_paper check (width > 0 and height > 0 and window_width > 0 and window_height > 0),
  constraint envelopes_window_is_inside check (
    from_right >= 0 and from_bottom >= 0 and from_right + window_width <= width and from_bottom + window_height <= height),
  constraint envelopes_sheet_goes_in check (width >= 210 and height >= folded_height),
  check ((retired_at is null) = (retired_by is null))
);

-- The common French envelopes, from makers' figures: each office measures its own.
insert into envelopes (id, name, width, height, window_width, window_height, from_right, from_bottom, folded_height,
  measured_by, measured_on, created_at)
values
  ('00000000-0000-7000-8000-000000000001', 'DL, fenêtre 100 × 45', 220, 110, 100, 45, 20, 20, 99,
    'Cotes de fabricants', '2026-11-01', '2026-11-01'),
  ('00000000-0000-7000-8000-000000000002', 'DL, fenêtre 100 × 35', 220, 110, 100, 35, 20, 20, 99,
    'Cotes de fabricants', '2026-11-01', '2026-11-01'),
  ('00000000-0000-7000-8000-000000000003', 'C5/6, fenêtre 100 × 45', 229, 114, 100, 45, 20, 20, 99,
    'Cotes de fabricants', '2026-11-01', '2026-11-01'),
  ('00000000-0000-7000-8000-000000000004', 'C5/6, fenêtre 100 × 35', 229, 114, 100, 35, 20, 20, 99,
    'Cotes de fabricants', '2026-11-01', '2026-11-01');

alter table waves add column envelope_id uuid not null references envelopes
  default '00000000-0000-7000-8000-000000000001';
