/** What the catalog registers, and what each thing is called in it. */

/** What an asset is: `AssetType` of the schema. */
export type AssetType = 'ODOO_MODEL' | 'ODOO_FIELD' | 'TABLE' | 'COLUMN' | 'GRAPHQL_TYPE' | 'OPERATION' | 'AGENT';

/** Something that there is. */
export interface Asset {
  /** `system.db.name`, of a part of it with `#part` behind. */
  readonly fqdn: string;
  readonly type: AssetType;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** That `to` comes from `from`. */
export interface Lineage {
  readonly from: string;
  readonly to: string;
  readonly via: string;
}

/** A part of the catalog. */
export interface Registered {
  readonly assets: readonly Asset[];
  readonly lineage: readonly Lineage[];
}

/** The FQDN of a model or table, by its name in the doctrine. */
export type FqdnOf = (source: string) => string;

/** E.g. `odoo.odoo_core.account.move`: `odoo_core` whatever the database is called, so that stages have the same names. */
export function modelFqdn(model: string): string {
  return `odoo.odoo_core.${model}`;
}

/** @param table Qualified, e.g. `ops.runs`. */
export function tableFqdn(table: string): string {
  return `supabase.${table}`;
}

/** @param name E.g. `Partner`. */
export function typeFqdn(name: string): string {
  return `tripoint.graphql.${name}`;
}

/** @param consumer The folder that it stands in. */
export function operationFqdn(consumer: string, name: string): string {
  return `tripoint.operations.${consumer}.${name}`;
}

/** @param name In the doctrine. */
export function agentFqdn(name: string): string {
  return `tripoint.agents.${name}`;
}

/** A field of a model, or a column of a table. */
export function partFqdn(whole: string, part: string): string {
  return `${whole}#${part}`;
}
