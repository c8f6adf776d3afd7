/** What the process keeps has a bound: plans by outcome of their conditions above all, and nothing for who is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCaches } from '../../src/caches.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { createLog } from '../../src/log.ts';
import { createMemoryStore } from '../../src/odoo/cache-memory.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { createIdentityProvider, type IdentityProvider } from '../support/jwks-server.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..');
const NAMES_OF_CACHES = [
  'content types',
  'counted operations',
  'counted runs',
  'documents',
  'judged documents',
  'kept operations',
  'logged documents',
  'odoo answers',
  'odoo contexts',
  'odoo field lists',
  'odoo fields',
  'odoo identities',
  'odoo models',
  'odoo reads under way',
  'operations that wait',
  'plans',
  'rate windows',
  'shared reads',
  'spent rates',
  'standings',
  'standings asked',
  'statement names',
  'statements',
  'statements that wait',
  'subscription documents',
  'subscriptions',
  'token keys',
  'verified tokens',
  'viewers at the database',
  'wake-up channels',
  'watched sessions',
];
/** Commands that end, and files that are made by a tool. */
const ENDING = /^(guard|contract|generated|demo\/record)\//;
/** What lives longer than a function, and why it does not grow without an end. */
const KEPT: Readonly<Record<string, string>> = {
  'agents/pace.ts taken': 'handlers under way',
  'agents/teller.ts slow': 'runs that the worker holds',
  'agents/worker.ts placed': 'kinds that the worker has handlers for',
  'agents/worker.ts beats': 'runs that the worker holds, 200 at most beside those under way',
  'agents/worker.ts running': 'runs under way',
  'analysis/odoo-login.ts tls': 'fixed',
  'auth/standings.ts asking': 'cache: standings asked',
  'bridge/read-together.ts readers': 'models of the doctrine',
  'bridge/refusals.ts minutes': 'one for each door, reason and instance',
  'byte-budget.ts byField': 'goes with its operation',
  'caches.ts known': 'the caches themselves',
  'cli/odoo-accounts.ts known': 'one question: whose the keys of the gateway itself are',
  'context.ts loaders': 'goes with its request',
  'delivery/builds/tree.ts digests': 'files of one manifest',
  'demo/odoo/keys.ts kept': 'the keys of the stand-in',
  'demo/odoo/store.ts models': 'the models of the recording',
  'doctrine/actors.ts known': 'the doctrines of the process',
  'doctrine/load.ts linesOf': 'the doctrines of the process',
  'doctrine/permissions.ts known': 'the rules of the doctrine',
  'execution/admit.ts constraints': 'the coordinates of the schema',
  'execution/fetch.ts ids': 'cache: plans',
  'execution/resolvers/link.ts reads': 'goes with the records of its request',
  'execution/making.ts byField': 'goes with its operation',
  'execution/making.ts failures': 'goes with its operation',
  'execution/resolvers/node.ts typeNames': 'goes with the records of its request',
  'execution/operation.ts known': 'cache: documents',
  'execution/live/subscriptions.ts open': 'cache: subscriptions',
  'fair-places.ts holders': 'viewers with a call under way',
  'fair-places.ts turns': 'viewers with a call under way',
  'fair-places.ts waiting': 'calls under way, of which each user of it has a bound',
  'http/draining.ts busy': 'open connections',
  'http/event-stream.ts streams': 'open connections',
  'http/pages.ts names': 'the files of the built pages',
  'http/webhook-places.ts reading': 'bodies under way, 64 at most',
  'http/websocket.ts connections': 'open connections',
  'http/websocket.ts silent': 'open connections',
  'live/held-up.ts held': 'cache: subscriptions',
  'live/limits.ts held': 'viewers with open connections',
  'live/shared-reads.ts underWay': 'cache: shared reads',
  'live/sign-outs.ts watches': 'cache: watched sessions',
  'live/wake-ups.ts channels': 'cache: wake-up channels',
  'live/wake-ups.ts waiting': 'cache: subscriptions',
  'odoo/context.ts accepted': 'cache: odoo contexts',
  'odoo/faults.ts cancelled': 'goes with its errors',
  'odoo/faults.ts transient': 'goes with its errors',
  'odoo/known-fields.ts kept': 'cache: odoo models',
  'odoo/known-fields.ts known': 'cache: odoo models',
  'odoo/known-fields.ts learning': 'calls of Odoo under way',
  'odoo/outages.ts counted': 'viewers of five outages in a row',
  'odoo/outages.ts holders': 'goes with its errors',
  'odoo/reader.ts readers': 'the Odoos of the process',
  'odoo/single-flight.ts flights': 'cache: odoo reads under way',
  'operations/documents.ts forms': 'the trusted operations of the manifest',
  'ops/run-usage.ts known': 'cache: counted runs',
  'ops/run-usage.ts pending': 'runs of `known`, until the ledger has been told',
  'plan/repeats.ts known': 'goes with its document',
  'plan/repeats.ts numbers': 'goes with its document',
  'plan/selection.ts known': 'goes with its document',
  'plan/selection.ts sizes': 'goes with its document',
  'postgres/round-trip.ts names': 'cache: statement names',
  'postgres/round-trip.ts preparedOf': 'goes with its connection, which has no name that is not in `statement names`',
  'sdl/secrets.ts holding': 'the types of the schema',
  'recent-operations.ts counted': 'cache: counted operations',
  'recent-operations.ts faults': 'the three surfaces',
  'rates/address.ts peers': 'open connections',
  'work/search/ask-docs.ts asked': 'goes with its request',
  'work/search/check-sentence.ts read': 'goes with its request',
  'work/search/places.ts places': 'the models of the process',
};

