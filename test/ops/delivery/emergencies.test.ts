/** An emergency: to production without staging, by two people other than who asks, with a follow-up, all of it in the chain. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../../src/auth/issue.ts';
import { createDelivery, HEALTHY } from '../../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';
import { TEST_PEOPLE } from '../../support/people.ts';

const { ana: ANA = '', ben: BEN = '', carla: CARLA = '' } = DEMO_USERS;
/** Release managers, as Ana and Carla are; Ben is a developer. */
const [DORA = ''] = TEST_PEOPLE;

let gateway: TestGateway;
let delivery: ReturnType<typeof createDelivery>;
let ledger: ReturnType<typeof createLedger>;
let project: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  delivery = createDelivery(gateway);
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

async function createProject(): Promise<string> {
  const made = await delivery.project();
  for (const userId of [CARLA, DORA])
    await delivery.send('setProjectMember', { projectId: made, userId, role: 'release_manager' }, 'member { id }');
  return made;
}

const EMERGENCY =
  'emergency { id status requestedBy reason runId followUpDueAt approvals(first: 5) { nodes { id status decidedBy } } }';
const ask = (buildId: string, given: object = {}) =>
  delivery.send('requestEmergency', { buildId, reason: 'Nobody can sign in', requestedBy: ANA, ...given }, EMERGENCY);
const follow = (emergencyId: string, followUp = 'Cherry-picked to main, and staged', given: object = {}) =>
  delivery.send(
    'recordFollowUp',
    { emergencyId, followUp, recordedBy: ANA, ...given },
    'emergency { status followUp followedUpBy }',
  );
const use = (buildId: string, emergencyId: string, given: object = {}) =>
  delivery.deploy({ buildId, environment: 'PRODUCTION', status: 'SUCCEEDED', emergencyId, ...given });
const decide = (approvalId: string, as: string, given: object = {}) =>
  delivery.mutate(
    'decideApproval',
    { approvalId, decision: 'APPROVED', ...given },
    'approval { status decidedBy }',
    as,
  );

async function asked(given: object = {}) {
  const build = await delivery.build(project, undefined, { branch: 'fix/sign-in', ...given });
  const payload = await ask(build);
  const approvals = pick(payload, 'emergency.approvals.nodes') as { id: string }[];
  const [one = '', two = ''] = approvals.map(({ id }) => id);
  return { build, id: String(pick(payload, 'emergency.id')), run: String(pick(payload, 'emergency.runId')), one, two };
}

async function approved(given: object = {}) {
  const emergency = await asked(given);
  await decide(emergency.one, 'carla');
  await decide(emergency.two, 'service', { decidedBy: DORA });
  return emergency;
}

const statusOf = async (id: string) => {
  const { data } = await gateway.execute('query ($id: ID!) { emergency(id: $id) { status } }', {
    as: 'ben',
    variables: { id },
  });
  return pick(data, 'emergency.status');
};

describe('to ask for one', () => {
  beforeAll(async () => {
    project = await createProject();
  });

  it('needs a reason, and a member of the project in a form by which that one is known', async () => {
    const build = await delivery.build(project, undefined, { branch: 'fix/sign-in' });
    expect(await ask(build, { reason: ' ' })).toMatchObject({ userErrors: [{ path: ['input', 'reason'] }] });
    for (const requestedBy of [null, 'ana', 'service', randomUUID()])
      expect(await ask(build, { requestedBy })).toMatchObject({
        emergency: null,
        userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'requestedBy'] }],
      });
    expect(await ask(build, { requestedBy: `user:${ANA.toUpperCase()}` })).toMatchObject({
      emergency: { status: 'REQUESTED', requestedBy: ANA },
    });
  });

  it('is for builds of main, production and fix/* alone, and the same one again for the same build', async () => {
    for (const branch of ['feature/x', 'release/1'])
      expect(await ask(await delivery.build(project, undefined, { branch }))).toMatchObject({
        userErrors: [{ code: 'CONFLICT', details: { missing: ['MAIN'] } }],
      });
    const { build, id } = await asked({ branch: 'production' });
    expect(pick(await ask(build, { requestedBy: BEN }), 'emergency')).toMatchObject({ id, requestedBy: ANA });
  });

  it('is not by approvals of its subject that somebody requests beside it', async () => {
    const { id } = await asked();
    const input = { subject: 'emergency_deployment', subjectId: `${id}/3`, reason: 'x', projectId: project };
    expect(await delivery.send('requestApproval', input, 'approval { id }')).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'subject'] }],
    });
  });
});

