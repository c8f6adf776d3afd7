/** Links between projects of Odoo, their runs in the ledger, and the pages that runs touched: one call a level. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { askAs } from '../support/ledger.ts';
import { createWorkspace } from '../support/work-pages.ts';

let gateway: TestGateway;
/** Odoo's keys of two projects, of which the ledger has the first one. */
let odooIds: readonly [string, string];
let project: string;
const runs: string[] = [];

const AGENT = 'sync-odoo-agent';
const surfaces = () => gateway.calls.map((call) => call.split(':')[0]).sort();

async function mutate(name: string, input: object, select: string, as = 'service') {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${select} userErrors { code message } } }`;
  const { data, errors } = await gateway.execute(query, { as, variables: { input } });
  expect(errors).toBeUndefined();
  return data?.[name] as Record<string, unknown> & { userErrors: { code: string; message: string }[] };
}

const enqueue = async (projectId: string | null) =>
  String(pick(await mutate('enqueueRun', { agent: AGENT, kind: 'test.links', projectId }, 'run { id }'), 'run.id'));

async function finish(outcome: 'SUCCEEDED' | 'FAILED'): Promise<void> {
  const claim = { agent: AGENT, worker: 'w', kinds: ['test.links'] };
  const claimed = await mutate('claimRuns', claim, 'runs { id fence }');
  const { id: runId, fence } = pick(claimed, 'runs.0') as { id: string; fence: number };
  await mutate('markRunRunning', { runId, fence }, 'run { id }');
  await mutate('markRunFinished', { runId, fence, outcome, retryable: false }, 'run { id }');
}

beforeAll(async () => {
  gateway = await createTestGateway();
  const { data } = await gateway.execute('{ projects(first: 2, orderBy: [{ field: ID }]) { nodes { id } } }', {
    as: 'service',
  });
  const nodes = pick(data, 'projects.nodes') as { id: string }[];
  odooIds = [String(nodes[0]?.id), String(nodes[1]?.id)];
  // Runs that come before the ledger hears that an Odoo has the project.
  const slug = `odoo-${odooIds[0]}`;
  const made = await mutate('upsertProject', { slug, name: 'A project' }, 'project { id odooProject { id } }');
  expect(pick(made, 'project.odooProject')).toBeNull();
  project = String(pick(made, 'project.id'));
  runs.push(await enqueue(project), await enqueue(project));
  await mutate('upsertProject', { slug, name: 'A project', odooInstance: 'test' }, 'project { id }');
  runs.push(await enqueue(project));
  await finish('SUCCEEDED');
  await finish('FAILED');
  await mutate('setProjectMember', { projectId: project, userId: DEMO_USERS.ben, role: 'viewer' }, 'member { id }');
});

afterAll(() => gateway[Symbol.asyncDispose]());

const COUNTS =
  '{ projects(first: 50, orderBy: [{ field: ID }]) { nodes { id name runStats { id total succeeded failed lastRunAt } } } }';
const statsOf = (data: unknown) =>
  Object.fromEntries(
    (pick(data as never, 'projects.nodes') as { id: string; runStats: unknown }[]).map((node) => [
      node.id,
      node.runStats,
    ]),
  );

describe('projects of Odoo with their run counts', () => {
  it('are one call of Odoo and one statement', async () => {
    const { data, errors } = await gateway.execute(COUNTS, { as: 'service' });
    expect(errors).toBeUndefined();
    expect(surfaces()).toEqual(['odoo', 'postgres']);
    const stats = statsOf(data);
    expect(stats[odooIds[0]]).toEqual({
      ...{ id: odooIds[0], total: 3, succeeded: 1, failed: 1 },
      lastRunAt: expect.stringMatching(/^20.*Z$/),
    });
    expect(stats[odooIds[1]]).toBeNull();
  });

  it('count what a member of the ledger’s project sees, and for others say nothing', async () => {
    const [ben, ana] = [await gateway.execute(COUNTS, { as: 'ben' }), await gateway.execute(COUNTS, { as: 'ana' })];
    expect([ben.errors, ana.errors]).toEqual([undefined, undefined]);
    expect(statsOf(ben.data)[odooIds[0]]).toMatchObject({ total: 3 });
    expect(statsOf(ana.data)[odooIds[0]]).toBeNull();
  });

  it('say 0 of a project for which nothing was run', async () => {
    const slug = `odoo-${odooIds[1]}`;
    await mutate('upsertProject', { slug, name: 'Another', odooInstance: 'test' }, 'project { id }');
    const { data } = await gateway.execute(COUNTS, { as: 'service' });
    expect(statsOf(data)[odooIds[1]]).toEqual({
      ...{ id: odooIds[1], total: 0, succeeded: 0, failed: 0 },
      lastRunAt: null,
    });
  });

  it('are answered without the counts where Postgres is not there', async () => {
    await using alone = await createTestGateway({ beside: gateway, postgres: null });
    const { data, errors } = await alone.execute('{ projects(first: 1) { nodes { id runStats { total } } } }', {
      as: 'service',
    });
    expect(pick(data, 'projects.nodes.0.runStats')).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_CONFIGURED']);
  });
});

describe('Project.runs', () => {
  const list = `query ($ids: [ID!]) { projects(filter: { id: { in: $ids } }, orderBy: [{ field: ID }]) {
    nodes { id runs(first: 2) { totalCount nodes { id kind project { odooProject { id } odooProjectAsOf } } } } } }`;
  const ask = (as: string) => gateway.execute(list, { as, variables: { ids: odooIds } });

  it('lists those of each project in one statement, those too that came before its Odoo was known', async () => {
    const { data, errors } = await ask('service');
    expect(errors).toBeUndefined();
    const [first, second] = pick(data, 'projects.nodes') as { runs: { totalCount: number; nodes: { id: string }[] } }[];
    expect(first?.runs.totalCount).toBe(3);
    expect(first?.runs.nodes.map(({ id }) => id)).toEqual([runs[2], runs[1]]);
    expect(first?.runs.nodes[0]).toMatchObject({
      project: { odooProject: { id: odooIds[0] }, odooProjectAsOf: expect.any(String) },
    });
    expect(second?.runs).toEqual({ totalCount: 0, nodes: [] });
    // The projects, their runs, and the project of each run: a call a level.
    expect(surfaces()).toEqual(['odoo', 'odoo', 'postgres']);
  });

  it('shows members of the project theirs, and nobody else that there are any', async () => {
    const [ben, ana] = [await ask('ben'), await ask('ana')];
    expect(pick(ben.data, 'projects.nodes.0.runs.totalCount')).toBe(3);
    expect(pick(ana.data, 'projects.nodes.0.runs')).toEqual({ totalCount: 0, nodes: [] });
  });
});

describe('DeliveryProject.odooProject', () => {
  it('is null of one that is only called so, and nothing is asked for it', async () => {
    const made = await mutate(
      'upsertProject',
      { slug: 'odoo-19', name: 'The upgrade' },
      'project { id odooProject { id } }',
    );
    expect(pick(made, 'project.odooProject')).toBeNull();
    const { data } = await gateway.execute(
      '{ projects(filter: { id: { eq: "19" } }) { nodes { runStats { total } } } }',
      {
        as: 'service',
      },
    );
    for (const node of pick(data, 'projects.nodes') as { runStats: unknown }[]) expect(node.runStats).toBeNull();
  });

  it('is read in one call for all of a list', async () => {
    const query = '{ deliveryProjects { nodes { slug odooProject { name } odooProjectAsOf } } }';
    const { data, errors } = await gateway.execute(query, { as: 'service' });
    expect(errors).toBeUndefined();
    const nodes = pick(data, 'deliveryProjects.nodes') as { slug: string; odooProject: unknown }[];
    expect(nodes.find(({ slug }) => slug === `odoo-${odooIds[0]}`)?.odooProject).toEqual({ name: expect.any(String) });
    expect(surfaces()).toEqual(['odoo', 'postgres']);
  });
});

describe('Page.runs', () => {
  const STORY = `query ($id: ID!) { page(id: $id) { runs { totalCount nodes { projectRun { id status } } } } }`;
  let pageId: string;
  let ownRun: string;

  beforeAll(async () => {
    const ben = createWorkspace(gateway, 'ben');
    const spaceId = await ben.createSpace();
    pageId = await ben.createPage('touched', { spaceId });
    ownRun = await enqueue(project);
    const others = await enqueue(null);
    for (const runId of [ownRun, others])
      await mutate('appendRunEvent', { runId, type: 'page.touched', payload: { pageId } }, 'event { seq }');
  });

  it('shows the service each run whose events name the page', async () => {
    const query = `query ($id: ID!) { page(id: $id) { title runs(orderBy: [{ field: CREATED_AT }]) { totalCount nodes { run { id } } } } }`;
    const { data, errors } = await gateway.execute(query, { as: 'service', variables: { id: pageId } });
    expect(errors).toBeUndefined();
    expect(pick(data, 'page.runs.totalCount')).toBe(2);
    expect(pick(data, 'page.runs.nodes.0')).toEqual({ run: { id: ownRun } });
    expect(surfaces()).toEqual(['postgres', 'postgres']);
  });

  it('shows a member of the project those done for it, and the run as members see it', async () => {
    const { data, errors } = await gateway.execute(STORY, { as: 'ben', variables: { id: pageId } });
    expect(errors).toBeUndefined();
    expect(pick(data, 'page.runs')).toEqual({
      totalCount: 1,
      nodes: [{ projectRun: { id: ownRun, status: 'QUEUED' } }],
    });
  });

  it('shows a member of the project nothing of a page that it does not see, by SQL neither', async () => {
    await mutate('setProjectMember', { projectId: project, userId: DEMO_USERS.carla, role: 'viewer' }, 'member { id }');
    const text = 'select run_id from ops.run_pages where page_id = $1';
    expect(await askAs(gateway, 'carla', text, [pageId])).toEqual([]);
    expect(await askAs(gateway, 'ben', text, [pageId])).toEqual([{ run_id: ownRun }]);
    const own = `query ($id: ID!) { page(id: $id) { runs { nodes { run { id } } } } }`;
    const { errors } = await gateway.execute(own, { as: 'ben', variables: { id: pageId } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('a schedule', () => {
  const schedule = { name: 'test-links', agent: AGENT, kind: 'test.links', expression: '0 6 * * *' };

  it('enqueues runs for its project', async () => {
    const made = await mutate('upsertSchedule', { ...schedule, projectId: project }, 'schedule { id project { id } }');
    expect(pick(made, 'schedule.project.id')).toBe(project);
    const now = await mutate('runScheduleNow', { scheduleId: pick(made, 'schedule.id') }, 'run { project { id } }');
    expect(pick(now, 'run.project.id')).toBe(project);
    const without = await mutate('upsertSchedule', schedule, 'schedule { project { id } }');
    expect(pick(without, 'schedule.project')).toBeNull();
  });

  it('is refused a project that there is not', async () => {
    const { userErrors } = await mutate('upsertSchedule', { ...schedule, projectId: randomUUID() }, 'schedule { id }');
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', message: expect.stringContaining('There is no project') }]);
  });
});
