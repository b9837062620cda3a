-- The progress of long work that goes on when its page is left: an import, the letters of a wave.
create table works (
  id uuid primary key,
  kind text not null,
  subject_id text,
  title text not null,
  done integer not null default 0 constraint works_done_is_positive check (done >= 0),
  total integer constraint works_total_is_positive check (total >= 0),
  state text not null default 'queued'
    constraint works_state_is_known check (state in ('queued', 'running', 'done', 'stopped', 'failed')),
  problem text,
  result jsonb,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  stop_requested_at timestamptz,
  finished_at timestamptz,
  constraint works_failure_is_explained check (state <> 'failed' or problem is not null)
);

create index works_by_subject on works (kind, subject_id, created_at desc);