describe('two people', () => {
  beforeAll(async () => {
    project = await createProject();
  });

  it('let it through, and nobody twice, in whatever spelling and by whatever door', async () => {
    const { build, id, one, two } = await asked();
    const refusals: [string, object?][] = [
      ['ana'],
      ['ben'],
      ['service', { decidedBy: ANA }],
      ['service', { decidedBy: ANA.toUpperCase() }],
      ['service', { decidedBy: `{${ANA}}` }],
      ['service', { decidedBy: 'somebody' }],
      ['service', { decidedBy: randomUUID() }],
      ['agent:sync-odoo-agent', { decidedBy: CARLA }],
    ];
    for (const [as, given] of refusals) {
      const { data, errors } = await decide(one, as, given);
      const code = errors?.[0]?.extensions.code ?? pick(data, 'decideApproval.userErrors.0.code');
      expect(code, `${as} ${JSON.stringify(given)}`).toMatch(/^(FORBIDDEN|BOUNDARY_VIOLATION)$/);
    }
    expect((await decide(one, 'carla')).errors).toBeUndefined();
    const half = await use(build, id);
    expect(half).toMatchObject({ deployment: null, userErrors: [{ details: { missing: ['APPROVERS'] } }] });
    for (const [as, given] of [
      ['carla', {}],
      ['service', { decidedBy: CARLA }],
      ['service', { decidedBy: `urn:uuid:${CARLA.toUpperCase()}` }],
    ] as const) {
      const { data, errors } = await decide(two, as, given);
      expect(errors?.[0]?.message ?? pick(data, 'decideApproval.userErrors.0.message')).toContain('needs two people');
    }
    await decide(two, 'service', { decidedBy: DORA });
    expect(await statusOf(id)).toBe('APPROVED');
    expect(await use(build, id)).toMatchObject({ deployment: { status: 'SUCCEEDED' }, userErrors: [] });
    expect(await statusOf(id)).toBe('DEPLOYED');
    await follow(id);
  });

  it('are refused by one of them', async () => {
    const { build, id, one, two } = await asked();
    await decide(one, 'carla', { decision: 'REJECTED' });
    expect(await statusOf(id)).toBe('REJECTED');
    const { data } = await decide(two, 'service', { decidedBy: DORA });
    expect(pick(data, 'decideApproval.userErrors.0.code')).toBe('CONFLICT');
    expect(await use(build, id)).toMatchObject({ userErrors: [{ details: { missing: ['APPROVERS'] } }] });
  });

  it('let through one build, to production, once, within a day', async () => {
    const { build, id } = await approved();
    const missing = async (buildId: string, given: object = {}) =>
      pick(await use(buildId, id, given), 'userErrors.0.details.missing');
    expect(await missing(build, { environment: 'STAGING' })).toEqual(['PRODUCTION']);
    expect(await missing(await delivery.build(project))).toEqual(['BUILD']);
    const ill = [{ ...HEALTHY[0], ok: false }, HEALTHY[1]];
    expect(await use(build, id, { healthChecks: ill })).toMatchObject({ deployment: { status: 'FAILED' } });
    // It goes on for the next try of the same.
    expect(await use(build, id)).toMatchObject({ deployment: { status: 'SUCCEEDED' } });
    expect(await missing(build)).toEqual(['UNUSED']);
    await follow(id);
    const late = await approved();
    await ledger.own('alter table ops.emergency_requests disable trigger stays_what_it_is');
    await ledger.own("update ops.emergency_requests set lapses_at = now() - interval '1 second' where id = $1", [
      late.id,
    ]);
    await ledger.own('alter table ops.emergency_requests enable trigger stays_what_it_is');
    expect(await statusOf(late.id)).toBe('LAPSED');
    expect(await use(late.build, late.id)).toMatchObject({ userErrors: [{ details: { missing: ['IN_TIME'] } }] });
    expect(pick(await ask(late.build), 'emergency.id')).not.toBe(late.id);
  });
});

