/** The rules of a promotion: what production takes, and what the refusal says. */
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../../src/auth/issue.ts';
import { inTransaction } from '../../../src/postgres/migrate.ts';
import { createDelivery } from '../../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';
import { isRealStack, JWT_SECRET } from '../../support/stack.ts';

let gateway: TestGateway;
let delivery: ReturnType<typeof createDelivery>;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  delivery = createDelivery(gateway);
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const toProduction = (buildId: string, given: object = {}) =>
  delivery.deploy({ buildId, environment: 'PRODUCTION', ...given });

/** A build that succeeded on staging and is approved for production. */
async function releasable(projectId: string): Promise<string> {
  const build = await delivery.build(projectId);
  await delivery.stage(build);
  await delivery.decide(await delivery.request(build), 'APPROVED');
  return build;
}

describe('a deployment to production', () => {
  it('is refused with all that is missing, and nothing is recorded', async () => {
    const build = await delivery.build(await delivery.project());
    const { deployment, userErrors } = await toProduction(build);
    expect(deployment).toBeNull();
    expect(userErrors).toMatchObject([
      {
        code: 'CONFLICT',
        message: expect.stringMatching(
          /^The build cannot go to PRODUCTION yet: no deployment of this build of [0-9a-f]{40} to STAGING succeeded, and no approval of this build for PRODUCTION stands$/,
        ),
        details: { missing: ['STAGING', 'APPROVAL'], buildId: build, environment: 'PRODUCTION' },
      },
    ]);
    expect(await ledger.own('select from ops.deployments where build_id = $1', [build])).toEqual([]);
  });

  it('passes after staging and approval, and notes the approval', async () => {
    const build = await delivery.build(await delivery.project());
    await delivery.stage(build);
    expect(await toProduction(build)).toMatchObject({ userErrors: [{ details: { missing: ['APPROVAL'] } }] });
    const approval = await delivery.request(build);
    expect(await toProduction(build)).toMatchObject({ userErrors: [{ details: { missing: ['APPROVAL'] } }] });
    await delivery.decide(approval, 'APPROVED');
    expect(await toProduction(build)).toMatchObject({
      deployment: { status: 'PENDING', approval: { id: approval }, environment: { name: 'PRODUCTION' } },
      userErrors: [],
    });
  });

  it('is not let through by who asked for the approval, with a token whose subject is in capitals', async () => {
    const build = await delivery.build(await delivery.project());
    await delivery.stage(build);
    const approvalId = await delivery.request(build, { requestedBy: DEMO_USERS.ana });
    const claims = { role: 'authenticated', aud: 'authenticated', sub: DEMO_USERS.ana?.toUpperCase() };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('supabase')
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(JWT_SECRET));
    const decide = `mutation { decideApproval(input: { approvalId: "${approvalId}", decision: APPROVED }) { approval { id } } }`;
    const { errors } = await gateway.execute(decide, { token });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    // Nor where somebody hands the database the claims as they are.
    const asked = gateway.owner((client) =>
      inTransaction(client, async () => {
        const identity = "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)";
        await client.query(identity, [JSON.stringify(claims)]);
        await client.query("select ops.decide_approval($1, 'APPROVED')", [approvalId]);
      }),
    );
    await expect(asked).rejects.toMatchObject({ code: 'TP403' });
    expect(await toProduction(build)).toMatchObject({ userErrors: [{ details: { missing: ['APPROVAL'] } }] });
  });

  it('needs no approval where the environment asks for none, but staging all the same', async () => {
    const build = await delivery.build(await delivery.project({ approvalsFor: [] }));
    expect(await toProduction(build)).toMatchObject({ userErrors: [{ details: { missing: ['STAGING'] } }] });
    await delivery.stage(build);
    expect(await toProduction(build)).toMatchObject({ deployment: { approval: null }, userErrors: [] });
  });

  it.each(['PENDING', 'RUNNING', 'FAILED'])('is not let through by a staging that is %s', async (status) => {
    const build = await delivery.build(await delivery.project({ approvalsFor: [] }));
    await delivery.deploy({ buildId: build, environment: 'STAGING', status });
    await delivery.deploy({ buildId: build, environment: 'DEV', status: 'SUCCEEDED' });
    expect(await toProduction(build)).toMatchObject({ userErrors: [{ details: { missing: ['STAGING'] } }] });
  });

  it('takes the build that succeeded on staging, and no other of the same source', async () => {
    const project = await delivery.project({ approvalsFor: [] });
    const [first, second] = [await delivery.build(project, 'one source'), await delivery.build(project, 'one source')];
    await delivery.stage(first);
    expect(await toProduction(second)).toMatchObject({ userErrors: [{ details: { missing: ['STAGING'] } }] });
    expect(await toProduction(first)).toMatchObject({ userErrors: [] });
    const elsewhere = await delivery.build(await delivery.project({ approvalsFor: [] }), 'one source');
    expect(await toProduction(elsewhere)).toMatchObject({ userErrors: [{ details: { missing: ['STAGING'] } }] });
  });

  it.each(['feature/x', 'fix/x', 'Main', 'refs/heads/main', 'main-2', 'productions'])(
    'takes no build of %s',
    async (branch) => {
      const project = await delivery.project();
      const staged = await delivery.build(project, 'this source');
      await delivery.stage(staged);
      const build = await delivery.build(project, 'this source', { branch });
      await delivery.decide(await delivery.request(build), 'APPROVED');
      expect(await toProduction(build)).toMatchObject({
        deployment: null,
        userErrors: [{ code: 'CONFLICT', details: { missing: ['MAIN', 'STAGING'] } }],
      });
    },
  );

  it('is not let through by an approval of another build, another environment or a later refusal', async () => {
    const project = await delivery.project();
    const [build, other] = [await delivery.build(project, 'a source'), await delivery.build(project, 'a source')];
    await delivery.stage(build);
    await delivery.decide(await delivery.request(other), 'APPROVED');
    await delivery.decide(await delivery.request(build, { environment: 'DEV' }), 'APPROVED');
    expect(await toProduction(build)).toMatchObject({ userErrors: [{ details: { missing: ['APPROVAL'] } }] });
    await delivery.decide(await delivery.request(build), 'APPROVED');
    const waiting = await toProduction(build);
    expect(waiting.userErrors).toEqual([]);
    await delivery.decide(await delivery.request(build), 'REJECTED');
    expect(await toProduction(build)).toMatchObject({ userErrors: [{ details: { missing: ['APPROVAL'] } }] });
    // What was recorded before and has not begun is refused as well.
    const begin = { deploymentId: pick(waiting, 'deployment.id'), status: 'RUNNING' };
    expect(await delivery.deploy(begin)).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
  });

  it('is refused by the table itself, whoever inserts', async () => {
    const project = await delivery.project();
    const build = await delivery.build(project);
    const insert = `insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by)
      select e.project_id, $1, e.id, 'SUCCEEDED', 'owner' from ops.environments e where e.project_id = $2 and e.name = 'PRODUCTION'`;
    await expect(ledger.own(insert, [build, project])).rejects.toMatchObject({ code: 'TP409' });
    await expect(
      ledger.own("update ops.environments set name = 'PRODUCTION' where project_id = $1", [project]),
    ).rejects.toMatchObject({ code: '42501' });
    const allowed = await releasable(project);
    await expect(ledger.own(insert, [allowed, project])).resolves.toEqual([]);
  });

  it('takes no build of another project', async () => {
    const [build, project] = [await delivery.build(await delivery.project()), await delivery.project()];
    const insert = `insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by)
      select e.project_id, $1, e.id, 'PENDING', 'owner' from ops.environments e where e.project_id = $2 and e.name = 'DEV'`;
    await expect(ledger.own(insert, [build, project])).rejects.toMatchObject({ code: '23503' });
  });
});

