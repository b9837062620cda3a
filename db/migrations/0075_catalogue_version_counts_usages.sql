-- The list says how many communes use each software: what is kept of it changes with their declarations too.
create trigger usages_changed after insert or update or delete on usages
  for each statement execute function catalogue_changed();
create trigger needs_changed after insert or update or delete on needs
  for each statement execute function catalogue_changed();
