-- Assets in whose FQDN, label or purpose each word of the text stands, whatever its capitals.
-- Executed by: sync-odoo-agent, odoo-bridge, user, service
-- Raises: nothing
create or replace function catalog.find_assets(search text) returns setof catalog.assets
language sql stable set search_path = '' as $$
  select a.* from catalog.assets a
  where not exists (
    select from regexp_split_to_table(lower(find_assets.search), '\s+') w
    where position(w in lower(concat_ws(' ', a.fqdn, a.metadata ->> 'label', a.metadata ->> 'description'))) = 0)
$$;
