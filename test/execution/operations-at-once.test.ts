/** Operations of one viewer that are under way: a flood waits for its own turns, over whatever door, and others are answered. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

const AT_ONCE = 64;
const MAX_WAITING = 1_000;
const QUERY = '{ pages(first: 1) { nodes { title } } }';

let base: TestGateway;

beforeAll(async () => {
  base = await createTestGateway();
});

afterAll(() => base[Symbol.asyncDispose]());

/** A gateway whose database answers when it is told to. */
async function openHeld(options: { readonly operationTimeoutMs?: number } = {}) {
  const held: (() => void)[] = [];
  const seen = { begun: 0 };
  const source = base.sources.postgres as PostgresSource;
  const postgres: PostgresSource = {
    ...source,
    render: (viewer, statement, bounds) => {
      // How a user stands is asked for once, before its operations take their places.
      if (viewer.kind === 'service') return source.render(viewer, statement, bounds);
      seen.begun += 1;
      return new Promise((resolve) => held.push(() => resolve(Buffer.from('{"nodes":[]}'))));
    },
  };
  const gateway = await createTestGateway({ beside: base, postgres, ...options });
  const answer = () => {
    for (const resolve of held.splice(0)) resolve();
  };
  const dispose = async () => {
    const answering = setInterval(answer, 5);
    await gateway[Symbol.asyncDispose]();
    clearInterval(answering);
  };
  return { gateway, seen, answer, [Symbol.asyncDispose]: dispose };
}

it('are so many, others wait for their turn, and what overfills the queue is refused with 429', async () => {
  // A busy machine takes its time for a thousand.
  await using world = await openHeld({ operationTimeoutMs: 300_000 });
  const { gateway, seen, answer } = world;
  const extra = 3;
  const flood = Array.from({ length: AT_ONCE + MAX_WAITING + extra }, () => gateway.execute(QUERY, { as: 'ana' }));
  const refused = (await Promise.all(flood.slice(-extra))).map(({ status, data, errors }) => ({
    status,
    data,
    errors,
  }));
  const limit = { limit: 'operations that wait', most: MAX_WAITING, asked: MAX_WAITING + 1 };
  expect(refused).toEqual(
    Array(extra).fill({
      status: 429,
      data: undefined,
      errors: [{ message: expect.any(String), extensions: { code: 'RATE_LIMITED', ...limit } }],
    }),
  );
  await vi.waitFor(() => expect(seen.begun).toBe(AT_ONCE), { timeout: 60_000 });
  const other = gateway.execute(QUERY, { as: 'ben' });
  await vi.waitFor(() => expect(seen.begun).toBe(AT_ONCE + 1), { timeout: 60_000 });
  answer();
  expect((await other).errors).toBeUndefined();
  await vi.waitFor(
    () => {
      answer();
      expect(seen.begun).toBe(AT_ONCE + 1 + MAX_WAITING);
    },
    { timeout: 60_000, interval: 5 },
  );
  answer();
  for (const { errors } of await Promise.all(flood.slice(0, -extra))) expect(errors).toBeUndefined();
});

it('that wait longer than an operation may are told so', async () => {
  await using world = await openHeld({ operationTimeoutMs: 5_000 });
  const { gateway, seen, answer } = world;
  const flood = Array.from({ length: AT_ONCE }, () => gateway.execute(QUERY, { as: 'ana' }));
  await vi.waitFor(() => expect(seen.begun).toBe(AT_ONCE), { timeout: 10_000 });
  const last = await gateway.execute(QUERY, { as: 'ana' });
  expect(last.status).toBe(503);
  expect(last.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_TIMEOUT' } }]);
  answer();
  await Promise.all(flood);
});
