/** `/readyz` under more than the gateway gets done: it says so, and of what, until it is over. */
import { expect, it } from 'vitest';
import { createHealth } from '../../src/http/health.ts';
import { createOverload } from '../../src/http/overload.ts';
import { createLog } from '../../src/log.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { databaseUrl, isRealStack } from '../support/stack.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };

it('is not ready while a flood of requests waits for the database, and is again when it is over', async () => {
  await using systems = await createTestGateway();
  const postgres = await openNarrow(systems);
  await using gateway = await createTestGateway({ beside: systems, postgres });
  // A fifth of a connection, so that 20 statements are too many: a test is no hundred clients.
  const overload = createOverload({ database: () => ({ ...postgres.load(), places: 0.2 }), everyMs: 50 });
  const health = createHealth(gateway.sources, { overload });
  await using http = await serve(gateway, { health });
  const ready = async () => {
    const response = await fetch(`${http.url}/readyz`);
    const { ready: isReady, overloaded } = (await response.json()) as { ready: boolean; overloaded?: string[] };
    return { status: response.status, isReady, overloaded };
  };
  expect(await ready()).toEqual({ status: 200, isReady: true, overloaded: undefined });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await testToken('service')}` };
  const body = JSON.stringify({ query: '{ runs(first: 50) { nodes { id events(first: 20) { nodes { type } } } } }' });
  let isOver = false;
  let answered = 0;
  const ask = async () => {
    while (!isOver) {
      const response = await fetch(`${http.url}/graphql`, { method: 'POST', headers, body });
      await response.text();
      answered += Number(response.status === 200);
    }
  };
  const clients = Array.from({ length: 60 }, ask);
  await expect.poll(ready, PATIENCE).toEqual({ status: 503, isReady: false, overloaded: ['database'] });
  // Who asks nevertheless is answered.
  const before = answered;
  await expect.poll(() => answered, PATIENCE).toBeGreaterThan(before);
  isOver = true;
  await Promise.all(clients);
  await expect.poll(ready, PATIENCE).toEqual({ status: 200, isReady: true, overloaded: undefined });
  overload.close();
  if (postgres !== systems.sources.postgres) await postgres.close();
});

/** One connection: the embedded database has no more. */
async function openNarrow({ owner, sources }: TestGateway): Promise<PostgresSource> {
  if (!isRealStack) return sources.postgres as PostgresSource;
  const [{ name } = {}] = await owner((client) => client.query('select current_database() as name'));
  const url = databaseUrl('DATABASE_URL', String(name));
  return createPostgresPool({ databaseUrl: url, poolSize: 1 }, createLog('silent'));
}

it('is no reason to turn away those who ask other surfaces, where it is Odoo alone', async () => {
  await using gateway = await createTestGateway();
  const overload = { current: () => ['odoo'] as const };
  expect(await createHealth(gateway.sources, { overload }).readiness()).toMatchObject({
    ready: true,
    overloaded: ['odoo'],
  });
  const alone = { ...gateway.sources, postgres: null };
  expect(await createHealth(alone, { overload }).readiness()).toMatchObject({ ready: false, overloaded: ['odoo'] });
});
