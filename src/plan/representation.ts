/** What a router asks for of an entity: a JSON object of its type's name and its id. */
import { badInput, type GatewayError } from '../errors.ts';
import type { Catalog, StoredType } from './catalog.ts';
import { readStoredId } from './id.ts';

/** The argument that represents them. */
const ARGUMENT = 'representations';

/** A record that is asked for: its type, and its id as its system writes it. */
export interface Represented {
  readonly type: StoredType;
  readonly id: string;
}

/** Reads one of the argument `representations`. @throws GatewayError `BAD_USER_INPUT` naming what is wrong, and which one it is. */
export function readRepresentation(entities: Catalog, value: unknown, index: number): Represented {
  const at = `${ARGUMENT}.${index}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badInput(at, 'must be an object such as { "__typename": "Partner", "id": "7" }');
  const { __typename: name, id } = value as Readonly<Record<string, unknown>>;
  const type = typeof name === 'string' ? entities.get(name) : undefined;
  if (!type) throw unknownType(entities, name, `${at}.__typename`);
  if (typeof id !== 'string' && typeof id !== 'number') throw badInput(`${at}.id`, `must be the id of a ${type.name}`);
  return { type, id: String(readStoredId(type.surface, id, `${at}.id`)) };
}

/** The type that each representation names, well-formed or not. */
export function readRepresented(args: Readonly<Record<string, unknown>>): unknown[] {
  const given = args[ARGUMENT] as readonly ({ readonly __typename?: unknown } | null)[];
  return given.map((each) => each?.__typename);
}

function unknownType(entities: Catalog, name: unknown, argument: string): GatewayError {
  const known = `entities are ${[...entities.keys()].join(', ')}`;
  if (typeof name !== 'string') return badInput(argument, `must be the name of a type: ${known}`);
  return badInput(argument, `names no entity: ${known}`);
}
