-- How far each mailbox was read, and how it went last. Never a password: the name is the account, the server and the folder.
create table mailbox_readings (
  mailbox text primary key,
  -- The server numbers its messages; when it renumbers them all it changes this (RFC 3501 §2.3.1.1).
  uid_validity text,
  last_uid bigint not null default 0,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  -- A French sentence: what failed and who can mend it.
  last_failure text,
  failures int not null default 0,
  next_try_at timestamptz
);

-- What came back to the mailbox: each message once, whole, with what it was taken for and why.
create table received_mails (
  id uuid primary key,
  -- The same message read again, restarted or renumbered, is known by its bytes.
  sha256 text not null unique,
  origin text not null check (origin in ('imap', 'deposit', 'outbox')),
  size_bytes bigint not null,
  received_at timestamptz not null,
  read_at timestamptz not null,
  from_address text not null,
  from_name text not null,
  subject text not null,
  message_id text not null,
  text_body text not null,
  -- What the person wrote, without the message quoted.
  reply_body text not null,
  has_html boolean not null,
  attachments jsonb not null default '[]',
  -- What the rules took it for, kept for ever; what it is filed as today, and who said so.
  found_kind text not null,
  kind text not null check (kind in ('complaint', 'bounce', 'notice', 'receipt', 'unsubscribe', 'automatic', 'old-bounce',
    'undeciphered', 'human')),
  reclassified_by text,
  reclassified_at timestamptz,
  evidence jsonb not null,
  unreadable jsonb not null default '[]',
  absence jsonb,
  stop_words text,
  -- What it was tied to, how surely, on what evidence, and the communes to propose to a person.
  insee text references communes,
  delivery_id uuid references deliveries,
  tie text not null check (tie in ('certain', 'probable', 'suggestion', 'none', 'hand')),
  tie_evidence jsonb not null default '[]',
  candidates jsonb not null default '[]',
  contact_id uuid references contacts,
  state text not null check (state in ('waiting', 'filed')),
  settled_by text,
  settled_at timestamptz,
  opposed_at timestamptz,
  check ((reclassified_by is null) = (reclassified_at is null)),
  check ((settled_by is null) = (settled_at is null))
);
create index received_mails_by_date on received_mails (received_at desc, id desc);
create index received_mails_by_state on received_mails (state, kind, received_at desc);
create index received_mails_of_commune on received_mails (insee, received_at desc) where insee is not null;
create index received_mails_of_contact on received_mails (contact_id) where contact_id is not null;

-- The bytes of each, as they came, a megabyte a piece (gzip): thirty megabytes are never held at once.
create table received_mail_pieces (
  mail_id uuid not null references received_mails,
  number int not null,
  bytes bytea not null,
  primary key (mail_id, number)
);

-- What reports say of each recipient: the refusals of an address are counted from here.
create table received_reports (
  mail_id uuid not null references received_mails,
  number int not null,
  recipient text not null,
  action text not null check (action in ('failed', 'delayed', 'delivered', 'relayed', 'expanded')),
  status text not null,
  diagnostic text not null,
  on_recipient text not null check (on_recipient in ('dead', 'soft', 'soft-by-wave', 'none')),
  on_us text not null check (on_us in ('none', 'lighten', 'check-names', 'alert', 'slow', 'review')),
  delivery_id uuid references deliveries,
  wave_id uuid references waves,
  at timestamptz not null,
  primary key (mail_id, number)
);
create index received_reports_of_address on received_reports (recipient, at);
create index received_reports_on_us on received_reports (on_us, at) where on_us <> 'none';

-- A contact that came by mail: the whole message is one click away.
alter table contacts add column mail_id uuid;
