/** Orders to walk by: each field alone, and some of several keys. */
import fc from 'fast-check';
import type { GraphQLEnumType, GraphQLSchema } from 'graphql';
import type { OrderKey } from './odoo-walk.ts';

/** Names of the fields that a list of the type can be ordered by. */
export function orderFields(schema: GraphQLSchema, type: string): string[] {
  return (schema.getType(`${type}OrderField`) as GraphQLEnumType).getValues().map(({ name }) => name);
}

/** As many orders of one to three keys; the same seed gives the same ones. */
export function randomOrders(fields: readonly string[], count: number, seed: number): OrderKey[][] {
  const key = fc.record({ field: fc.constantFrom(...fields), direction: fc.constantFrom('ASC', 'DESC') });
  return fc.sample(fc.array(key, { minLength: 1, maxLength: 3 }), { numRuns: count, seed });
}

/** One way through a list. */
export interface Way {
  readonly orderBy: readonly OrderKey[];
  readonly backward: boolean;
}

/** The first two meet the same order, from its two ends; so do the others. */
const TURNS = [
  { direction: 'ASC', backward: false },
  { direction: 'DESC', backward: true },
  { direction: 'DESC', backward: false },
  { direction: 'ASC', backward: true },
];

/** Each field in both directions, each from both ends; or only so many of these four ways a field, in turn. */
export function waysByField(fields: readonly string[], ways = TURNS.length, from = 0): Way[] {
  return fields.flatMap((field, index) =>
    Array.from({ length: ways }, (_, way) => {
      const turn = TURNS[(from + index * ways + way) % TURNS.length];
      return { orderBy: [{ field, direction: turn?.direction ?? 'ASC' }], backward: turn?.backward ?? false };
    }),
  );
}

/** Each order from both ends, or in turn from one of them. */
export function waysBoth(orders: readonly (readonly OrderKey[])[], isPart: boolean): Way[] {
  return orders.flatMap((orderBy, index) =>
    [false, true]
      .filter((backward) => !isPart || backward === (index % 2 === 1))
      .map((backward) => ({ orderBy, backward })),
  );
}
