-- Makes the rules about people exactly these: to whom each field is shown, as the doctrine has it.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.set_people_rules(rules jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  delete from ops.people_rules r where not set_people_rules.rules ? r.field;
  insert into ops.people_rules (field, shown_to)
  select given.key, array(select jsonb_array_elements_text(given.value)) from jsonb_each(set_people_rules.rules) given
  on conflict (field) do update set shown_to = excluded.shown_to;
end
$$;
