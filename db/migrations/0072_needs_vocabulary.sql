-- The shipped vocabulary of needs: in which order it is read, what it advises, and which edition is loaded.

alter table needs add column position integer not null default 0;
-- What a town hall may do where no free software is known, or besides it.
alter table needs add column advice text;
-- The order in which a product's needs are thought of: the first is what it is bought for.
alter table product_needs add column position integer not null default 0;

create table vocabulary_loads (
  one boolean primary key default true check (one),
  version text not null,
  loaded_at timestamptz not null
);

-- What an editor did to the vocabulary, oldest first; nothing here is rewritten, an undoing is an edit of its own.
create table need_edits (
  id uuid primary key,
  need text not null references needs,
  kind text not null check (kind in ('word-added', 'word-removed', 'fit-set', 'fit-removed', 'retired', 'restored')),
  -- The words, or the slug of the software.
  subject text,
  before jsonb,
  after jsonb,
  edited_by text not null,
  edited_at timestamptz not null,
  undone_at timestamptz,
  undone_by text
);
create index need_edits_of on need_edits (need, edited_at);
