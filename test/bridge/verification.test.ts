/** Verification: what Odoo has is compared with what should be there, and a run that finds a difference fails with its name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import type { OdooCall, OdooRecord } from '../../src/odoo/call.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import {
  type Forge,
  readDrift,
  runBridge,
  type Seeds,
  type SeenDrift,
  seed,
  seedsOfDemo,
  type Values,
} from '../support/odoo-verification.ts';

/** Other things run on the machine too. */
const PATIENCE = { timeout: 60_000 };
/** Two months of the demo company that are past: the first one gets locked. */
const [LOCKED, PAST] = ['2026-02', '2026-03'];

let gateway: TestGateway;
let demo: Seeds;
const verify = (forge?: Forge, calls?: string[]) =>
  runBridge(gateway, 'bridge.verify', { ...(forge && { forge }), ...(calls && { calls }) });
const own = (sql: string, values: unknown[] = []) => gateway.owner((client) => client.query(sql, values));

beforeAll(async () => {
  gateway = await createTestGateway();
  expect(await verify()).toMatchObject({ status: 'SUCCEEDED', output: { differences: 0 } });
  demo = await seedsOfDemo(gateway);
}, PATIENCE.timeout);
afterAll(() => gateway[Symbol.asyncDispose]());

/** The company's books are locked up to the end of the first month. */
const lock: Forge = ({ model, method, args }, answer) => {
  if (model !== 'res.company') return answer;
  if (method === 'fields_get') return { fiscalyear_lock_date: { type: 'date' } };
  const fields = args.fields as readonly string[];
  return (answer as OdooRecord[]).map((company) =>
    fields.includes('fiscalyear_lock_date') ? { ...company, fiscalyear_lock_date: '2026-02-28' } : company,
  );
};

/** A posted journal item of the demo company in a month, by which its total is altered. */
async function itemOf(month: string): Promise<number> {
  const domain = [
    ['date', '>=', `${month}-01`],
    ['date', '<=', `${month}-28`],
    ['parent_state', '=', 'posted'],
    ['debit', '>', 0],
  ];
  const args = { domain, fields: ['debit'], order: 'id', limit: 1 };
  const odoo = gateway.sources.odoo as OdooCall;
  const [item] = (await odoo('account.move.line', 'search_read', args)) as OdooRecord[];
  return item?.id ?? 0;
}

/** Alters the amount in its own currency of some items: as many items, the same sums in the company's currency. */
const altering =
  (ids: readonly number[], amount = 0.01): Forge =>
  (asked, answer) => {
    if (asked.model !== 'account.move.line' || asked.method !== 'search_read') return lock(asked, answer);
    return (answer as OdooRecord[]).map((item) =>
      ids.includes(item.id) ? { ...item, amount_currency: amount } : item,
    );
  };

