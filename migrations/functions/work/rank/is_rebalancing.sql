-- Whether work.rank_… functions are writing keys anew, by the setting that they hold meanwhile: nobody moved anything.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_rebalancing() returns boolean
language sql stable set search_path = '' as $$
  select coalesce(current_setting('work.rebalancing', true), '') = 'on'
$$;
