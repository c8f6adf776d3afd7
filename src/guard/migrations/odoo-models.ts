/** Models of Odoo and the stored fields that the schema shows of each, to know a copy by. */
import type { Catalog } from '../../plan/catalog.ts';
import type { OdooModels } from './odoo-copies.ts';

/** @param owned Models that the doctrine gives to Odoo: also those that the schema does not show. */
export function readOdooModels(owned: readonly string[], catalog: Catalog): OdooModels {
  const models = new Map(owned.map((model) => [model, new Set<string>()]));
  for (const { surface, source, fields } of catalog.values()) {
    if (surface !== 'odoo' || source === null) continue;
    const known = models.get(source) ?? new Set<string>();
    for (const { column } of fields.values()) if (column) known.add(column);
    models.set(source, known);
  }
  return models;
}
