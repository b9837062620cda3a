-- A probe of the one-click link bears a token, made of its identifier, and no reply code.
alter table opposition_probes alter column reply_code drop not null,
  add constraint opposition_probes_bear_what_they_try check ((means = 'reply-page') = (reply_code is not null));
