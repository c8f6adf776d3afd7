/**
 * The schemas of the database whose tables and functions are ours, each with the surface that it belongs to.
 *
 * The schema `odoo` holds what the ledger knows of the instances of Odoo and hears from them. It is no part of the surface
 * `odoo`, whose sources are models and live in Odoo. `odoo_seed` holds what Odoo is compared with, and `catalog` what there is.
 */

/** In the order in which grants and documents name them. */
export const SCHEMAS = ['ops', 'odoo', 'odoo_seed', 'catalog', 'work'] as const;

/** A schema of ours. */
export type Schema = (typeof SCHEMAS)[number];

/** A surface whose sources are tables. */
export type StoredSurface = 'ops' | 'work';

const SURFACE_OF: Readonly<Record<Schema, StoredSurface>> = {
  ops: 'ops',
  odoo: 'ops',
  odoo_seed: 'ops',
  catalog: 'ops',
  work: 'work',
};

/** Names them in a regular expression. */
export const SCHEMA_PATTERN = SCHEMAS.join('|');

/** Names them in SQL, as a list of texts. */
export const SCHEMA_LIST = SCHEMAS.map((schema) => `'${schema}'`).join(', ');

/** The surface of a table or function by its qualified name: that of `odoo.webhook_events` is `ops`. */
export function storedSurfaceOf(name: string): StoredSurface {
  const [schema = ''] = name.split('.');
  return SURFACE_OF[schema as Schema] ?? 'work';
}

/** The schemas of a surface. */
export function schemasOf(surface: StoredSurface): readonly Schema[] {
  return SCHEMAS.filter((schema) => SURFACE_OF[schema] === surface);
}
