-- Makes the agents exactly these: name, kinds, otherKinds and ageing of each, as the doctrine has them.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.set_agents(agents jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  delete from ops.agents a where not exists (
    select from jsonb_array_elements(set_agents.agents) given where given ->> 'name' = a.name);
  insert into ops.agents (name, kinds, other_kinds, ageing_seconds)
  select given ->> 'name', array(select jsonb_array_elements_text(given -> 'kinds')), given ->> 'otherKinds',
    (given ->> 'ageing')::int
  from jsonb_array_elements(set_agents.agents) given
  on conflict (name) do update set
    kinds = excluded.kinds, other_kinds = excluded.other_kinds, ageing_seconds = excluded.ageing_seconds;
end
$$;
