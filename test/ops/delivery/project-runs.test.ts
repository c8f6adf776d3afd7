/** What the members of a project see of the runs that are done for it, and what they do not. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { askAs } from '../../support/ledger.ts';

let gateway: TestGateway;
/** The portal's, whose member is Ben and not Ana; and both are members of the gateway's. */
let project: string;
let run: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  const { data } = await gateway.execute('{ deliveryProjects { nodes { id } } }', { as: 'ana' });
  const hers = pick(data, 'deliveryProjects.nodes.0.id');
  const all = await gateway.execute('{ deliveryProjects { nodes { id } } }', { as: 'ben' });
  const nodes = pick(all.data, 'deliveryProjects.nodes') as { id: string }[];
  project = String(nodes.find(({ id }) => id !== hers)?.id);
  run = String(pick((await enqueue({ projectId: project, input: { salary: 5 } })).data, 'enqueueRun.run.id'));
});

afterAll(() => gateway[Symbol.asyncDispose]());

const enqueue = (more: object) =>
  gateway.execute(
    'mutation ($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id project { id } } userErrors { code message } } }',
    { as: 'service', variables: { input: { agent: 'sync-odoo-agent', kind: 'demo.report', ...more } } },
  );
const call = (name: string, input: object, select = 'run { id fence }') =>
  gateway.execute(
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${select} userErrors { message } } }`,
    { as: 'service', variables: { input } },
  );
const listed = async (as: string) => {
  const query = `{ projectRuns(filter: { id: { eq: "${run}" } }) { nodes { id kind status errorCode attempt } } }`;
  return pick((await gateway.execute(query, { as })).data, 'projectRuns.nodes');
};

it('shows a run to the members of its project and to nobody else, as it goes', async () => {
  const shown = { id: run, kind: 'demo.report', status: 'QUEUED', errorCode: null, attempt: 0 };
  expect([await listed('ben'), await listed('service')]).toEqual([[shown], [shown]]);
  expect([await listed('ana'), await listed('carla')]).toEqual([[], []]);
  const claim = { agent: 'sync-odoo-agent', worker: 'w', kinds: ['demo.report'] };
  const claimed = await call('claimRuns', claim, 'runs { id fence }');
  const fence = Number(pick(claimed.data, 'claimRuns.runs.0.fence'));
  await call('markRunRunning', { runId: run, fence });
  expect(await listed('ben')).toEqual([{ ...shown, status: 'RUNNING', attempt: 1 }]);
  await call('markRunFinished', {
    runId: run,
    fence,
    outcome: 'FAILED',
    retryable: false,
    errorCode: 'NOT_CONFIGURED',
  });
  expect(await listed('ben')).toEqual([{ ...shown, status: 'FAILED', attempt: 1, errorCode: 'NOT_CONFIGURED' }]);
});

it('shows it below its project, and its project below it', async () => {
  const query = `{ deliveryProject(id: "${project}") { runs(first: 1) { nodes { id project { id } } } } }`;
  const { data, errors } = await gateway.execute(query, { as: 'ben' });
  expect(errors).toBeUndefined();
  expect(pick(data, 'deliveryProject.runs.nodes.0')).toEqual({ id: run, project: { id: project } });
});

it('gives a retry the same project', async () => {
  const retried = await call('retryRun', { runId: run }, 'run { id project { id } }');
  expect(pick(retried.data, 'retryRun.run.project.id')).toBe(project);
});

describe('what it works on', () => {
  it('is no field of what members see, and refused where it is one', async () => {
    const hidden = await gateway.execute('{ projectRuns { nodes { input } } }', { as: 'ben' });
    expect(hidden.errors?.[0]?.message).toContain('Cannot query field "input"');
    const refused = await gateway.execute(`{ run(id: "${run}") { id input } }`, { as: 'ben' });
    expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('shows the database no member either', async () => {
    for (const table of ['ops.runs', 'ops.run_events', 'ops.artifacts'])
      expect(await askAs(gateway, 'ben', `select * from ${table}`), table).toEqual([]);
    const [row] = await askAs(gateway, 'ben', 'select p.* from ops.project_runs p where p.id = $1', [run]);
    expect(Object.keys(row ?? {})).not.toContain('input');
    expect(await askAs(gateway, 'ana', 'select * from ops.project_runs where id = $1', [run])).toEqual([]);
  });
});

it('names a project that there is not, and lets no run change its project', async () => {
  const { data } = await enqueue({ projectId: randomUUID() });
  expect(pick(data, 'enqueueRun.userErrors.0')).toMatchObject({ code: 'NOT_FOUND' });
  const moved = gateway.owner((client) => client.query('update ops.runs set project_id = null where id = $1', [run]));
  await expect(moved).rejects.toThrow();
});

it('keeps no row of a run that is done for no project', async () => {
  const id = pick((await enqueue({})).data, 'enqueueRun.run.id');
  const { data } = await gateway.execute(`{ projectRun(id: "${id}") { id } }`, { as: 'service' });
  expect(pick(data, 'projectRun')).toBeNull();
});
