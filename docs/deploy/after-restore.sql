-- docs/scaling.md explains how to use this: after a restore from a dump, and before the bot starts with it.
--   psql --variable=dumped_at=20261126T033000Z --file=docs/deploy/after-restore.sql "$DATABASE_URL"
-- From then on the database knows that it is a copy, as those do that the bot makes of a SQLite file: what was done after
-- the dump is looked for before it is done again.
\set ON_ERROR_STOP on
begin;
update team
  set copied_at = extract(epoch from timestamptz :'dumped_at') * 1000, restored_at = null;
update delivery
  set locked_by = null, locked_until = null, attempts = greatest(attempts, 1),
      first_attempt_at = coalesce(first_attempt_at, extract(epoch from timestamptz :'dumped_at') * 1000)
  where state = 'ready';
commit;
