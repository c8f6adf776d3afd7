/** What newcomers guess, of other systems and servers: the answer says what there is in its place, to whom it tells the schema. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway({ introspection: 'on' });
});

afterAll(() => gateway[Symbol.asyncDispose]());

const told = async (query: string, of = gateway) =>
  (await of.execute(query, { as: 'service' })).errors?.map(({ message }) => message)[0];

describe('a name that is guessed', () => {
  it.each([
    ['{ customers { nodes { id } } }', 'Cannot query field "customers" on type "Query". Did you mean "partners"?'],
    [
      '{ invoices { nodes { id } } }',
      'Cannot query field "invoices" on type "Query". Did you mean "moves" (an invoice is a move whose moveType is OUT_INVOICE)?',
    ],
    [
      '{ orders { nodes { id } } }',
      'Cannot query field "orders" on type "Query". Did you mean "saleOrders" or "purchaseOrders"?',
    ],
    ['{ pages { items { id } } }', 'Cannot query field "items" on type "PageConnection". Did you mean "nodes"?'],
    [
      '{ moves { nodes { customer { id } } } }',
      'Cannot query field "customer" on type "Move". Did you mean "partner"?',
    ],
    [
      '{ partners(where: {}) { totalCount } }',
      'Unknown argument "where" on field "Query.partners". Did you mean "filter"?',
    ],
    [
      '{ partners(limit: 3) { totalCount } }',
      'Unknown argument "limit" on field "Query.partners". Did you mean "first" (as many as that; the next by after)?',
    ],
    [
      '{ partners(sort: NAME) { totalCount } }',
      'Unknown argument "sort" on field "Query.partners". Did you mean "orderBy"?',
    ],
  ])('%s', async (query, message) => {
    expect(await told(query)).toBe(message);
  });

  it('is told nothing of what is not there, and a slip is told what graphql-js says', async () => {
    expect(await told('{ viewer { customers } }')).toBe('Cannot query field "customers" on type "Viewer".');
    expect(await told('{ partnrs { totalCount } }')).toMatch(/Did you mean "partners"/);
    expect(await told('{ constructor }')).toMatch(/^Cannot query field "constructor" on type "Query"/);
  });

  it('is told nothing where the schema is shown to nobody', async () => {
    await using closed = await createTestGateway({ introspection: 'off' });
    expect(await told('{ customers { nodes { id } } }', closed)).toBe(
      'Cannot query field "customers" on type "Query".',
    );
  });
});
