/** Compares the whole SDL with a live Odoo. */
import { type DocumentNode, type GraphQLSchema, Kind, type ObjectTypeDefinitionNode } from 'graphql';
import { GatewayError } from '../../errors.ts';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import { readDirective } from '../../sdl/directives.ts';
import type { OdooCall } from '../call.ts';
import { withHaving } from '../domain.ts';
import { type Drift, findDrift } from './drift.ts';
import { type OdooFields, readOdooFields } from './fields.ts';
import { readLocations } from './locations.ts';
import { hasOrder } from './order.ts';

/** One difference and where the SDL says it, e.g. `schema/odoo/partner.graphql:12`. */
export interface PlacedDrift extends Drift {
  readonly at: string;
}

/** What was compared, and what came of it. */
export interface CheckReport {
  readonly models: number;
  readonly fields: number;
  readonly drift: readonly PlacedDrift[];
  /** Notes that are worth knowing and are no drift. */
  readonly notes: readonly string[];
}

/** The SDL as files have it, and what was made of it. */
export interface Checked {
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
}

/** @throws GatewayError where Odoo cannot be asked. */
export async function checkAgainstOdoo(call: OdooCall, { document, schema, catalog }: Checked): Promise<CheckReport> {
  const locate = readLocations(document);
  const types = [...catalog.values()].filter(({ surface }) => surface === 'odoo');
  const fields = new Map<string, OdooFields | null>();
  for (const { source } of types) {
    if (!fields.has(source)) fields.set(source, await readOdooFields(call, source));
  }
  const drift: Drift[] = [];
  const notes: string[] = [];
  for (const type of types) {
    const actual = fields.get(type.source);
    const { order, optional } = storageOf(document, type);
    if (actual) {
      const closed = await findClosed(call, type, actual);
      const found = findDrift({ schema, catalog, fields, closed }, type, actual, order);
      drift.push(...found, ...(found.length > 0 ? [] : await orderDrift(call, type, order)));
    } else if (optional) {
      notes.push(`${type.name}: this Odoo does not have ${type.source}, which is optional`);
    } else drift.push({ coordinate: type.name, problem: `this Odoo does not have ${type.source}` });
  }
  return {
    models: [...fields.values()].filter((found) => found !== null).length,
    fields: types.reduce((sum, type) => sum + (fields.get(type.source) ? type.fields.size : 0), 0),
    drift: drift.map((found) => ({ at: locate(found.coordinate), ...found })),
    notes,
  };
}

/** Odoo lists neither what it lacks nor what the reader may not see: only reading tells the two apart. */
async function findClosed(call: OdooCall, type: StoredType, actual: OdooFields): Promise<ReadonlySet<string>> {
  const closed = new Set<string>();
  for (const { column } of type.fields.values()) {
    if (column === null || actual[column]) continue;
    await call(type.source, 'read', { ids: [], fields: [column] }).catch((error: unknown) => {
      const code = error instanceof GatewayError ? error.code : null;
      if (code === 'FORBIDDEN') closed.add(`${type.source} ${column}`);
      // It lacks the field.
      else if (code !== 'BAD_USER_INPUT') throw error;
    });
  }
  return closed;
}

async function orderDrift(call: OdooCall, type: StoredType, order: string): Promise<Drift[]> {
  if (await hasOrder(call, type.source, order, withHaving(type, []))) return [];
  return [{ coordinate: type.name, problem: `its default order "${order}" is not that of ${type.source} in Odoo` }];
}

function storageOf(document: DocumentNode, { name }: StoredType): { order: string; optional: boolean } {
  const node = document.definitions.find(
    (definition): definition is ObjectTypeDefinitionNode =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === name,
  );
  const directive = node?.directives?.find((candidate) => candidate.name.value === 'odoo');
  const optional = directive?.arguments?.find((argument) => argument.name.value === 'optional')?.value;
  return {
    order: readDirective(node, 'odoo')?.order ?? 'id',
    optional: optional?.kind === 'BooleanValue' && optional.value,
  };
}
