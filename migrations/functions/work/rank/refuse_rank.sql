-- A key that was not made as work.rank_between makes them has no key beside it: nothing could be put there any more.
-- Executed by: nobody
-- Raises: TP400
create or replace function work.refuse_rank() returns trigger
language plpgsql set search_path = '' as $$
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    perform work.refuse('TP400', format('The rank %s is none that work.rank_between makes: leave it out for the end of the list',
      to_json(left(new.rank, 100))), '{"argument": "rank"}');
  end if;
  return new;
end
$$;
