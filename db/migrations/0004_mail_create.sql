-- The outbox: where e-mails go when no SMTP_URL is set, read in the application like a mailbox.
create table outbox_messages (
  id uuid primary key,
  -- A message handed over twice under the same Message-ID is kept once.
  message_id text not null unique,
  envelope_from text not null,
  envelope_to text not null,
  from_line text not null,
  subject text not null,
  text_body text not null,
  html_body text,
  headers jsonb not null default '{}',
  sent_at timestamptz not null,
  read_at timestamptz
);
create index outbox_messages_by_date on outbox_messages (sent_at desc, id desc);
