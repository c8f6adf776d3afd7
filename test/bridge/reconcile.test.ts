/** Projects of Odoo beside those of the ledger, and modules of Odoo: each difference is told, and nothing is removed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBridge } from '../../src/bridge/odoo-bridge.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createChangingOdoo } from '../support/changing-odoo.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { MODELS, SETTINGS, SOURCES } from '../support/odoo-events.ts';
import { isRealStack } from '../support/stack.ts';

const PROJECT = 'project.project';
const AT = '2026-11-20 12:00:00.000001';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

function createTestBridge(odoo: OdooCall, name = `test-${randomUUID()}`) {
  const bridge = createBridge({
    instance: { name, stage: 'development', url: 'http://odoo.invalid', database: 'odoo' },
    odoo,
    postgres: gateway.sources.postgres as PostgresSource,
    models: MODELS,
    sources: SOURCES,
    settings: { ...SETTINGS, watch: { [PROJECT]: { links: [] } } },
  });
  const { signal } = new AbortController();
  const reconcile = async () => {
    const told: unknown[] = [];
    const counts = await bridge.reconcile({ signal, append: async (_type, difference) => void told.push(difference) });
    return { told, counts };
  };
  return { bridge, name, signal, reconcile };
}

async function readNames(instance: string): Promise<readonly unknown[]> {
  const { data } = await gateway.execute(
    `query ($instance: String!) { deliveryProjects(first: 100, filter: { odooInstance: { eq: $instance } }) { nodes { slug name repoSlug odooVersion } } }`,
    { as: 'service', variables: { instance } },
  );
  return pick(data, 'deliveryProjects.nodes') as readonly unknown[];
}

describe('to reconcile projects', () => {
  it('makes the missing, corrects names, tells of orphans and removes none', async () => {
    const changing = createChangingOdoo();
    const { name, reconcile } = createTestBridge(changing.odoo);
    for (const id of [910_001, 910_002, 910_003])
      changing.put(PROJECT, id, AT, { name: `Project ${id}`, active: id !== 910_003 });
    expect(await reconcile()).toEqual({
      counts: { made: 3 },
      told: [910_001, 910_002, 910_003].map((id) => ({
        difference: 'made',
        slug: `odoo-${id}`,
        name: `Project ${id}`,
      })),
    });
    expect(await reconcile()).toEqual({ counts: {}, told: [] });
    changing.put(PROJECT, 910_002, AT, { name: 'Renamed' });
    changing.remove(PROJECT, 910_001);
    const differences = [
      { difference: 'renamed', slug: 'odoo-910002', name: 'Renamed', was: 'Project 910002' },
      { difference: 'orphaned', slug: 'odoo-910001', name: 'Project 910001' },
    ];
    expect(await reconcile()).toEqual({ counts: { renamed: 1, orphaned: 1 }, told: differences });
    expect(await reconcile()).toEqual({ counts: { orphaned: 1 }, told: [differences[1]] });
    expect(await readNames(name)).toMatchObject([
      { slug: 'odoo-910001', name: 'Project 910001' },
      { slug: 'odoo-910002', name: 'Renamed', repoSlug: 'project-910002-910002' },
      { slug: 'odoo-910003', name: 'Project 910003' },
    ]);
  });

  it('leaves alone what has the slug of another Odoo, and says so', async () => {
    const changing = createChangingOdoo();
    changing.put(PROJECT, 910_010, AT, { name: 'Ours' });
    await createTestBridge(changing.odoo).reconcile();
    const { told, counts } = await createTestBridge(changing.odoo).reconcile();
    expect(counts).toEqual({ refused: 1 });
    expect(told).toMatchObject([{ slug: 'odoo-910010', why: expect.stringContaining('is of another Odoo') }]);
  });

  it('walks many of them page by page', async () => {
    const changing = createChangingOdoo();
    for (let id = 920_001; id <= 920_600; id += 1) changing.put(PROJECT, id, AT, { name: `Project ${id}` });
    const { reconcile } = createTestBridge(changing.odoo);
    changing.calls.length = 0;
    expect((await reconcile()).counts).toEqual({ made: 600 });
    expect(changing.calls.filter((call) => call.startsWith(PROJECT))).toHaveLength(2);
    changing.remove(PROJECT, 920_600);
    expect((await reconcile()).counts).toEqual({ orphaned: 1 });
  });

  it('is done for projects of which a sync tells', async () => {
    const changing = createChangingOdoo();
    const { bridge, name, signal } = createTestBridge(changing.odoo);
    changing.put(PROJECT, 910_020, AT);
    await bridge.sync({ signal, all: true });
    expect(await readNames(name)).toEqual([]);
    changing.put(PROJECT, 910_021, '2026-11-20 13:00:00.000000', { name: 'Made while no hook told' });
    await bridge.sync({ signal, all: true });
    expect(await readNames(name)).toMatchObject([{ slug: 'odoo-910020' }, { name: 'Made while no hook told' }]);
  });
});

describe('an inventory of modules', () => {
  it('is readable by the service, and each change is an event of the log', async () => {
    let modules = [
      { id: 1, name: 'base', state: 'installed', latest_version: '19.0.1.3', installed_version: '19.0.1.3' },
      { id: 2, name: 'crm', state: 'uninstalled', latest_version: false, installed_version: '19.0.1.9' },
      { id: 3, name: 'old', state: 'installed', latest_version: '19.0.1.0', installed_version: '19.0.1.0' },
    ];
    const odoo: OdooCall = async (_model, _method, { domain }) =>
      JSON.stringify(domain).includes('base') ? modules.slice(0, 1) : modules;
    const { bridge, name, signal } = createTestBridge(odoo);
    expect(await bridge.inventory(signal)).toEqual({ modules: 3, changed: 0 });
    expect(await bridge.inventory(signal)).toEqual({ modules: 3, changed: 0 });
    modules = [
      { id: 1, name: 'base', state: 'installed', latest_version: '19.0.1.3', installed_version: '19.0.1.4' },
      { id: 2, name: 'crm', state: 'installed', latest_version: '19.0.1.9', installed_version: '19.0.1.9' },
      { id: 4, name: 'new', state: 'uninstalled', latest_version: false, installed_version: '19.0.0.1' },
    ];
    expect(await bridge.inventory(signal)).toEqual({ modules: 3, changed: 4 });
    const { data } = await gateway.execute(
      `query ($instance: String!) {
        odooModules(filter: { instance: { eq: $instance } }) { nodes { name state installedVersion diskVersion } }
        odooInstances(filter: { name: { eq: $instance } }) { nodes { stage url database version } }
      }`,
      { as: 'service', variables: { instance: name } },
    );
    expect(data).toEqual({
      odooModules: {
        nodes: [
          { name: 'base', state: 'installed', installedVersion: '19.0.1.3', diskVersion: '19.0.1.4' },
          { name: 'crm', state: 'installed', installedVersion: '19.0.1.9', diskVersion: '19.0.1.9' },
          { name: 'new', state: 'uninstalled', installedVersion: null, diskVersion: '19.0.0.1' },
        ],
      },
      odooInstances: {
        nodes: [{ stage: 'development', url: 'http://odoo.invalid', database: 'odoo', version: '19.0' }],
      },
    });
    const rows = await gateway.owner((client) =>
      client.query("select details from odoo.event_log where instance = $1 and type = 'module' order by id", [name]),
    );
    const details = rows.map((row) => row.details as { name: string });
    expect(details.sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
      {
        ...{ name: 'base', state: 'installed', installedVersion: '19.0.1.3', diskVersion: '19.0.1.4' },
        was: { state: 'installed', installedVersion: '19.0.1.3', diskVersion: '19.0.1.3' },
      },
      {
        ...{ name: 'crm', state: 'installed', installedVersion: '19.0.1.9', diskVersion: '19.0.1.9' },
        was: { state: 'uninstalled', diskVersion: '19.0.1.9' },
      },
      { name: 'new', state: 'uninstalled', diskVersion: '19.0.0.1' },
      { name: 'old', was: { state: 'installed', installedVersion: '19.0.1.0', diskVersion: '19.0.1.0' } },
    ]);
  });

  it.runIf(isRealStack)('sees all modules of the real Odoo by its reader', async () => {
    const { bridge, signal, name } = createTestBridge(gateway.sources.odoo as OdooCall);
    expect((await bridge.inventory(signal)).modules).toBeGreaterThan(300);
    const { data } = await gateway.execute(
      `query ($instance: String!) { odooModules(filter: { instance: { eq: $instance }, name: { eq: "base" } }) {
        nodes { state installedVersion diskVersion } } }`,
      { as: 'service', variables: { instance: name } },
    );
    const version = expect.stringMatching(/^19\.0\./);
    expect(pick(data, 'odooModules.nodes')).toEqual([
      { state: 'installed', installedVersion: version, diskVersion: version },
    ]);
  });
});

describe('what other systems call records', () => {
  const map = async (input: Record<string, unknown>, as = 'service') => {
    const { data, errors } = await gateway.execute(
      `mutation ($input: MapEntityInput!) { mapEntity(input: $input) {
        mapping { instance model odooId externalRef createdBy } userErrors { code message }
      } }`,
      {
        as,
        variables: { input: { instance: 'prod', model: 'res.partner', odooId: 7, externalRef: 'crm:ACC-7', ...input } },
      },
    );
    return errors ? { error: errors[0]?.extensions.code } : (data?.mapEntity as Record<string, unknown>);
  };

  it('is one reference a record, and one record a reference, and said again changes nothing', async () => {
    const mapping = {
      instance: 'prod',
      model: 'res.partner',
      odooId: 7,
      externalRef: 'crm:ACC-7',
      createdBy: 'service',
    };
    expect(await map({})).toEqual({ mapping, userErrors: [] });
    expect(await map({})).toEqual({ mapping, userErrors: [] });
    for (const given of [{ odooId: 8 }, { externalRef: 'crm:ACC-8' }])
      expect(await map(given)).toMatchObject({ mapping: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(await map({ model: 'project.project' })).toMatchObject({ userErrors: [] });
    const { data } = await gateway.execute(
      '{ entityMappings(filter: { externalRef: { eq: "crm:ACC-7" } }) { nodes { model odooId } } }',
      { as: 'service' },
    );
    expect(pick(data, 'entityMappings.nodes')).toEqual([
      { model: 'project.project', odooId: 7 },
      { model: 'res.partner', odooId: 7 },
    ]);
  });

  it.each([
    { externalRef: 'ACC 7' },
    { externalRef: 'crm:' },
    { externalRef: ':7' },
    { externalRef: 'crm' },
    { odooId: 0 },
    { model: 'Res Partner' },
  ])('is refused where it is %j', async (given) => {
    const { error, userErrors } = (await map(given)) as { error?: string; userErrors?: { code: string }[] };
    expect(error ?? userErrors?.[0]?.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['ana', 'BOUNDARY_VIOLATION'],
    ['agent:odoo-bridge', 'FORBIDDEN'],
    ['agent:sync-odoo-agent', 'FORBIDDEN'],
  ])('is not said by %s: %s', async (as, error) => {
    expect(await map({ odooId: 9, externalRef: 'crm:9' }, as)).toEqual({ error });
  });
});

describe('who sees how far a sync has come', () => {
  const query = '{ syncCursors { nodes { model walk walked told since mark afterId startedAt finishedAt } } }';

  it('the service does, and a user does not', async () => {
    const changing = createChangingOdoo();
    changing.put(PROJECT, 910_030, AT);
    const { bridge, signal } = createTestBridge(changing.odoo);
    await bridge.sync({ signal, all: true });
    const { data } = await gateway.execute(query, { as: 'service' });
    expect(pick(data, 'syncCursors.nodes')).toContainEqual({
      model: PROJECT,
      walk: 'changes',
      ...{ walked: 1, told: 0, since: null, afterId: 0, startedAt: null },
      mark: expect.stringMatching(/^2026-11-20T12:00:00/),
      finishedAt: expect.any(String),
    });
    const refused = await gateway.execute(query, { as: 'ana' });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
