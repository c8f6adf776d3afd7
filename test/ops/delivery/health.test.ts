/** What a deployment found of its environment: it succeeds by that alone, and keeps it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDelivery, HEALTHY } from '../../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';

let gateway: TestGateway;
let delivery: ReturnType<typeof createDelivery>;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  delivery = createDelivery(gateway);
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const [WEB, DATABASE] = HEALTHY;
const begin = async () => {
  const buildId = await delivery.build(await delivery.project());
  return String(pick(await delivery.deploy({ buildId, environment: 'DEV', status: 'RUNNING' }), 'deployment.id'));
};
const end = (deploymentId: string, given: object) => delivery.deploy({ deploymentId, status: 'SUCCEEDED', ...given });

describe('a deployment that would succeed', () => {
  it.each<[string, object[], string]>([
    ['no check', [], 'no HTTP check was made; no DATABASE check was made'],
    ['no check of the database', [WEB], 'no DATABASE check was made'],
    [
      'a database that does not answer',
      [WEB, { ...DATABASE, ok: false, detail: 'no such database' }],
      'the DATABASE check "database" failed: no such database',
    ],
    [
      'one of two servers that fails',
      [...HEALTHY, { name: 'api', kind: 'HTTP', ok: false, status: 500 }],
      'the HTTP check "api" failed: status 500',
    ],
  ])('ends as FAILED with %s, and says which', async (_what, healthChecks, failure) => {
    const id = await begin();
    expect(await end(id, { healthChecks })).toMatchObject({
      deployment: { status: 'FAILED', failure },
      userErrors: [],
    });
    expect(await end(id, { healthChecks: HEALTHY })).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
  });

  it.each<[string, object, string | null]>([
    ['that changed', { module: 'sale', from: '19.0.1.1', to: '19.0.1.2', asked: true }, null],
    ['that was installed', { module: 'sale', to: '19.0.1.2', asked: true }, null],
    [
      'that has the version of before',
      { module: 'sale', from: '1', to: '1', asked: true },
      'the module sale is 1 as before',
    ],
    ['that Odoo does not know', { module: 'sael', asked: true }, 'the module sael is not installed'],
    [
      'of another version than wanted',
      { module: 'sale', from: '1', to: '2', asked: true, wanted: '3' },
      'the module sale is 2, not 3',
    ],
    ['that had the wanted version', { module: 'sale', from: '3', to: '3', asked: true, wanted: '3' }, null],
    ['that nobody asked for', { module: 'sale', from: '1', to: '1' }, null],
  ])('goes by the versions of a module %s', async (_what, change, failure) => {
    const status = failure === null ? 'SUCCEEDED' : 'FAILED';
    expect(await end(await begin(), { modules: [change] })).toMatchObject({ deployment: { status, failure } });
  });

  it('keeps what was found, which nobody changes later', async () => {
    const id = await begin();
    const modules = [{ module: 'sale', from: '1', to: '2', asked: true }];
    await end(id, { modules, migrations: ['20270101000000_new.sql'] });
    const { data } = await gateway.execute(
      'query ($id: ID!) { deployment(id: $id) { healthChecks modules migrations failure evidenceRunId } }',
      { as: 'ana', variables: { id } },
    );
    expect(data?.deployment).toMatchObject({
      healthChecks: HEALTHY,
      modules,
      migrations: ['20270101000000_new.sql'],
      failure: null,
      evidenceRunId: null,
    });
    for (const change of ["health_checks = '[]'", "modules = '[]'", "migrations = '{}'", "failure = 'none'"]) {
      const changed = ledger.own(`update ops.deployments set ${change} where id = $1`, [id]);
      await expect(changed, change).rejects.toMatchObject({ code: 'TP409' });
    }
  });
});

it('a deployment that failed says what who recorded it said', async () => {
  const id = await begin();
  const failure = 'the command ended with 3';
  expect(await delivery.deploy({ deploymentId: id, status: 'FAILED', failure })).toMatchObject({
    deployment: { status: 'FAILED', failure },
  });
  expect(await end(await begin(), { failure })).toMatchObject({
    userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'failure'] }],
  });
});

it.each<[string, object]>([
  ['healthChecks', { health_checks: '[{"name": "web", "kind": "SMOKE", "ok": true}]' }],
  ['healthChecks', { health_checks: '[{"name": "web", "kind": "HTTP", "ok": "yes"}]' }],
  ['modules', { modules: '[{"name": "sale"}]' }],
  ['evidenceRunId', { evidence_run_id: '00000000-0000-4000-8000-000000000000' }],
])('the function itself takes no other %s', async (_argument, given) => {
  const called = ledger.call('record_deployment', { deployment_id: await begin(), status: 'SUCCEEDED', ...given });
  await expect(called).rejects.toMatchObject({ code: expect.stringMatching(/^TP40[04]$/) });
});

it('a row that somebody inserts beside the functions does not succeed by saying so', async () => {
  const project = await delivery.project();
  const build = await delivery.build(project);
  const [row] = await ledger.own(
    `insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by)
     select e.project_id, $1, e.id, 'SUCCEEDED', 'owner' from ops.environments e where e.project_id = $2 and e.name = 'DEV'
     returning status, failure`,
    [build, project],
  );
  expect(row).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('no HTTP check') });
});
