-- The catalog: what there is, in Odoo, in the database, in the schema of GraphQL and among agents, and what comes from what. A schema of
-- its own, whose tables belong to the surface `ops`.

create schema catalog;
comment on schema catalog is 'What there is and what comes from what, as it was registered; no data of it.';

create table catalog.assets (
  id uuid generated always as (md5(fqdn)::uuid) stored primary key,
  fqdn text not null unique check (length(fqdn) between 1 and 500),
  type text not null check (type in ('ODOO_MODEL', 'ODOO_FIELD', 'TABLE', 'COLUMN', 'GRAPHQL_TYPE', 'OPERATION', 'AGENT')),
  metadata jsonb not null default '{}',
  registered_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  removed_at timestamptz
);
comment on column catalog.assets.fqdn is 'system.db.model, e.g. odoo.odoo_core.account.move or supabase.ops.runs; of a field or column with #name behind.';
comment on column catalog.assets.registered_at is 'When it was first registered.';
comment on column catalog.assets.changed_at is 'When it was last registered as another than before.';
comment on column catalog.assets.removed_at is 'Since when it is not there any more; null while it is.';
create index assets_type on catalog.assets (type, fqdn);

create table catalog.lineage (
  id uuid generated always as (md5("from" || ' ' || "to" || ' ' || via)::uuid) stored primary key,
  "from" text not null,
  "to" text not null,
  via text not null check (length(via) between 1 and 200),
  from_id uuid generated always as (md5("from")::uuid) stored references catalog.assets (id),
  to_id uuid generated always as (md5("to")::uuid) stored references catalog.assets (id),
  from_fqdn text generated always as ("from") stored,
  to_fqdn text generated always as ("to") stored,
  registered_at timestamptz not null default now(),
  removed_at timestamptz
);
comment on table catalog.lineage is 'What comes from what: from one FQDN, by a way, to another. `from_fqdn` and `to_fqdn` are the same without quotes.';
create index lineage_from on catalog.lineage (from_id, via, id);
create index lineage_to on catalog.lineage (to_id, via, id);

alter table catalog.assets enable row level security;
alter table catalog.lineage enable row level security;
create policy all_read on catalog.assets for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
create policy all_read on catalog.lineage for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