describe('the follow-up', () => {
  beforeAll(async () => {
    project = await createProject();
  });

  it('is due within a day; overdue it blocks the next emergency until it is recorded, once', async () => {
    const { build, id } = await approved();
    const waiting = await approved();
    expect(await follow(id)).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
    await use(build, id);
    const { data } = await gateway.execute('query ($id: ID!) { emergency(id: $id) { deployedAt followUpDueAt } }', {
      as: 'ana',
      variables: { id },
    });
    const { deployedAt, followUpDueAt } = (data?.emergency ?? {}) as Record<string, string>;
    const hours = (Date.parse(String(followUpDueAt)) - Date.parse(String(deployedAt))) / 3_600_000;
    expect(hours).toBeCloseTo(24, 3);
    await ledger.own("update ops.emergency_requests set follow_up_due_at = now() - interval '1 second' where id = $1", [
      id,
    ]);
    const overdue = await gateway.execute('{ emergencies(filter: { status: { eq: OVERDUE } }) { nodes { id } } }', {
      as: 'ben',
    });
    expect(pick(overdue.data, 'emergencies.nodes')).toEqual([{ id }]);
    const next = await delivery.build(project, undefined, { branch: 'main' });
    expect(await ask(next)).toMatchObject({
      userErrors: [{ code: 'CONFLICT', details: { missing: ['FOLLOW_UP'], emergencyId: id } }],
    });
    expect(await use(waiting.build, waiting.id)).toMatchObject({
      userErrors: [{ details: { missing: ['FOLLOW_UP'] } }],
    });
    expect(await follow(id, ' ')).toMatchObject({ userErrors: [{ path: ['input', 'followUp'] }] });
    expect(await follow(id, 'x', { recordedBy: randomUUID() })).toMatchObject({
      userErrors: [{ path: ['input', 'recordedBy'] }],
    });
    expect(await follow(id)).toMatchObject({ emergency: { status: 'FOLLOWED_UP', followedUpBy: ANA } });
    expect(await follow(id)).toMatchObject({ emergency: { status: 'FOLLOWED_UP' }, userErrors: [] });
    expect(await follow(id, 'Something else')).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
    expect(await ask(next)).toMatchObject({ emergency: { status: 'REQUESTED' } });
  });

  it('ends a chain that says all that happened, and by whom', async () => {
    const { build, id, run } = await approved();
    await use(build, id);
    await follow(id);
    const { data } = await gateway.execute(
      `query ($run: ID!) { verifyLedger(runId: $run) { problem } run(id: $run) { agent kind status requestedBy
        events(first: 20, orderBy: { field: SEQ }) { nodes { type payload } } } }`,
      { as: 'service', variables: { run } },
    );
    expect(pick(data, 'verifyLedger.problem')).toBeNull();
    expect(data?.run).toMatchObject({ agent: 'tripoint-gateway', kind: 'delivery.emergency', status: 'SUCCEEDED' });
    const events = pick(data, 'run.events.nodes') as { type: string; payload: Record<string, unknown> }[];
    expect(events.map(({ type }) => type)).toEqual([
      'emergency.requested',
      ...['emergency.decided', 'emergency.decided'],
      ...['emergency.deployed', 'emergency.followed_up', 'run.succeeded'],
    ]);
    expect(events[0]?.payload).toMatchObject({ emergencyId: id, buildId: build, requestedBy: ANA });
    expect(events.slice(1, 3).map(({ payload }) => payload.decidedBy)).toEqual([CARLA, DORA]);
  });

  it('is told to members of the project, and to nobody else', async () => {
    const { id } = await asked();
    expect(await statusOf(id)).toBe('REQUESTED');
    const other = await delivery.project();
    const elsewhere = await ask(await delivery.build(other, undefined, { branch: 'main' }));
    const { data } = await gateway.execute('query ($id: ID!) { emergency(id: $id) { status } }', {
      as: 'carla',
      variables: { id: pick(elsewhere, 'emergency.id') },
    });
    expect(data?.emergency).toBeNull();
  });
});
