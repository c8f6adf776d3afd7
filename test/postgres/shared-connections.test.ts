/** Connections to the database: one viewer's flood keeps nobody else waiting, and refuses nobody else. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';

/** As many root fields as an operation may have, each a statement. */
const aliases = Array.from({ length: 100 }, (_, nth) => `p${nth}: pages(first: ${(nth % 50) + 1}) { nodes { title } }`);
const FLOOD = `{ ${aliases.join(' ')} }`;
const CHEAP = '{ pages(first: 1) { nodes { title } } }';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
  for (const as of ['ana', 'ben']) await gateway.execute(CHEAP, { as });
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Sends so many floods of Ana's. */
function flood(count: number) {
  const seen = { answered: 0 };
  const answers = Promise.all(
    Array.from({ length: count }, async () => {
      const { errors = [] } = await gateway.execute(FLOOD, { as: 'ana' });
      seen.answered += 1;
      return errors.map(({ extensions }) => extensions);
    }),
  );
  return { seen, answers };
}

it('answers another viewer, and writes for it, before the flood of one is over', async () => {
  const { seen, answers } = flood(3);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const input = { name: 'Beside a flood', idempotencyKey: 'beside-a-flood' };
  const made = await gateway.execute(
    'mutation ($input: CreateSpaceInput!) { createSpace(input: $input) { space { name } userErrors { message } } }',
    { as: 'ben', variables: { input } },
  );
  expect(made.data).toEqual({ createSpace: { space: { name: 'Beside a flood' }, userErrors: [] } });
  const { errors } = await gateway.execute(CHEAP, { as: 'ben' });
  expect(errors).toBeUndefined();
  expect(seen.answered).toBeLessThan(3);
  expect((await answers).flat()).toEqual([]);
});

// A thousand statements take the embedded database too long.
it.runIf(isRealStack)('refuses what overfills the queue of one viewer, and nothing of another', async () => {
  const { answers } = flood(14);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { errors } = await gateway.execute(CHEAP, { as: 'ben' });
  expect(errors).toBeUndefined();
  const refused = (await answers).flat();
  expect(refused.length).toBeGreaterThan(0);
  const limit = { limit: 'statements that wait', most: 1_000, asked: 1_001 };
  for (const extensions of refused) expect(extensions).toEqual({ code: 'RATE_LIMITED', surface: 'work', ...limit });
});
