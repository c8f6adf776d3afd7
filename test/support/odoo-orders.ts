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
