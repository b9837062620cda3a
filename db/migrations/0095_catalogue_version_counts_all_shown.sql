-- The answer pages are kept as drawn while this number stays: it changes with all that they show.
create trigger products_changed after insert or update or delete on products
  for each statement execute function catalogue_changed();
create trigger product_needs_changed after insert or update or delete on product_needs
  for each statement execute function catalogue_changed();
create trigger locks_changed after insert or update or delete on locks
  for each statement execute function catalogue_changed();
create trigger lock_surveys_changed after insert or update or delete on lock_surveys
  for each statement execute function catalogue_changed();
create trigger companies_changed after insert or update or delete on companies
  for each statement execute function catalogue_changed();
create trigger company_names_changed after insert or update or delete on company_names
  for each statement execute function catalogue_changed();
create trigger company_services_changed after insert or update or delete on company_services
  for each statement execute function catalogue_changed();
create trigger company_references_changed after insert or update or delete on company_references
  for each statement execute function catalogue_changed();
create trigger operated_offers_changed after insert or update or delete on operated_offers
  for each statement execute function catalogue_changed();
create trigger quote_requests_changed after insert or update or delete on quote_requests
  for each statement execute function catalogue_changed();
create trigger quote_invitations_changed after insert or update or delete on quote_invitations
  for each statement execute function catalogue_changed();
create trigger software_records_changed after insert or update or delete on software_records
  for each statement execute function catalogue_changed();
