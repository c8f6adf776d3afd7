/** One surface down: the others answer, the error says which one and nothing more, and it heals without a restart. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { createHealth } from '../../src/http/health.ts';
import { createLog } from '../../src/log.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { OVERVIEW } from '../support/overview.ts';
import { databaseUrl, isRealStack, stackVariable } from '../support/stack.ts';
import { createTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

/** Milliseconds that the gateway under test waits for Odoo. */
const ODOO_TIMEOUT_MS = 2_000;

/** What must never reach a client: tracebacks, addresses, statements, the driver's own words. */
const INSIDE =
  /Traceback|File \\"|at .*\.ts|ECONN|EPIPE|socket hang up|127\.0\.0\.1|localhost|select |psycopg|terminat/i;

const failures = ({ errors }: TestAnswer) =>
  (errors ?? [])
    .map(({ path, extensions }) => `${path?.join('.')} ${extensions.code} ${extensions.surface}`)
    .sort((a, b) => a.localeCompare(b));

/** Asks until the answer has no error, as a client that comes back would. */
function recovers(gateway: TestGateway): Promise<void> {
  return vi.waitFor(async () => expect((await gateway.execute(OVERVIEW, { as: 'service' })).errors).toBeUndefined(), {
    timeout: 10_000,
    interval: 200,
  });
}

