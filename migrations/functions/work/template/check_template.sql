-- Refuses a template whose content makes no page, of those who write rows themselves.
-- Executed by: nobody
-- Raises: TP400
create or replace function work.check_template() returns trigger
language plpgsql set search_path = '' as $$
declare
  problem text := work.template_problem(new.content);
begin
  if problem is not null and (row_security_active(tg_relid) or current_user = 'service_role') then
    perform work.refuse('TP400', 'The content of a template must have ' || problem, '{"argument": "content"}');
  end if;
  return null;
end
$$;