describe('a deployment to staging', () => {
  it('takes only what is built from main; DEV takes any branch', async () => {
    const build = await delivery.build(await delivery.project(), undefined, { branch: 'feature/x' });
    expect(await delivery.stage(build)).toMatchObject({
      deployment: null,
      userErrors: [
        {
          code: 'CONFLICT',
          message: 'The build cannot go to STAGING yet: it is built from feature/x, and only main goes there',
          details: { missing: ['MAIN'], environment: 'STAGING' },
        },
      ],
    });
    const onDev = await delivery.deploy({ buildId: build, environment: 'DEV', status: 'SUCCEEDED' });
    expect(onDev).toMatchObject({ deployment: { status: 'SUCCEEDED' }, userErrors: [] });
  });

  it('asks for an approval where the project says so', async () => {
    const build = await delivery.build(await delivery.project({ approvalsFor: ['STAGING'] }));
    expect(await delivery.stage(build)).toMatchObject({
      userErrors: [{ code: 'CONFLICT', details: { missing: ['APPROVAL'], environment: 'STAGING' } }],
    });
    await delivery.decide(await delivery.request(build, { environment: 'STAGING' }), 'APPROVED');
    expect(await delivery.stage(build)).toMatchObject({ deployment: { status: 'SUCCEEDED' }, userErrors: [] });
  });
});

