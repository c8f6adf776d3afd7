-- The asset of a uuid, or of an FQDN; none for any other text.
-- Executed by: sync-odoo-agent, odoo-bridge, user, service
-- Raises: nothing
create or replace function catalog.asset(key text) returns setof catalog.assets
language sql stable set search_path = '' as $$
  select a.* from catalog.assets a
  where a.id = case when asset.key ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then asset.key::uuid else md5(asset.key)::uuid end
$$;
