/** The catalog: what there is and what comes from what, registered by a run, searched, and told where it has changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { GatewayError } from '../../src/errors.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { type Forge, runBridge, type Values } from '../support/odoo-verification.ts';
import type { SeenRun } from '../support/worker.ts';

/** Other things run on the machine too. */
const PATIENCE = { timeout: 60_000 };

let gateway: TestGateway;
let first: SeenRun;
const register = (forge?: Forge, calls?: string[]) =>
  runBridge(gateway, 'bridge.catalog', { ...(forge && { forge }), ...(calls && { calls }) });
const ask = async (query: string, as = 'service') => {
  const { data, errors } = await gateway.execute(query, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
const driftOf = ({ events }: SeenRun) => events.nodes.find(({ type }) => type === 'catalog.drift')?.payload;

beforeAll(async () => {
  gateway = await createTestGateway();
  first = await register();
}, PATIENCE.timeout);
afterAll(() => gateway[Symbol.asyncDispose]());

describe('a registration', PATIENCE, () => {
  it('has models and fields, tables and columns, types, operations and agents', async () => {
    expect(first).toMatchObject({ status: 'SUCCEEDED', output: { isFirst: true, removed: 0, changed: 0 } });
    const { owns } = loadDoctrine(packagePaths()).surfaces.odoo;
    const counts = await gateway.owner((client) =>
      client.query('select type, count(*)::int as count from catalog.assets group by type order by type'),
    );
    const of = Object.fromEntries(counts.map(({ type, count }) => [type, count])) as Record<string, number>;
    expect(of.ODOO_MODEL).toBe(owns.length);
    expect(of).toMatchObject({ AGENT: Object.keys(loadDoctrine(packagePaths()).agents).length });
    for (const type of ['ODOO_FIELD', 'TABLE', 'COLUMN', 'GRAPHQL_TYPE', 'OPERATION'])
      expect(of[type], type).toBeGreaterThan(10);
    const asset = (fqdn: string) => ask(`{ asset(fqdn: "${fqdn}") { fqdn type metadata removedAt } }`);
    expect(await asset('odoo.odoo_core.account.move')).toMatchObject({
      asset: { type: 'ODOO_MODEL', metadata: { model: 'account.move', isInstalled: true }, removedAt: null },
    });
    expect(await asset('odoo.odoo_core.account.move#partner_id')).toMatchObject({
      asset: { type: 'ODOO_FIELD', metadata: { type: 'many2one', relation: 'res.partner', isStored: true } },
    });
    expect(await asset('supabase.ops.runs')).toMatchObject({ asset: { type: 'TABLE', metadata: { kind: 'table' } } });
    expect(await asset('supabase.ops.runs#status')).toMatchObject({
      asset: { type: 'COLUMN', metadata: { type: 'text' } },
    });
    expect(await asset('tripoint.graphql.Partner')).toMatchObject({ asset: { metadata: { source: 'res.partner' } } });
    expect(await asset('tripoint.agents.odoo-bridge')).toMatchObject({
      asset: { type: 'AGENT', metadata: { kinds: expect.arrayContaining(['bridge.catalog']) } },
    });
    for (const none of ['no.such.thing', '', "'; select 1 --"])
      expect(await asset(none), none).toEqual({ asset: null });
    const { errors } = await gateway.execute('{ asset(fqdn: "\\u0000") { fqdn } }', { as: 'service' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const [known] = await gateway.owner((client) =>
      client.query(`select id from catalog.assets where fqdn = 'supabase.ops.runs'`),
    );
    expect(await asset(String(known?.id))).toMatchObject({ asset: { fqdn: 'supabase.ops.runs' } });
    // A partition is its table.
    expect(await asset('supabase.ops.run_events')).toMatchObject({ asset: { type: 'TABLE' } });
    expect(await ask('{ assets(search: "ops run_events_20") { totalCount } }')).toEqual({ assets: { totalCount: 0 } });
  });

  it('asks Odoo once a model, and Postgres in one statement for what it has and one for all that is registered', async () => {
    const calls: string[] = [];
    const again = await register(undefined, calls);
    expect(calls).toEqual(loadDoctrine(packagePaths()).surfaces.odoo.owns.map((model) => `${model} fields_get`));
    expect(again).toMatchObject({
      status: 'SUCCEEDED',
      output: { isFirst: false, added: 0, changed: 0, removed: 0, lineageAdded: 0, lineageRemoved: 0 },
    });
    expect(driftOf(again)).toBeUndefined();
  });

  it('tells what was added, changed and removed since the last one, and forgets nothing', async () => {
    const other: Forge = ({ model }, answer) => {
      if (model !== 'res.partner') return answer;
      const { vat: _gone, email, ...rest } = answer as Record<string, Values>;
      return { ...rest, email: { ...email, type: 'html' }, x_rank: { type: 'integer', string: 'Rank', store: true } };
    };
    const partner = (field: string) => `odoo.odoo_core.res.partner#${field}`;
    expect(driftOf(await register(other))).toMatchObject({
      ...{ added: 1, changed: 1, removed: 1 },
      addedNames: [partner('x_rank')],
      changedNames: [{ fqdn: partner('email'), was: { type: 'char' }, is: { type: 'html' } }],
      removedNames: [partner('vat')],
    });
    const gone = await ask(`{ asset(fqdn: "${partner('vat')}") { removedAt metadata } }`);
    expect(gone).toMatchObject({ asset: { removedAt: expect.any(String), metadata: { model: 'res.partner' } } });
    expect(await ask('{ assets(filter: { removedAt: { isNull: false } }) { nodes { fqdn } } }')).toEqual({
      assets: { nodes: [{ fqdn: partner('vat') }] },
    });
    // What is there again is told as added.
    expect(driftOf(await register())).toMatchObject({
      addedNames: [partner('vat')],
      changedNames: [{ fqdn: partner('email') }],
      removedNames: [partner('x_rank')],
    });
  });

  it('changes nothing while Odoo is down, and takes a model that this Odoo lacks for one', async () => {
    const read = () => ask('{ assets(filter: { removedAt: { isNull: true } }) { totalCount } }');
    const before = await read();
    const down: Forge = ({ model }, answer) => {
      if (model !== 'sale.order') return answer;
      throw new GatewayError('UPSTREAM_UNAVAILABLE', 'Odoo is down', { surface: 'odoo' });
    };
    expect(await register(down)).toMatchObject({ status: 'FAILED', errorCode: 'UPSTREAM_UNAVAILABLE' });
    expect(await read()).toEqual(before);
    const lacking: Forge = ({ model }, answer) => {
      if (model !== 'sale.order') return answer;
      throw new GatewayError('NOT_CONFIGURED', 'This Odoo does not have sale.order', { surface: 'odoo' });
    };
    const drift = driftOf(await register(lacking));
    expect(drift).toMatchObject({ added: 0, changed: 1, changedNames: [{ is: { isInstalled: false, fields: 0 } }] });
    expect(Number(drift?.removed)).toBeGreaterThan(10);
    await register();
  });
});

describe('the catalog', PATIENCE, () => {
  it('is searched by words of names, labels and purposes, and filtered by type', async () => {
    const found = await ask(
      '{ assets(search: "PARTNER odoo_core", filter: { type: { eq: ODOO_MODEL } }) { nodes { fqdn } } }',
    );
    expect(found).toEqual({ assets: { nodes: [{ fqdn: 'odoo.odoo_core.res.partner' }] } });
    const agents = await ask('{ assets(search: "search index", filter: { type: { eq: AGENT } }) { nodes { fqdn } } }');
    expect(agents).toEqual({ assets: { nodes: [{ fqdn: 'tripoint.agents.workspace-indexer' }] } });
  });

  it('shows what comes from what both ways, several levels in one statement', async () => {
    const data = await ask(`{ asset(fqdn: "odoo.odoo_core.res.partner") {
      downstream(first: 100) { nodes { via to { fqdn downstream(first: 100) { nodes { via toFqdn } } } } }
    } }`);
    const below = pick(data, 'asset.downstream.nodes') as {
      via: string;
      to: { fqdn: string; downstream: { nodes: Values[] } };
    }[];
    const type = below.find(({ via }) => via === 'stored')?.to;
    expect(type?.fqdn).toBe('tripoint.graphql.Partner');
    expect(below.map(({ via, to }) => `${via} ${to.fqdn}`)).toContain('reads tripoint.agents.sync-odoo-agent');
    expect(type?.downstream.nodes).toContainEqual({
      via: expect.stringMatching(/^link Page\.partner /),
      toFqdn: 'tripoint.graphql.Page',
    });
    expect(type?.downstream.nodes.some(({ toFqdn }) => String(toFqdn).startsWith('tripoint.operations.'))).toBe(true);
    expect(gateway.calls).toHaveLength(1);
    const up = await ask('{ asset(fqdn: "supabase.ops.run_stats") { upstream { nodes { via from { fqdn type } } } } }');
    expect(up).toEqual({
      asset: { upstream: { nodes: [{ via: 'view', from: { fqdn: 'supabase.ops.runs', type: 'TABLE' } }] } },
    });
    const writers = await ask(
      '{ asset(fqdn: "supabase.ops.runs") { upstream(first: 100, filter: { via: { eq: "ops.enqueue" } }) { nodes { fromFqdn } } } }',
    );
    expect(pick(writers, 'asset.upstream.nodes')).toContainEqual({ fromFqdn: 'tripoint.agents.sync-odoo-agent' });
    const written = await ask('{ asset(fqdn: "odoo.odoo_core.res.partner") { upstream { nodes { via fromFqdn } } } }');
    expect(pick(written, 'asset.upstream.nodes')).toContainEqual({
      via: 'writesOdoo',
      fromFqdn: 'tripoint.agents.sync-odoo-agent',
    });
  });

  it('is for the service and auditors', async () => {
    const query = '{ asset(fqdn: "supabase.ops.runs") { fqdn downstream { totalCount } } assets { totalCount } }';
    expect(await ask(query, 'ana in auditors')).toEqual(await ask(query));
    for (const as of ['ana', 'agent:workspace-indexer', 'ana in accounting']) {
      const { errors } = await gateway.execute(query, { as });
      expect(errors?.[0]?.extensions.code, as).toBe('FORBIDDEN');
    }
  });
});