const NO_ODOO = { url: 'http://127.0.0.1:1', database: null, apiKey: 'none' };

const caches = createCaches();
let gateway: TestGateway;
let provider: IdentityProvider;

beforeAll(async () => {
  provider = await createIdentityProvider();
  const auth = { jwksUrl: provider.url, issuer: provider.url };
  gateway = await createTestGateway({ caches, auth });
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

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
    const log = createLog('silent');
    await createPostgresPool({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', poolSize: 1 }, log, caches).close();
    const states = caches.states();
    expect(states.map(({ name }) => name)).toEqual(NAMES_OF_CACHES);
    for (const { name, entries: held, maxEntries } of states) expect(held, name).toBeLessThanOrEqual(maxEntries);
    const metrics = createMetrics();
    metrics.watchCaches(caches.states);
    const { text } = await metrics.page();
    for (const { name, entries: held, maxEntries } of states) {
      expect(text).toContain(`tripoint_cache_entries{cache="${name}"} ${held}`);
      expect(text).toContain(`tripoint_cache_max_entries{cache="${name}"} ${maxEntries}`);
    }
    const documented = readFileSync(join(REPOSITORY, 'docs', 'operations.md'), 'utf8');
    for (const name of ['tripoint_cache_entries', 'tripoint_cache_max_entries', ...NAMES_OF_CACHES])
      expect(documented).toContain(`\`${name}\``);
  });

  it('counts what is learnt of Odoo, and the keys that verify tokens', async () => {
    const before = { models: entries('odoo models') ?? 0, contexts: entries('odoo contexts') ?? 0 };
    const query = '{ currencies(first: 1, inOdoo: { lang: "en_US" }) { nodes { name } } }';
    expect((await gateway.execute(query, { as: 'service' })).errors).toBeUndefined();
    expect(entries('odoo models')).toBeGreaterThan(before.models);
    expect(entries('odoo contexts')).toBe(before.contexts + 1);
    const token = await provider.sign('ES256', {});
    await gateway.execute('{ viewer { kind } }', { token });
    expect(entries('token keys')).toBe(2);
  });

  it('counts who follows something, and forgets it at the end', async () => {
    const viewer = await gateway.server.verify(`Bearer ${await testToken('service')}`);
    const stream = gateway.server.subscribe({ query: 'subscription { runs { cursor } }' }, viewer);
    await stream?.next();
    expect([entries('subscriptions'), entries('wake-up channels')]).toEqual([1, 1]);
    await stream?.return();
    expect([entries('subscriptions'), entries('wake-up channels')]).toEqual([0, 0]);
    await vi.waitFor(() => expect(entries('shared reads')).toBe(0));
  });

  it('is made by the one module that knows them, or is listed here', () => {
    const folder = join(REPOSITORY, 'src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !ENDING.test(file),
    );
    const found = files.flatMap((file) => findKept(file, readFileSync(join(folder, file), 'utf8')));
    expect(found.sort()).toEqual(Object.keys(KEPT).sort());
    const told = Object.values(KEPT).flatMap((reason) => /^cache: (.*)/.exec(reason)?.[1] ?? []);
    expect(NAMES_OF_CACHES).toEqual(expect.arrayContaining(told));
    const makers = files.filter((file) => readFileSync(join(folder, file), 'utf8').includes('new LRUCache'));
    expect(makers).toEqual(['caches.ts']);
  });
});

/** Empty collections that a module or what it creates keeps, e.g. `live/wake-ups.ts channels`. */
function findKept(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, holder: string, name: string): void => {
    const kind = ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0 ? node.expression.getText() : '';
    if (/^(Weak)?(Map|Set)$/.test(kind) && /^(module$|create|open)/.test(holder)) found.push(`${file} ${name}`);
    const isNamed = ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node);
    const within = ts.isFunctionLike(node) ? (node.name?.getText() ?? 'unnamed') : holder;
    ts.forEachChild(node, (child) => visit(child, within, isNamed ? node.name.getText() : name));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), 'module', '');
  return found;
}