describe('a verification', PATIENCE, () => {
  it('reads each model page by page and adds no entry of the books to the database', async () => {
    const calls: string[] = [];
    expect(await verify(undefined, calls)).toMatchObject({ status: 'SUCCEEDED' });
    expect(calls).toEqual([
      'project.project search_read',
      'project.project get_metadata',
      'project.task search_read',
      'project.task get_metadata',
      'res.company fields_get',
      'res.company search_read',
      'res.currency search_read',
      'account.move.line formatted_read_group',
      'account.move.line search_read',
    ]);
    const [books] = await own(
      'select count(*)::int as totals, sum(count)::int as items from odoo_seed.shadow_finance_totals',
    );
    const items = await gateway.sources.odoo?.('account.move.line', 'search_count', { domain: [] });
    expect(books?.items).toBe(items);
    expect(Number(books?.totals)).toBeLessThan(Number(books?.items));
  });

  it('keeps exact totals: what Odoo adds up, in its own places', async () => {
    const rows = (await own(
      `select debit::text, credit::text, hash from odoo_seed.shadow_finance_totals where state = 'posted'`,
    )) as { debit: string; credit: string; hash: string }[];
    const cents = (text: string) => BigInt(text.replace('.', ''));
    expect(rows.every(({ debit, hash }) => /^\d+\.\d\d$/.test(debit) && /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    const sum = (side: 'debit' | 'credit') => rows.reduce((total, row) => total + cents(row[side]), 0n);
    // Double entry: all companies of the demo count in two places.
    expect(sum('debit')).toBe(sum('credit'));
    expect(sum('debit')).toBeGreaterThan(0n);
  });

  it('finds 12 planted differences of 12, fails, and names them', async () => {
    const [first, second, third] = demo.projects;
    const tasks = demo.tasks.filter(({ projectRef }) => projectRef !== first?.externalRef);
    const [one, two, three, four, five] = tasks;
    const elsewhere = three?.projectRef === third?.externalRef ? second : third;
    await seed(gateway, demo);
    expect(await verify(lock)).toMatchObject({ status: 'SUCCEEDED' });
    const planted: Seeds = {
      projects: [
        // An orphan: it has no seed. Its own tasks would name it, and go.
        ...demo.projects
          .filter((project) => project !== first)
          .map((project) => (project === second ? { ...project, name: `${project.name} (renamed)` } : project)),
        { externalRef: 'tripoint_demo.project_nobody_made', name: 'Nobody made this' },
        { externalRef: 'odoo.project.project.99999999', name: 'Nor this' },
      ],
      tasks: [
        ...tasks.flatMap((task) => {
          if (task === one) return [];
          if (task === two) return [{ ...task, name: 'Another name' }];
          if (task === three) return [{ ...task, projectRef: String(elsewhere?.externalRef) }];
          return task === four || task === five ? [{ ...task, name: `${task.name}!` }] : [task];
        }),
        { externalRef: 'tripoint_demo.task_nobody_made', name: 'Nobody', projectRef: String(second?.externalRef) },
      ],
    };
    const orphans = demo.tasks.filter(({ projectRef }) => projectRef === first?.externalRef);
    expect((await seed(gateway, planted)).payload).toMatchObject({ userErrors: [], removed: orphans.length + 2 });
    const ids = [await itemOf(LOCKED as string), await itemOf(PAST as string)];
    const run = await verify(altering(ids));
    const refs = (kind: string, entity: string, found: readonly SeenDrift[]) =>
      found
        .filter((each) => each.kind === kind && each.entity === entity)
        .map(({ externalRef }) => externalRef)
        .sort();
    const drift = await readDrift(gateway);
    expect(refs('MISSING', 'PROJECT', drift)).toEqual([
      'odoo.project.project.99999999',
      'tripoint_demo.project_nobody_made',
    ]);
    expect(refs('MISSING', 'TASK', drift)).toEqual(['tripoint_demo.task_nobody_made']);
    expect(refs('ORPHAN', 'PROJECT', drift)).toEqual([first?.externalRef]);
    expect(refs('ORPHAN', 'TASK', drift)).toEqual([one, ...orphans].map((task) => task?.externalRef).sort());
    expect(refs('NAME', 'PROJECT', drift)).toEqual([second?.externalRef]);
    expect(refs('NAME', 'TASK', drift)).toEqual([two, four, five].map((task) => task?.externalRef).sort());
    expect(refs('PROJECT', 'TASK', drift)).toEqual([three?.externalRef]);
    expect(refs('FINANCE_LOCKED', 'FINANCE_TOTAL', drift)).toEqual([expect.stringContaining(`, ${LOCKED}, posted, `)]);
    expect(refs('FINANCE_ALTERED', 'FINANCE_TOTAL', drift)).toEqual([expect.stringContaining(`, ${PAST}, posted, `)]);
    // Twelve were planted; the orphan project's own tasks are orphans with it.
    expect(drift).toHaveLength(12 + orphans.length);
    const total = drift.length;
    expect(run).toMatchObject({ status: 'FAILED', attempt: 1, errorCode: 'CONFLICT' });
    expect(run.errorMessage).toMatch(
      new RegExp(`^There are ${total} differences between Odoo and what should be there: `),
    );
    expect(run.errorMessage).toContain(`${LOCKED}, posted`);
    expect(run.events.nodes.find(({ type }) => type === 'odoo.drift')?.payload).toMatchObject({
      differences: total,
      kinds: { MISSING: 3, NAME: 4, PROJECT: 1, FINANCE_LOCKED: 1, FINANCE_ALTERED: 1, ORPHAN: 2 + orphans.length },
      named: expect.arrayContaining([expect.objectContaining({ kind: 'PROJECT', expected: elsewhere?.externalRef })]),
    });
    const { data } = await gateway.execute(
      '{ odooVerifications(first: 1) { nodes { instance differences asOf run { status } } } }',
      { as: 'service' },
    );
    const [latest] = pick(data, 'odooVerifications.nodes') as Values[];
    expect(latest).toMatchObject({ instance: 'prod', differences: total, run: { status: 'FAILED' } });
    expect(new Date(String(latest?.asOf)).getTime()).toBeGreaterThanOrEqual(
      new Date(String(drift[0]?.asOf)).getTime() - 1_000,
    );
  });

  it('goes on finding a changed total until somebody accepts it, and no other one than was shown', async () => {
    await seed(gateway, demo);
    const ids = [await itemOf(LOCKED as string), await itemOf(PAST as string)];
    expect(await verify(altering(ids))).toMatchObject({ status: 'FAILED' });
    const drift = await readDrift(gateway);
    expect(drift.map(({ kind }) => kind)).toEqual(['FINANCE_ALTERED', 'FINANCE_LOCKED']);
    const accept = async (asked: readonly string[]) => {
      const { data } = await gateway.execute(
        'mutation ($ids: [ID!]!) { acceptFinanceTotals(input: { ids: $ids }) { accepted userErrors { code } } }',
        { as: 'service', variables: { ids: asked } },
      );
      return data?.acceptFinanceTotals;
    };
    // It has changed once more since somebody looked.
    const stale = String(drift[0]?.id);
    await verify(altering(ids, 0.02));
    expect(await accept([stale])).toEqual({ accepted: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await accept((await readDrift(gateway)).map(({ id }) => id))).toEqual({ accepted: 2, userErrors: [] });
    expect(await readDrift(gateway)).toEqual([]);
    expect(await verify(altering(ids, 0.02))).toMatchObject({ status: 'SUCCEEDED' });
    // Odoo has the former amounts again: another change of a locked month, and of a past one.
    expect(await verify(lock)).toMatchObject({ status: 'FAILED' });
    expect(await readDrift(gateway)).toHaveLength(2);
    expect(await verify(altering(ids, 0.02))).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('is tried again where items are written faster than they are read', async () => {
    const gone = await itemOf(PAST as string);
    const moved: Forge = (asked, answer) => {
      if (asked.model !== 'account.move.line') return lock(asked, answer);
      if (asked.method === 'search_read') return (answer as OdooRecord[]).filter(({ id }) => id !== gone);
      return answer;
    };
    // Odoo says another count than its items have: they were written in between, again and again.
    const calls: string[] = [];
    const run = await verify(moved, calls);
    expect(run).toMatchObject({
      errorCode: 'CONFLICT',
      errorMessage: expect.stringMatching(/written faster than they were read/),
    });
    expect(calls.filter((call) => call.endsWith('formatted_read_group'))).toHaveLength(4);
  });

  it('reads again only what was written while it was read', async () => {
    const first = await itemOf(PAST as string);
    const asked: Values[] = [];
    let isFirst = true;
    const once: Forge = (call, answer) => {
      if (call.model !== 'account.move.line') return lock(call, answer);
      if (call.method === 'formatted_read_group') asked.push(call.args);
      if (call.method !== 'search_read' || !isFirst) return answer;
      isFirst = false;
      return (answer as OdooRecord[]).filter(({ id }) => id !== first);
    };
    await seed(gateway, demo);
    expect(await verify(once)).toMatchObject({ attempt: 1 });
    expect(asked.map(({ domain }) => (domain as unknown[]).length)).toEqual([0, 11]);
  });

  it('reads a page again of which a record has gone', async () => {
    let isFirst = true;
    const calls: string[] = [];
    const gone: Forge = (call, answer) => {
      if (!isFirst || call.model !== 'project.task' || call.method !== 'get_metadata') return lock(call, answer);
      isFirst = false;
      throw new GatewayError('FORBIDDEN', 'You may not read it', { surface: 'odoo' });
    };
    await verify(gone, calls);
    expect(calls.slice(2, 6)).toEqual([
      'project.task search_read',
      'project.task get_metadata',
      'project.task search_read',
      'project.task get_metadata',
    ]);
  });

  it('is tried again in an outage, and counts once', async () => {
    let isDown = true;
    const down: Forge = (call, answer) => {
      if (!isDown || call.model !== 'res.currency') return lock(call, answer);
      isDown = false;
      throw new GatewayError('UPSTREAM_UNAVAILABLE', 'Odoo is down', { surface: 'odoo' });
    };
    const run = await runBridge(gateway, 'bridge.verify', { forge: down, maxAttempts: 2 });
    expect(run.attempt).toBe(2);
    const kept = await own('select finished_at is not null as ended from odoo_seed.verifications where run_id = $1', [
      run.id,
    ]);
    expect(kept).toEqual([{ ended: true }]);
  });

  it('pages through many items, keeps none, and has the same hash however they come in pages', async () => {
    const items = (count: number): OdooRecord[] =>
      Array.from({ length: count }, (_, index) => ({
        id: index + 1,
        ...{ company_id: 1, journal_id: 2, date: '2026-01-15', parent_state: 'posted', currency_id: 3 },
        ...{ debit: index % 2 === 0 ? 0.1 : 0, credit: index % 2 === 0 ? 0 : 0.1, amount_currency: 0.1 },
      }));
    const all = items(12_001);
    let pages = 0;
    const odoo: OdooCall = async (model, method, args) => {
      if (method === 'fields_get') return {};
      if (model === 'res.company') return [{ id: 1, currency_id: 3 }];
      if (model === 'res.currency') return [{ id: 3, decimal_places: 2 }];
      if (method === 'formatted_read_group')
        return [
          {
            ...{ company_id: [1, 'One'], journal_id: [2, 'Sales'], 'date:month': ['2026-01-01', 'January'] },
            ...{ parent_state: 'posted', currency_id: [3, 'PHP'], __count: all.length },
            ...{ 'debit:sum': 600.1, 'credit:sum': 600 },
          },
        ];
      if (model !== 'account.move.line') return [];
      pages += 1;
      const [[, , after]] = args.domain as [[string, string, number]];
      return all.filter(({ id }) => id > after).slice(0, Number(args.limit));
    };
    await using other = await createTestGateway();
    expect(await runBridge(other, 'bridge.verify', { odoo })).toMatchObject({ status: 'SUCCEEDED' });
    expect(pages).toBe(3);
    const rows = await other.owner((client) =>
      client.query('select count::int, debit::text, credit::text, hash from odoo_seed.shadow_finance_totals'),
    );
    expect(rows).toMatchObject([{ count: 12_001, debit: '600.10', credit: '600.00' }]);
  });
});

describe('seeds', PATIENCE, () => {
  it('are made once, and changed by their reference; sent again they change nothing', async () => {
    const projects = [{ externalRef: 'ipai_seed.once', name: 'Once' }];
    const tasks = [{ externalRef: 'ipai_seed.task', name: 'Task', projectRef: 'ipai_seed.once' }];
    await seed(gateway, { projects, tasks });
    const before = await own('select id, external_ref, name, updated_at::text from odoo_seed.seed_projects');
    expect((await seed(gateway, { projects, tasks })).payload).toEqual({
      projects: 1,
      tasks: 1,
      removed: 0,
      userErrors: [],
    });
    expect(await own('select id, external_ref, name, updated_at::text from odoo_seed.seed_projects')).toEqual(before);
    await seed(gateway, { projects: [{ externalRef: 'ipai_seed.once', name: 'Twice' }], tasks });
    expect(await own('select external_ref, name from odoo_seed.seed_projects')).toEqual([
      { external_ref: 'ipai_seed.once', name: 'Twice' },
    ]);
  });

  it.each([
    ['a reference that is none', { projects: [{ externalRef: 'no reference', name: 'x' }] }, /external id of Odoo/],
    [
      'one that is given twice',
      {
        projects: [
          { externalRef: 'a.b', name: 'x' },
          { externalRef: 'a.b', name: 'y' },
        ],
      },
      /given 2 times/,
    ],
    [
      'a task of a project that is no seed',
      { tasks: [{ externalRef: 'a.t', name: 'x', projectRef: 'a.none' }] },
      /no seed is that project/,
    ],
    ['a name that is empty', { projects: [{ externalRef: 'a.b', name: ' ' }] }, /must not be empty/],
  ])('refuse %s', async (_what, seeds, message) => {
    const before = await own('select count(*)::int as n from odoo_seed.seed_projects');
    const { payload } = await seed(gateway, seeds as Partial<Seeds>);
    expect(payload?.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }]);
    expect(await own('select count(*)::int as n from odoo_seed.seed_projects')).toEqual(before);
  });

  it('may name a record as another system calls it, by a mapping', async () => {
    const [project] = demo.projects;
    const [record] = await own('select odoo_id from odoo_seed.shadow_projects where external_ref = $1', [
      project?.externalRef,
    ]);
    const mapping = {
      instance: 'prod',
      model: 'project.project',
      odooId: Number(record?.odoo_id),
      externalRef: 'crm:ACC-0042',
    };
    const mapped = await gateway.execute(
      'mutation ($input: MapEntityInput!) { mapEntity(input: $input) { mapping { id } userErrors { message } } }',
      { as: 'service', variables: { input: mapping } },
    );
    expect(mapped.data?.mapEntity).toMatchObject({ userErrors: [], mapping: { id: expect.any(String) } });
    const rename = (ref: string) => (ref === project?.externalRef ? 'crm:ACC-0042' : ref);
    await seed(gateway, {
      projects: demo.projects.map((each) => ({ ...each, externalRef: rename(each.externalRef) })),
      tasks: demo.tasks.map((each) => ({ ...each, projectRef: rename(each.projectRef) })),
    });
    await verify();
    // What earlier tests altered in the books stays a difference.
    const drift = await readDrift(gateway);
    expect(drift.filter(({ entity }) => entity !== 'FINANCE_TOTAL')).toEqual([]);
    expect(
      await own('select external_ref from odoo_seed.shadow_projects where odoo_id = $1', [mapping.odooId]),
    ).toEqual([{ external_ref: 'crm:ACC-0042' }]);
    await own("delete from odoo.entity_mappings where external_ref = 'crm:ACC-0042'");
    await seed(gateway, demo);
  });

  it('and differences are for the service alone', async () => {
    for (const as of ['ana', 'ana in auditors', 'agent:workspace-indexer']) {
      const { errors } = await gateway.execute('{ odooDrift { totalCount } }', { as });
      expect(errors?.[0]?.extensions.code, as).toBe('FORBIDDEN');
      expect((await seed(gateway, { projects: [] }, as)).errors?.[0]?.extensions.code, as).toMatch(
        /FORBIDDEN|BOUNDARY/,
      );
    }
  });
});
