-- Refuses everybody but the owner of the ledger's tables, also where somebody was granted the function by mistake. Each
-- archive goes through a row of ops.archives, then ops.verify_archive, then ops.retire, which computes everything again from
-- what it removes.
-- Executed by: nobody
-- Raises: TP403
create or replace function ops.check_owner() returns void language plpgsql stable set search_path = '' as $$
begin
  if not pg_has_role(session_user, (select relowner from pg_catalog.pg_class where oid = 'ops.runs'::regclass), 'member')
    or coalesce(current_setting('request.jwt.claims', true), '') <> '' then
    perform ops.refuse('TP403', 'Only the owner of the ledger lets rows leave it: use `tripoint retention`');
  end if;
end
$$;
