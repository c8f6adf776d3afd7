/** A variable that may be null, where an argument must not be: allowed by validation, and refused as the input that it is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

it.each([
  [
    'a mutation',
    'mutation ($given: Boolean = true) { archivePage(input: { pageId: "x" }, dryRun: $given) { userErrors { code } } }',
  ],
  [
    'an order',
    'query ($given: OrderDirection = ASC) { spaces(first: 1, orderBy: [{ field: NAME, direction: $given }]) { nodes { id } } }',
  ],
])('%s says what is wrong with it', async (_, query) => {
  const { errors } = await gateway.execute(query, { as: 'service', variables: { given: null } });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([expect.objectContaining({ code: 'BAD_USER_INPUT' })]);
});
