-- Says what another system calls a record of Odoo: one reference a record and model, one record a reference. Said again it
-- changes nothing. A reference has the name of its system first, e.g. crm:ACC-0042.
-- Executed by: operation
-- Raises: TP400, TP403, TP409
create or replace function ops.map_entity(instance text, model text, odoo_id bigint, external_ref text) returns odoo.entity_mappings
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  mapped odoo.entity_mappings;
begin
  perform ops.check_text('instance', map_entity.instance);
  perform ops.check_text('model', map_entity.model, 100);
  perform ops.check_text('externalRef', map_entity.external_ref);
  if map_entity.model !~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$' then
    perform ops.refuse('TP400', '"model" must be a technical name of Odoo, e.g. res.partner', '{"argument": "model"}');
  elsif map_entity.odoo_id is null or map_entity.odoo_id < 1 then
    perform ops.refuse('TP400', '"odooId" must be the id of a record: a whole number above 0', '{"argument": "odooId"}');
  elsif map_entity.external_ref !~ '^[A-Za-z][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$' then
    perform ops.refuse('TP400', '"externalRef" must name its system and its key there, e.g. crm:ACC-0042: letters, digits, _ and -, with . : or / between',
      '{"argument": "externalRef"}');
  end if;
  insert into odoo.entity_mappings (instance, model, odoo_id, external_ref, created_by)
  values (map_entity.instance, map_entity.model, map_entity.odoo_id, map_entity.external_ref, ops.caller())
  on conflict do nothing;
  select m.* into mapped from odoo.entity_mappings m
  where m.instance = map_entity.instance and m.model = map_entity.model
    and (m.odoo_id = map_entity.odoo_id or m.external_ref = map_entity.external_ref)
  order by m.odoo_id <> map_entity.odoo_id limit 1;
  if (mapped.odoo_id, mapped.external_ref) is distinct from (map_entity.odoo_id, map_entity.external_ref) then
    perform ops.refuse('TP409', format('%s %s is mapped to %s already', mapped.model, mapped.odoo_id, mapped.external_ref));
  end if;
  return mapped;
end
$$;
