-- What was uploaded or composed: a list to import, the letters of a lot. The bytes lie in the file store, under the id.
create table stored_files (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size_bytes bigint not null constraint stored_files_size_is_positive check (size_bytes >= 0),
  sha256 text not null,
  created_at timestamptz not null default now()
);
