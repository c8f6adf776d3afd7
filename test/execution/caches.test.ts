/** What the process keeps has a bound: plans by outcome of their conditions above all, and nothing for who is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaches } from '../../src/caches.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { createMemoryStore } from '../../src/odoo/cache-memory.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

const NO_ODOO = { url: 'http://127.0.0.1:1', database: null, apiKey: 'none' };

const caches = createCaches();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway({ caches, odoo: null });
});

afterAll(() => gateway[Symbol.asyncDispose]());

const entries = (name: string) => caches.states().find((state) => state.name === name)?.entries;

/** Six Boolean variables have 64 outcomes. */
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const conditional = (root: string) =>
  `query (${NAMES.map((name) => `$${name}: Boolean!`).join(' ')}) { ${root} { nodes { id ${NAMES.map((name) => `${name}: title @include(if: $${name})`).join(' ')} } } }`;

async function askAll(query: string, as: string | null): Promise<void> {
  for (let outcome = 0; outcome < 2 ** NAMES.length; outcome += 1) {
    const variables = Object.fromEntries(NAMES.map((name, bit) => [name, (outcome & (1 << bit)) !== 0]));
    await gateway.execute(query, { as, variables });
  }
}

describe('plans', () => {
  it('are kept for a few outcomes of the conditions of a document, and answer as well beyond', async () => {
    const before = entries('plans') ?? 0;
    await askAll(conditional('pages(first: 1)'), 'ana');
    expect((entries('plans') ?? 0) - before).toBe(4);
    const variables = Object.fromEntries(NAMES.map((name) => [name, name === 'b']));
    const { data } = await gateway.execute(conditional('pages(first: 1)'), { as: 'ana', variables });
    expect(data).toEqual({ pages: { nodes: [{ id: expect.any(String), b: expect.any(String) }] } });
  });

  it('are not made for who is refused, nor kept', async () => {
    const before = entries('plans');
    await askAll(conditional('pages(first: 1)').replace('{ pages', '{ refused: pages'), null);
    await gateway.execute('{ runs { nodes { id } } }', { as: 'ana' });
    expect(entries('plans')).toBe(before);
    await gateway.execute('{ runs { nodes { id } } }', { as: 'service' });
    expect(entries('plans')).toBe((before ?? 0) + 1);
  });
});

describe('every cache', () => {
  it('is made known with its bound, holds no more, and is on the page of metrics', async () => {
    createOdooClient({ ...NO_ODOO, timeoutMs: 100, maxConcurrency: 1, maxQueue: 5 }, { caches });
    createMemoryStore(undefined, caches);
    const states = caches.states();
    expect(states.map(({ name }) => name)).toEqual([
      'charge windows',
      'documents',
      'odoo answers',
      'odoo reads under way',
      'plans',
      'statements',
      'subscription documents',
    ]);
    for (const { name, entries: held, maxEntries } of states) expect(held, name).toBeLessThanOrEqual(maxEntries);
    const metrics = createMetrics();
    metrics.watchCaches(caches.states);
    const { text } = await metrics.page();
    for (const { name, entries: held, maxEntries } of states) {
      expect(text).toContain(`tripoint_cache_entries{cache="${name}"} ${held}`);
      expect(text).toContain(`tripoint_cache_max_entries{cache="${name}"} ${maxEntries}`);
    }
  });

  it('is made by the one module that knows them', () => {
    const folder = join(import.meta.dirname, '..', '..', 'src');
    const makers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && readFileSync(join(folder, file), 'utf8').includes('new LRUCache'))
      .sort();
    expect(makers).toEqual(['caches.ts']);
  });
});
