/** Random but valid values of the schema's inputs: filters, orders. */
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Gives a whole number from 0 to `max`; 0 when the choices of a shrunk case run out. */
export type Choose = (max: number) => number;

/** One of the items. */
export function pickOne<T>(choose: Choose, items: readonly T[]): T {
  return items[choose(items.length - 1)] as T;
}

const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  String: ['', 'a', 'Fin', 'run.', '%', '_', '\\', `it's "quoted"`, 'sync-odoo-agent', 'Ω', '{1,2}', 'null'],
  Int: [0, 1, 2, 3, -1, 2_147_483_647],
  Decimal: ['0', '1824', '920.5', '-1', '99999999999999999999.25'],
  ByteCount: [0, 1, 17, 52_428_800, 9_007_199_254_740_991],
  DateTime: ['2026-01-06T09:00:00Z', '2026-10-02T10:00:00.123456+08:00', '1999-12-31T23:59:59-05:30'],
  Boolean: [true, false],
};

/** A random filter of at most `depth` nested levels. */
export function randomFilter(choose: Choose, type: GraphQLInputObjectType, ids: readonly string[], depth = 3): unknown {
  const fields = Object.values(type.getFields());
  const count = choose(2);
  const entries = Array.from({ length: count }, () => {
    const field = pickOne(choose, fields);
    return [field.name, randomInput(choose, field.type, ids, depth)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function randomInput(choose: Choose, type: GraphQLInputType, ids: readonly string[], depth: number): unknown {
  if (isNonNullType(type)) return randomInput(choose, type.ofType, ids, depth);
  if (isListType(type)) {
    const items = Array.from({ length: choose(2) }, () => randomInput(choose, type.ofType, ids, depth));
    return items.includes(undefined) ? undefined : items;
  }
  const named = getNamedType(type);
  if (isInputObjectType(named)) return depth > 0 ? randomFilter(choose, named, ids, depth - 1) : undefined;
  if (isEnumType(named)) return pickOne(choose, named.getValues()).name;
  if (named.name === 'ID') return pickOne(choose, ids);
  return pickOne(choose, SAMPLES[named.name] ?? []);
}

/** A random `orderBy` of up to three keys. */
export function randomOrder(choose: Choose, type: GraphQLInputObjectType): { field: string; direction?: string }[] {
  const field = getNamedType(type.getFields().field?.type as GraphQLInputType);
  const names = isEnumType(field) ? field.getValues().map(({ name }) => name) : [];
  return Array.from({ length: choose(3) }, () => {
    const direction = pickOne(choose, ['ASC', 'DESC', undefined]);
    return { field: pickOne(choose, names), ...(direction && { direction }) };
  });
}
