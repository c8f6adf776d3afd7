-- Removes a relation: for editors of the space that it is said in, who see the other end too.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'removeRelation', jsonb_build_array(relation_id)
create or replace function work.remove_relation(relation_id uuid, idempotency_key text default null) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  relation work.relations;
begin
  select r.* into relation from work.relations r where r.id = relation_id;
  if relation.id is null then
    perform work.refuse('TP404', format('There is no relation %s', relation_id));
  end if;
  perform work.require_role(relation.space_id, 'editor');
  delete from work.relations r where r.id = relation_id;
  return relation_id;
end
$$;