describe('the status of a deployment', () => {
  const begin = async () => {
    const build = await delivery.build(await delivery.project());
    return String(pick(await delivery.deploy({ buildId: build, environment: 'DEV' }), 'deployment.id'));
  };
  const move = (deploymentId: string, status: string) => delivery.deploy({ deploymentId, status });

  it('moves from PENDING over RUNNING to its end, with the times of both', async () => {
    const id = await begin();
    const running = await move(id, 'RUNNING');
    expect(running).toMatchObject({ deployment: { status: 'RUNNING', finishedAt: null }, userErrors: [] });
    const ended = await move(id, 'SUCCEEDED');
    expect(pick(ended, 'deployment.startedAt')).toBe(pick(running, 'deployment.startedAt'));
    expect(pick(ended, 'deployment.finishedAt')).toEqual(expect.any(String));
    expect(await move(id, 'SUCCEEDED')).toMatchObject({ deployment: { status: 'SUCCEEDED' }, userErrors: [] });
  });

  it.each([
    ['SUCCEEDED', 'FAILED'],
    ['SUCCEEDED', 'RUNNING'],
    ['FAILED', 'SUCCEEDED'],
    ['RUNNING', 'PENDING'],
    ['FAILED', 'PENDING'],
  ])('does not move from %s to %s', async (from, to) => {
    const id = await begin();
    await move(id, from);
    expect(await move(id, to)).toMatchObject({
      deployment: null,
      userErrors: [
        { code: 'CONFLICT', message: `The deployment is ${from} and cannot become ${to}`, details: { status: from } },
      ],
    });
  });

  it('is all that moves: nothing else of a deployment changes, and none is deleted', async () => {
    const id = await begin();
    const other = await delivery.build(await delivery.project());
    const changes = [
      `update ops.deployments set build_id = '${other}' where id = '${id}'`,
      `update ops.deployments set recorded_by = 'me' where id = '${id}'`,
      `update ops.deployments set approval_id = gen_random_uuid() where id = '${id}'`,
    ];
    for (const sql of changes) await expect(ledger.own(sql), sql).rejects.toMatchObject({ code: 'TP409' });
    for (const sql of [`delete from ops.deployments where id = '${id}'`, 'truncate ops.deployments'])
      await expect(ledger.own(sql), sql).rejects.toMatchObject({ code: '42501' });
  });

  it.each<[string, object]>([
    ['neither a deployment nor a build', { status: 'RUNNING' }],
    ['a deployment without a status', { deploymentId: '00000000-0000-4000-8000-000000000000' }],
    [
      'a deployment and an environment',
      { deploymentId: '00000000-0000-4000-8000-000000000000', environment: 'DEV', status: 'RUNNING' },
    ],
  ])('needs to know what is meant: not %s', async (_what, input) => {
    expect(await delivery.deploy(input)).toMatchObject({ deployment: null, userErrors: [{ code: 'BAD_USER_INPUT' }] });
  });

  it.each<[string, object]>([
    ['deployment', { deploymentId: '00000000-0000-4000-8000-000000000000', status: 'RUNNING' }],
    ['build', { buildId: '00000000-0000-4000-8000-000000000000', environment: 'DEV' }],
  ])('is NOT_FOUND where there is no such %s', async (_what, input) => {
    expect(await delivery.deploy(input)).toMatchObject({ deployment: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });
});

describe('two deployments to one environment', () => {
  const RUNNING = { environment: 'STAGING', status: 'RUNNING' };

  it('are not at work at once: the second is refused until the first has ended', async () => {
    const project = await delivery.project();
    const builds = [await delivery.build(project), await delivery.build(project)];
    const both = await Promise.all(builds.map((buildId) => delivery.deploy({ buildId, ...RUNNING })));
    const begun = both.findIndex(({ deployment }) => deployment !== null);
    const first = pick(both[begun], 'deployment.id');
    const refused = {
      deployment: null,
      userErrors: [
        {
          code: 'CONFLICT',
          message: `Deployment ${first} is RUNNING in STAGING: wait for its end; one that was left behind ends by tripoint deploy check`,
          details: { deploymentId: first, status: 'RUNNING', environment: 'STAGING' },
        },
      ],
    };
    expect(both[1 - begun]).toMatchObject(refused);
    const buildId = builds[1 - begun];
    // Nor is one that was put down before, or one that another tool has made already.
    const { deployment } = await delivery.deploy({ buildId, environment: 'STAGING' });
    const deploymentId = pick(deployment, 'id');
    expect(await delivery.deploy({ deploymentId, status: 'RUNNING' })).toMatchObject(refused);
    expect(await delivery.deploy({ deploymentId, status: 'SUCCEEDED' })).toMatchObject(refused);
    expect(await delivery.deploy({ buildId, environment: 'DEV', status: 'RUNNING' })).toMatchObject({ userErrors: [] });
    await delivery.deploy({ deploymentId: first, status: 'SUCCEEDED' });
    expect(await delivery.deploy({ deploymentId, status: 'RUNNING' })).toMatchObject({
      deployment: { status: 'RUNNING', previousSha: expect.stringMatching(/^[0-9a-f]{40}$/) },
      userErrors: [],
    });
  });
});

describe('a key', () => {
  it('leads a repeated request to the same deployment, and no other', async () => {
    const project = await delivery.project();
    const build = await delivery.build(project);
    const first = await delivery.deploy({ buildId: build, environment: 'DEV', idempotencyKey: 'ci-1' });
    const again = await delivery.deploy({ buildId: build, environment: 'DEV', idempotencyKey: 'ci-1' });
    expect(pick(again, 'deployment.id')).toBe(pick(first, 'deployment.id'));
    const other = { buildId: await delivery.build(project), environment: 'DEV', idempotencyKey: 'ci-1' };
    expect(await delivery.deploy(other)).toMatchObject({
      deployment: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', details: { deploymentId: pick(first, 'deployment.id') } }],
    });
  });

  it.skipIf(!isRealStack)('does so for fifty requests at once (real only)', async () => {
    const build = await delivery.build(await delivery.project());
    const input = { buildId: build, environment: 'DEV', idempotencyKey: 'at once' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => delivery.deploy(input)));
    expect(new Set(answers.map((answer) => pick(answer, 'deployment.id'))).size).toBe(1);
  });
});
