-- The SILL-shaped routes name software by whole numbers. One that the SILL knows keeps its number; the others are given one
-- far from the SILL's, once and for all.
create table harvest_numbers (
  software_id uuid primary key references software,
  number integer not null unique generated always as identity (start with 1000000)
);
