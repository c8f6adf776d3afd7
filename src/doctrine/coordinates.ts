/** What a coordinate such as `Mutation.enqueueRun`, `ops.runs` or `Page.title` names; or the nearest one that names something. */

import { badInput } from '../errors.ts';
import { findNearest } from '../nearest.ts';
import type { Catalog, StoredType } from '../plan/catalog.ts';
import { ownerOf } from './owner.ts';
import type { Requirement, Requirements, Source } from './requirements.ts';
import type { Doctrine } from './shape.ts';

/** What a coordinate names. */
export type Named =
  /** A root field. */
  | { readonly kind: 'root'; readonly requirement: Requirement }
  /** A model or table; of a stored field its column, and what has to be read to enter it. */
  | {
      readonly kind: 'source';
      readonly source: Source;
      readonly column: string | null;
      readonly entered: readonly Source[];
    }
  /** An SQL function. */
  | { readonly kind: 'function'; readonly name: string };

/** What coordinates are looked up in. */
export interface Known {
  readonly doctrine: Doctrine;
  readonly catalog: Catalog;
  readonly requirements: Requirements;
}

/** Longer than any coordinate: for such a text no near one is looked for. */
const MAX_LENGTH = 120;

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** @throws GatewayError `BAD_USER_INPUT` for a coordinate that names nothing, with the nearest one that does. */
export function readCoordinate(known: Known, coordinate: string): Named {
  const named = find(known, coordinate);
  if (named) return named;
  const nearest = coordinate.length > MAX_LENGTH ? undefined : findNear(known, coordinate);
  const hint = nearest === undefined ? '' : `: did you mean ${nearest}?`;
  throw badInput('coordinate', `names no root field, type, field, model, table or function${hint}`);
}

function find({ doctrine, catalog, requirements }: Known, coordinate: string): Named | null {
  const [first = '', second, ...rest] = coordinate.split('.');
  if (ROOTS.includes(first)) {
    const requirement = requirements.get(coordinate);
    return requirement ? { kind: 'root', requirement } : null;
  }
  const surface = ownerOf(doctrine, coordinate);
  if (surface) return { kind: 'source', source: { surface, source: coordinate }, column: null, entered: [] };
  if (doctrine.functions.has(coordinate)) return { kind: 'function', name: coordinate };
  const type = catalog.get(first);
  if (!type || rest.length > 0) return null;
  if (second === undefined) return { kind: 'source', source: type, column: null, entered: [] };
  return findField(catalog, type, second);
}

function findField(catalog: Catalog, type: StoredType, name: string): Named | null {
  const field = type.fields.get(name);
  // A signed URL, the name of a record of Odoo, and the time of a link's read, come with the row.
  if (!field)
    return type.asOf.has(name) || type.signed.has(name) || type.odooRecords.has(name)
      ? { kind: 'source', source: type, column: null, entered: [] }
      : null;
  const target = 'target' in field ? catalog.get(field.target) : undefined;
  const column = field.kind === 'many' ? null : field.column;
  return { kind: 'source', source: type, column, entered: target ? [target] : [] };
}

/** Among the fields of the type that it names, or where it names none, among types, models, tables and functions. */
function findNear(known: Known, coordinate: string): string | undefined {
  const { doctrine, catalog, requirements } = known;
  const [first = ''] = coordinate.split('.');
  const types = [...ROOTS, ...catalog.keys()];
  const type = types.find((name) => name.toLowerCase() === first.toLowerCase());
  const fields = ROOTS.includes(type ?? '')
    ? [...requirements.keys()].filter((name) => name.startsWith(`${type}.`))
    : [...(catalog.get(type ?? '')?.fields.keys() ?? [])].map((name) => `${type}.${name}`);
  const { odoo, ops, work } = doctrine.surfaces;
  const others = [...catalog.keys(), ...odoo.owns, ...ops.owns, ...work.owns, ...doctrine.functions.keys()];
  return findNearest(coordinate, type === undefined ? others : fields);
}
