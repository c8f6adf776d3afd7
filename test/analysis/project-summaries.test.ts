/** Summaries of Odoo's projects: not configured before they are filled, with their time afterwards, and never for users. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnalystHandlers } from '../../src/analysis/odoo-analyst.ts';
import { agentViewer } from '../../src/auth/viewer.ts';
import { createLedger } from '../../src/ops/ledger.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { askAs } from '../support/ledger.ts';
import { SHOWN } from '../support/project-summary.ts';
import { readRunId, startTestWorker, untilRun } from '../support/worker.ts';

const SUMMARIES = `query ($filter: ProjectSummaryFilter, $order: [ProjectSummaryOrder!]) {
  projectSummaries(filter: $filter, orderBy: $order) { nodes { id projectId name active taskCount totalHours asOf } }
}`;

describe('summaries of projects', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await createTestGateway();
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const ask = (as: string | null, variables = {}) => gateway.execute(SUMMARIES, { as, variables });
  const refresh = () => askAs(gateway, 'service', 'select ops.refresh_odoo_project_summary() as done');

  it('are not configured where nothing is connected, and a refresh changes that no more', async () => {
    const before = await ask('service');
    expect(before.errors?.[0]?.extensions.code).toBe('NOT_CONFIGURED');
    expect(before.errors?.[0]?.message).toContain('tripoint odoo fdw');
    expect(await refresh()).toEqual([{ done: false }]);
    expect((await ask('service')).errors?.[0]?.extensions.code).toBe('NOT_CONFIGURED');
  });

  it.each([null, 'ana', 'ana in auditors', 'agent:odoo-analyst', 'agent:odoo-bridge'])(
    'are refused to %s, filled or not',
    async (as) => {
      const { errors } = await ask(as);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    },
  );

  it('have sums to the digit, names in English before others, and one time, once they are filled', async () => {
    await gateway.owner((client) => client.script(SHOWN));
    expect(await refresh()).toEqual([{ done: true }]);
    const { data, errors } = await ask('service');
    expect(errors).toBeUndefined();
    const nodes = pick(data, 'projectSummaries.nodes') as Record<string, unknown>[];
    expect(nodes.map(({ id: _id, asOf: _asOf, ...node }) => node)).toEqual([
      { projectId: 4, name: 'Annex', active: true, taskCount: 0, totalHours: '0' },
      { projectId: 1, name: 'Bridge', active: true, taskCount: 2, totalHours: '0.3' },
      { projectId: 2, name: 'Canal', active: true, taskCount: 1, totalHours: '0' },
      { projectId: 3, name: 'Quay', active: false, taskCount: 1, totalHours: '1.25' },
    ]);
    expect(new Set(nodes.map(({ asOf }) => asOf)).size).toBe(1);
  });

  it('are filtered and ordered as other lists are', async () => {
    const { data } = await ask('service', {
      filter: { totalHours: { gt: '0' } },
      order: [{ field: 'TOTAL_HOURS', direction: 'DESC' }],
    });
    expect((pick(data, 'projectSummaries.nodes') as { projectId: number }[]).map(({ projectId }) => projectId)).toEqual(
      [3, 1],
    );
  });

  it('stay as they were until the next refresh, which a run of odoo-analyst makes', async () => {
    await gateway.owner((client) => client.script('delete from ops.odoo_projects_fdw where id = 4'));
    const stale = await ask('service');
    expect(pick(stale.data, 'projectSummaries.nodes')).toHaveLength(4);
    const postgres = gateway.sources.postgres;
    if (!postgres) throw new Error('no database');
    await using _worker = startTestWorker(gateway, createAnalystHandlers(postgres), {
      agent: 'odoo-analyst',
      ledger: createLedger(postgres, agentViewer('odoo-analyst')),
    });
    const answer = await gateway.execute(
      'mutation { enqueueRun(input: { agent: "odoo-analyst", kind: "analysis.refresh" }) { run { id } } }',
      { as: 'service' },
    );
    const run = await untilRun(gateway, readRunId(answer, 'enqueueRun'));
    expect(run).toMatchObject({ status: 'SUCCEEDED' });
    const fresh = await ask('service');
    expect(pick(fresh.data, 'projectSummaries.nodes')).toHaveLength(3);
    expect(pick(fresh.data, 'projectSummaries.nodes.0.asOf')).not.toBe(
      pick(stale.data, 'projectSummaries.nodes.0.asOf'),
    );
  });
});
