-- Each commune's record asks what other catalogues say of it.
create index user_hints_of_commune on user_hints (insee) where gone_at is null;
