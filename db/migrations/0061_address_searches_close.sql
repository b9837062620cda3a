-- How a search ended: the good address was found, nobody found it, or the address works after all.
alter table address_searches
  add column closed_as text check (closed_as in ('found', 'given-up', 'works')),
  add constraint address_searches_ending_is_said check ((closed_at is null) = (closed_as is null)) not valid;
-- An address that led nowhere is not written to again, unless somebody says that it works.
create index address_searches_dead on address_searches (insee, channel) where closed_as is distinct from 'works';
