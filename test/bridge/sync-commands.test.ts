/** `tripoint sync`, its schedules, and the runs of odoo-bridge that they enqueue. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVICE } from '../../src/auth/viewer.ts';
import { loadBridgeSettings } from '../../src/bridge/settings.ts';
import { putSchedules } from '../../src/cli/bridge-schedules.ts';
import { packagePaths } from '../../src/paths.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createChangingOdoo } from '../support/changing-odoo.ts';
import { createFolder, runHere } from '../support/command.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { MODELS, SETTINGS, startBridge } from '../support/odoo-events.ts';

const TASK = 'project.task';
const NAMES = [
  'bridge.catalog',
  'bridge.inventory',
  'bridge.reconcile',
  'bridge.sync',
  'bridge.verify',
  'bridge.whole',
];

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const put = (settings = SETTINGS) =>
  putSchedules({ postgres: gateway.sources.postgres as PostgresSource, viewer: SERVICE }, settings);

async function runNow(name: string) {
  const { data } = await gateway.execute(
    `query ($name: String!) { schedules(filter: { name: { eq: $name } }) { nodes { id } } }`,
    { as: 'service', variables: { name } },
  );
  const made = await gateway.execute(
    'mutation ($id: ID!) { runScheduleNow(input: { scheduleId: $id }) { run { id } userErrors { message } } }',
    { as: 'service', variables: { id: pick(data, 'schedules.nodes.0.id') } },
  );
  const id = pick(made.data, 'runScheduleNow.run.id');
  for (;;) {
    const { data: seen } = await gateway.execute(
      'query ($id: ID!) { run(id: $id) { status output errorCode events(first: 50) { nodes { type payload } } } }',
      { as: 'service', variables: { id } },
    );
    const run = pick(seen, 'run') as {
      status: string;
      output: unknown;
      events: { nodes: { type: string; payload: unknown }[] };
    };
    if (!['QUEUED', 'RUNNING'].includes(run.status)) return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the schedules', () => {
  it('are put into the ledger, and put again are the same', async () => {
    const lines = await put();
    expect(lines).toHaveLength(NAMES.length);
    expect(await put({ ...SETTINGS, schedules: { ...SETTINGS.schedules, sync: '*/5 * * * *' } })).toHaveLength(
      NAMES.length,
    );
    const { data } = await gateway.execute(
      '{ schedules(first: 50, filter: { agent: { eq: "odoo-bridge" } }) { nodes { name kind expression overlap warning input } } }',
      { as: 'service' },
    );
    const nodes = pick(data, 'schedules.nodes') as Record<string, unknown>[];
    expect(nodes.map(({ name }) => name)).toEqual(NAMES);
    expect(nodes.find(({ name }) => name === 'bridge.sync')).toEqual({
      ...{ name: 'bridge.sync', kind: 'bridge.sync', expression: '*/5 * * * *', overlap: 'SKIP' },
      ...{ warning: null, input: null },
    });
    expect(nodes.find(({ name }) => name === 'bridge.whole')).toMatchObject({ input: { whole: true } });
  });

  it.each([
    [{ sync: 'every minute' }, /schedules\.sync/],
    [{ timeZone: 'Atlantis/Main' }, /time zone/],
  ])('are refused where they are %j', async (given, message) => {
    await expect(put({ ...SETTINGS, schedules: { ...SETTINGS.schedules, ...given } })).rejects.toThrow(message);
  });

  it('enqueue runs that a worker of the bridge executes, whose events say what was found', async () => {
    await put();
    const changing = createChangingOdoo();
    changing.put(TASK, 1, '2026-11-20 12:00:00.000001');
    changing.put('project.project', 930_001, '2026-11-20 12:00:00.000001', { name: 'Reconciled' });
    await using _worker = startBridge(gateway, { odoo: changing.odoo });
    expect(await runNow('bridge.sync')).toMatchObject({ status: 'SUCCEEDED', output: { changed: 0, removed: 0 } });
    changing.put(TASK, 1, '2026-11-20 12:30:00.000001');
    const run = await runNow('bridge.whole');
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      output: { models: Object.keys(SETTINGS.watch).length, changed: 1, removed: 0 },
    });
    expect(run.events.nodes).toContainEqual({
      type: 'bridge.synced',
      payload: { model: TASK, changed: 1, removed: 0, elsewhere: false },
    });
    const reconciled = await runNow('bridge.reconcile');
    expect(reconciled).toMatchObject({ status: 'SUCCEEDED', output: { made: 1 } });
    expect(reconciled.events.nodes).toContainEqual({
      type: 'bridge.difference',
      payload: { difference: 'made', slug: 'odoo-930001', name: 'Reconciled' },
    });
    expect(await runNow('bridge.inventory')).toMatchObject({ status: 'SUCCEEDED', output: { modules: 0, changed: 0 } });
  });
});

describe('ssot/bridge.yaml', () => {
  const load = (change: (text: string) => string) => {
    using folder = createFolder();
    const file = join(folder.path, 'bridge.yaml');
    writeFileSync(file, change(TEXT));
    return loadBridgeSettings(file, MODELS);
  };
  const TEXT = `
version: 1
overlapSeconds: 120
everySeconds: 10
idsEverySeconds: 60
linksEverySeconds: 300
pageSize: 1000
idsPageSize: 10000
watch: { res.partner: { links: [category_id] } }
schedules: { timeZone: UTC, sync: '* * * * *', whole: '40 2 * * *', inventory: '20 3 * * *', reconcile: '5 * * * *', verify: '30 3 * * *', catalog: '50 3 * * *' }
`;

  it('is what the package brings', () => {
    expect(load((text) => text).watch).toEqual({ 'res.partner': { links: ['category_id'] } });
    expect(Object.keys(loadBridgeSettings(packagePaths().bridge, MODELS).watch)).toContain('project.project');
  });

  it.each([
    ['a model that is not Odoo’s', (text: string) => text.replace('res.partner', 'ops.runs'), /ops\.runs/],
    ['an overlap of nothing', (text: string) => text.replace('120', '0'), /overlapSeconds/],
    ['a key that there is not', (text: string) => `${text}\nwatched: {}\n`, /watched/],
    ['a page without an end', (text: string) => text.replace('1000\n', '9000000\n'), /pageSize/],
  ])('is refused with %s', (_what, change, message) => {
    expect(() => load(change)).toThrow(message);
  });
});

describe('tripoint sync', () => {
  const env = { ODOO_STAGE: 'development', ODOO_URL: 'http://127.0.0.1:9', ODOO_DB: 'odoo', ODOO_API_KEY: 'x' };

  it.each([
    [['--once'], {}, 2, /DATABASE_URL is not set/],
    [['--twice'], {}, 2, /--twice/],
  ])('%j is refused', async (args, more, code, message) => {
    using folder = createFolder();
    const outcome = await runHere(['sync', ...args], { cwd: folder.path, env: { ...env, ...more } });
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toMatch(message);
  });
});
