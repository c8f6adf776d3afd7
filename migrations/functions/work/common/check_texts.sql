-- Refuses texts that are too long. Its arguments go in pairs: a column and its greatest length in characters. A text that
-- stays as it was is not asked.
-- Executed by: nobody
-- Raises: TP400
create or replace function work.check_texts() returns trigger
language plpgsql set search_path = '' as $$
declare
  given jsonb := to_jsonb(new);
  kept jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  value text;
begin
  if not (row_security_active(tg_relid) or current_user = 'service_role') then
    return new;
  end if;
  for i in 0 .. tg_nargs - 2 by 2 loop
    value := given ->> tg_argv[i];
    if value is distinct from kept ->> tg_argv[i] and not (value is null and tg_argv[i] = 'description') then
      -- A text of white space alone is as empty as none.
      perform work.check_text(tg_argv[i], case when value ~ '[^[:space:]]' then value end, tg_argv[i + 1]::int);
    end if;
  end loop;
  return new;
end
$$;
