-- The file store: the bytes of stored_files, compressed with gzip, apart so that listing files never reads them.
create table stored_file_bytes (
  file_id  uuid primary key constraint stored_bytes_file_exists references stored_files on delete cascade,
  bytes    bytea not null
);

-- A file (without the columns that Beffroi must never keep: birth dates, occupations), or the address of one, and what
-- becomes of it: first a dry run, then, on a person's word, the real one.
create table imports (
  id                   uuid primary key,
  file_id              uuid constraint import_file_exists references stored_files,
  format               text constraint import_format_is_known
                       check (format in ('dpnt', 'dila', 'rne-mayors', 'contours', 'columns')),
  file_name            text not null,
  source_label         text not null,     -- the source kept with each datum
  source_url           text,
  source_date          date not null,
  state                text not null constraint import_state_is_known
                       check (state in ('uploaded', 'checked', 'running', 'done', 'failed', 'stopped')),
  preview              jsonb,             -- titles and first rows, for a person to say what each column holds
  mapping              jsonb,             -- role → title, once said
  accepted_successors  text[] not null default '{}',
  is_short_accepted    boolean not null default false,
  counts               jsonb not null default '{}',   -- what the dry run found
  applied              jsonb not null default '{}',   -- what the real run did, so far
  batches_done         integer not null default 0,    -- a run that was cut resumes after them
  problem              text,
  created_by           text not null,
  created_at           timestamptz not null,
  finished_at          timestamptz,
  constraint import_failure_is_explained check (state <> 'failed' or problem is not null)
);
create index imports_by_date on imports (created_at desc);

-- The report of the dry run, line by line.
create table import_findings (
  import_id   uuid not null constraint finding_import_exists references imports on delete cascade,
  position    integer not null,
  row_number  integer not null,
  insee       text,
  outcome     text not null constraint finding_outcome_is_known
              check (outcome in ('add', 'change', 'close', 'unchanged', 'refused', 'set-aside')),
  reason      text,
  field       text not null,
  before      text,
  after       text,
  primary key (import_id, position)
);
create index import_findings_by_row on import_findings (import_id, row_number, position);
create index import_findings_by_outcome on import_findings (import_id, outcome, reason, row_number, position);
