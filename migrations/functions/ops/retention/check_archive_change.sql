-- What is to be archived stays as it was begun; once its rows have left, nothing about it changes any more.
-- Executed by: nobody
-- Raises: 42501
create or replace function ops.check_archive_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.left_at is not null then
    raise exception 'An archive by which rows have left does not change' using errcode = '42501';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new.id, new.source, new.partition_name, new.name, new.uri, new.run_id, new.approval_id, new.created_at)
    is distinct from
    row(old.id, old.source, old.partition_name, old.name, old.uri, old.run_id, old.approval_id, old.created_at) then
    raise exception 'What an archive is for does not change: begin another' using errcode = '42501';
  end if;
  return new;
end
$$;