describe('Odoo down', () => {
  let standIn: RunningStandIn | null = null;
  let proxy: TcpProxy;
  let healthy: TestGateway;
  let gateway: TestGateway;

  beforeAll(async () => {
    healthy = await createTestGateway();
    if (!isRealStack) standIn = await createStandInOdoo().listen();
    const target = new URL(standIn?.url ?? stackVariable('ODOO_URL'));
    proxy = await createTcpProxy({ host: target.hostname, port: Number(target.port || 80) });
    const odoo = createOdooClient({
      url: `http://127.0.0.1:${proxy.port}`,
      database: standIn ? null : stackVariable('ODOO_DB'),
      apiKey: standIn?.apiKey ?? stackVariable('ODOO_API_KEY'),
      timeoutMs: ODOO_TIMEOUT_MS,
      maxConcurrency: 4,
    });
    gateway = await createTestGateway({ beside: healthy, odoo });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await healthy[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
    await standIn?.close();
  });

  it('answers everything through the proxy', async () => {
    expect((await gateway.execute(OVERVIEW, { as: 'service' })).errors).toBeUndefined();
  });

  it('nulls what lives in Odoo with UPSTREAM_UNAVAILABLE, answers runs and spaces, and recovers', async () => {
    const whole = await gateway.execute(OVERVIEW, { as: 'service' });
    proxy.set('cut');
    const answer = await gateway.execute(OVERVIEW, { as: 'service' });
    expect(answer.status).toBe(200);
    expect(pick(answer.data, 'moves')).toBeNull();
    expect(pick(answer.data, 'projects')).toBeNull();
    expect(pick(answer.data, 'runs')).toEqual(pick(whole.data, 'runs'));
    expect(pick(answer.data, 'spaces.nodes.0.pages.nodes.0.title')).toEqual(expect.any(String));
    expect(failures(answer)).toContain('moves UPSTREAM_UNAVAILABLE odoo');
    expect(failures(answer)).toContain('projects UPSTREAM_UNAVAILABLE odoo');
    const linked = failures(answer).filter((line) => line.startsWith('spaces.'));
    expect(linked.length).toBeGreaterThan(0);
    for (const line of linked)
      expect(line).toMatch(/^spaces\.nodes\.\d\.pages\.nodes\.\d\.partner UPSTREAM_UNAVAILABLE odoo$/);
    expect(answer.text).not.toMatch(INSIDE);
    proxy.set('through');
    await recovers(gateway);
    expect((await gateway.execute(OVERVIEW, { as: 'service' })).text).toBe(whole.text);
  });

  it('says UPSTREAM_TIMEOUT where Odoo takes the connection and never answers, and recovers', async () => {
    proxy.set('hang');
    const start = Date.now();
    const answer = await gateway.execute('{ moves { totalCount } runs { totalCount } }', { as: 'service' });
    expect(Date.now() - start).toBeLessThan(3 * ODOO_TIMEOUT_MS);
    expect(answer.status).toBe(200);
    expect(failures(answer)).toEqual(['moves UPSTREAM_TIMEOUT odoo']);
    expect(pick(answer.data, 'runs.totalCount')).toEqual(expect.any(Number));
    expect(answer.text).not.toMatch(INSIDE);
    proxy.set('through');
    await recovers(gateway);
  });

  it('is not ready in odoo alone, as /readyz says', async () => {
    proxy.set('cut');
    expect(await createHealth(gateway.sources).readiness()).toMatchObject({
      ready: true,
      surfaces: { odoo: 'down', ops: 'up', work: 'up' },
    });
    proxy.set('through');
    await vi.waitFor(async () => expect((await createHealth(gateway.sources).readiness()).surfaces.odoo).toBe('up'), {
      timeout: 10_000,
      interval: 200,
    });
  });
});

describe.skipIf(!isRealStack)('Postgres down (real only: PGlite has no connection to cut)', () => {
  let proxy: TcpProxy;
  let healthy: TestGateway;
  let gateway: TestGateway;

  beforeAll(async () => {
    healthy = await createTestGateway();
    const [row] = await healthy.owner((client) => client.query('select current_database() as name'));
    const url = new URL(databaseUrl('DATABASE_URL', String(row?.name)));
    proxy = await createTcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    const postgres = createPostgresPool({ databaseUrl: url.href, poolSize: 4 }, createLog('silent'));
    gateway = await createTestGateway({ beside: healthy, postgres });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await gateway.sources.postgres?.close();
    await healthy[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
  });

  it('nulls what lives in Postgres with UPSTREAM_UNAVAILABLE, answers moves and projects, and recovers', async () => {
    const whole = await gateway.execute(OVERVIEW, { as: 'service' });
    expect(whole.errors).toBeUndefined();
    proxy.set('cut');
    const answer = await gateway.execute(OVERVIEW, { as: 'service' });
    expect(answer.status).toBe(200);
    expect(failures(answer)).toEqual(['runs UPSTREAM_UNAVAILABLE ops', 'spaces UPSTREAM_UNAVAILABLE work']);
    expect(pick(answer.data, 'runs')).toBeNull();
    expect(pick(answer.data, 'spaces')).toBeNull();
    expect(pick(answer.data, 'moves')).toEqual(pick(whole.data, 'moves'));
    expect(pick(answer.data, 'projects')).toEqual(pick(whole.data, 'projects'));
    expect(answer.text).not.toMatch(INSIDE);
    proxy.set('through');
    await recovers(gateway);
    expect((await gateway.execute(OVERVIEW, { as: 'service' })).text).toBe(whole.text);
  });

  it('answers at once where its idle connections were cut and the server is back', async () => {
    const query = '{ runs { totalCount } }';
    await gateway.execute(query, { as: 'service' });
    proxy.set('cut');
    proxy.set('through');
    expect((await gateway.execute(query, { as: 'service' })).errors).toBeUndefined();
  });

  it('ends a query over which nothing comes any more, and recovers', async () => {
    proxy.set('hang');
    const answer = await gateway.execute('{ runs { totalCount } moves { totalCount } }', { as: 'service' });
    expect(failures(answer)).toEqual([expect.stringMatching(/^runs UPSTREAM_(UNAVAILABLE|TIMEOUT) ops$/)]);
    expect(pick(answer.data, 'moves.totalCount')).toEqual(expect.any(Number));
    expect(answer.text).not.toMatch(INSIDE);
    proxy.set('through');
    await recovers(gateway);
  });
});

describe('a surface that is not configured', () => {
  it.each([
    ['odoo', { odoo: null }, '{ moves { totalCount } runs { totalCount } }', ['moves NOT_CONFIGURED odoo']],
    [
      'Postgres',
      { postgres: null },
      '{ moves { totalCount } runs { totalCount } spaces { totalCount } }',
      ['runs NOT_CONFIGURED ops', 'spaces NOT_CONFIGURED work'],
    ],
  ])('without %s is NOT_CONFIGURED at its fields, and the rest is answered', async (_name, taken, query, expected) => {
    await using whole = await createTestGateway();
    await using gateway = await createTestGateway({ beside: whole, ...taken });
    const answer = await gateway.execute(query, { as: 'service' });
    expect(answer.status).toBe(200);
    expect(failures(answer)).toEqual(expected);
    expect(Object.values(answer.data ?? {}).some((value) => value !== null)).toBe(true);
  });
});
