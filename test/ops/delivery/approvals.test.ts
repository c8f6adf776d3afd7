/** Approvals: who may decide, once, and never who asked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../../src/auth/issue.ts';
import { createDelivery } from '../../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { askAs, createLedger } from '../../support/ledger.ts';
import { isRealStack } from '../../support/stack.ts';

let gateway: TestGateway;
let delivery: ReturnType<typeof createDelivery>;
let ledger: ReturnType<typeof createLedger>;
let project: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  delivery = createDelivery(gateway);
  ledger = createLedger(gateway);
  project = await delivery.project();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const ANA = DEMO_USERS.ana as string;
/** What Postgres takes for the same uuid, and what people write for it. */
const SPELLINGS = [ANA.toUpperCase(), `{${ANA}}`, ANA.replaceAll('-', ''), `urn:uuid:${ANA}`, `user:${ANA}`];
const NOBODY = '00000000-0000-4000-8000-000000000000';
const APPROVAL =
  'approval { id subject subjectId status requestedBy reason decidedBy decidedAt comment build { id } environment { name } }';
const requestOf = (input: object) => delivery.send('requestApproval', input, APPROVAL);
const decideAs = (as: string, input: object) => delivery.mutate('decideApproval', input, APPROVAL, as);
const request = async (given: object = {}) => delivery.request(await delivery.build(project), given);

describe('requestApproval', () => {
  it('begins an approval of a build for an environment, undecided', async () => {
    const build = await delivery.build(project);
    const input = { subjectId: build, environment: 'PRODUCTION', reason: 'A release', requestedBy: 'ben' };
    expect(await requestOf(input)).toMatchObject({
      approval: {
        subject: 'deployment',
        subjectId: build,
        status: 'PENDING',
        requestedBy: 'ben',
        reason: 'A release',
        decidedBy: null,
        decidedAt: null,
        build: { id: build },
        environment: { name: 'PRODUCTION' },
      },
      userErrors: [],
    });
  });

  it('answers the one that is undecided, and after its decision begins another', async () => {
    const build = await delivery.build(project);
    const input = { subjectId: build, environment: 'PRODUCTION', reason: 'A release' };
    const first = await requestOf(input);
    expect(pick(first, 'approval.requestedBy')).toBe('service');
    expect(pick(await requestOf({ ...input, reason: 'Again' }), 'approval')).toEqual(first.approval);
    await delivery.decide(String(pick(first, 'approval.id')), 'REJECTED');
    expect(pick(await requestOf(input), 'approval.id')).not.toBe(pick(first, 'approval.id'));
  });

  it('answers the same for a key, decided or not, and refuses the key for anything else', async () => {
    const build = await delivery.build(project);
    const input = { subjectId: build, environment: 'PRODUCTION', reason: 'A release', idempotencyKey: 'rel-1' };
    const first = String(pick(await requestOf(input), 'approval.id'));
    await delivery.decide(first, 'APPROVED');
    expect(await requestOf(input)).toMatchObject({ approval: { id: first, status: 'APPROVED' } });
    expect(await requestOf({ ...input, environment: 'STAGING' })).toMatchObject({
      approval: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', details: { approvalId: first } }],
    });
  });

  it.skipIf(!isRealStack)('begins one for thirty requests at once (real only)', async () => {
    const input = { subjectId: await delivery.build(project), environment: 'PRODUCTION', reason: 'A release' };
    const answers = await Promise.all(Array.from({ length: 30 }, () => requestOf(input)));
    expect(new Set(answers.map((answer) => pick(answer, 'approval.id'))).size).toBe(1);
  });

  it('is for other things too, which only a service decides where they belong to no project', async () => {
    const asked = await requestOf({ subject: 'retention', subjectId: 'plan-1', reason: 'Old events' });
    expect(asked).toMatchObject({ approval: { subject: 'retention', build: null, environment: null } });
    const approvalId = pick(asked, 'approval.id');
    const byAna = await decideAs('ana', { approvalId, decision: 'APPROVED' });
    expect(pick(byAna.data, 'decideApproval.userErrors')).toMatchObject([{ code: 'NOT_FOUND' }]);
    const byService = await decideAs('service', { approvalId, decision: 'APPROVED', decidedBy: 'dana' });
    expect(pick(byService.data, 'decideApproval.approval')).toMatchObject({ status: 'APPROVED', decidedBy: 'dana' });
  });

  it.each<[string, object, string]>([
    ['an unknown build', { subjectId: NOBODY, environment: 'DEV', reason: 'x' }, 'NOT_FOUND'],
    ['a build that is no uuid', { subjectId: 'latest', environment: 'DEV', reason: 'x' }, 'NOT_FOUND'],
    ['no reason', { subjectId: NOBODY, environment: 'DEV', reason: ' ' }, 'BAD_USER_INPUT'],
    ['a subject of several words', { subject: 'A thing', subjectId: '1', reason: 'x' }, 'BAD_USER_INPUT'],
    ['an unknown project', { subject: 'access', subjectId: '1', reason: 'x', projectId: NOBODY }, 'NOT_FOUND'],
  ])('refuses %s', async (_what, input, code) => {
    expect(await requestOf(input)).toMatchObject({ approval: null, userErrors: [{ code }] });
  });

  it('refuses a deployment without its environment', async () => {
    expect(await requestOf({ subjectId: await delivery.build(project), reason: 'x' })).toMatchObject({
      approval: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'environment'] }],
    });
  });
});

describe('decideApproval', () => {
  it('by a release manager of the project is in her own name', async () => {
    const approvalId = await request();
    const { data } = await decideAs('ana', { approvalId, decision: 'APPROVED', comment: 'Go ahead' });
    expect(pick(data, 'decideApproval')).toMatchObject({
      approval: { status: 'APPROVED', decidedBy: DEMO_USERS.ana, comment: 'Go ahead', decidedAt: expect.any(String) },
      userErrors: [],
    });
  });

  it('by a member whose role may not is FORBIDDEN', async () => {
    const { data, errors } = await decideAs('ben', {
      approvalId: await request({ requestedBy: 'x' }),
      decision: 'APPROVED',
    });
    expect(pick(data, 'decideApproval') ?? null).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('ask a release manager'), extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('by somebody who is no member is NOT_FOUND, as if there were none', async () => {
    const approvalId = await request();
    const { data } = await decideAs('carla', { approvalId, decision: 'APPROVED' });
    expect(pick(data, 'decideApproval')).toMatchObject({
      approval: null,
      userErrors: [{ code: 'NOT_FOUND', message: `There is no approval ${approvalId}` }],
    });
    const unknown = await decideAs('ana', { approvalId: NOBODY, decision: 'APPROVED' });
    expect(pick(unknown.data, 'decideApproval.userErrors')).toMatchObject([
      { code: 'NOT_FOUND', message: `There is no approval ${NOBODY}` },
    ]);
  });

  it.each<[string, object, object]>([
    ['ana', { requestedBy: DEMO_USERS.ana }, {}],
    ['service', { requestedBy: 'dana' }, { decidedBy: 'dana' }],
    ['service', { requestedBy: 'dana@example.com' }, { decidedBy: ' Dana@Example.com' }],
    ['service', { requestedBy: 'dana' }, { decidedBy: 'd\u200bana' }],
    ['ana', { requestedBy: 'ana@example.com' }, {}],
    ['ana', { requestedBy: ' Ana@Example.com' }, {}],
    ['service', { requestedBy: 'ana@example.com' }, { decidedBy: DEMO_USERS.ana }],
    ['service', { requestedBy: DEMO_USERS.ana }, { decidedBy: 'ana@example.com' }],
    ['service', { requestedBy: 'sync-odoo-agent' }, { decidedBy: 'Sync-Odoo-Agent' }],
    ...SPELLINGS.map((spelling): [string, object, object] => ['ana', { requestedBy: spelling }, {}]),
    ...SPELLINGS.map((spelling): [string, object, object] => [
      'service',
      { requestedBy: DEMO_USERS.ana },
      { decidedBy: spelling },
    ]),
    ...SPELLINGS.map((spelling): [string, object, object] => [
      'service',
      { requestedBy: spelling },
      { decidedBy: DEMO_USERS.ana },
    ]),
  ])('by who asked is FORBIDDEN, in whatever spelling: %s, %j, %j', async (as, asked, given) => {
    const approvalId = await request(asked);
    const { errors } = await decideAs(as, { approvalId, decision: 'APPROVED', ...given });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('Who requested an approval'), extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await ledger.own('select status from ops.approvals where id = $1', [approvalId])).toEqual([
      { status: 'PENDING' },
    ]);
  });

  it('by a user in the name of another is FORBIDDEN', async () => {
    const input = { approvalId: await request(), decision: 'APPROVED', decidedBy: 'dana' };
    const { errors } = await decideAs('ana', input);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('by a service needs to say who decided', async () => {
    const approvalId = await request();
    const { data } = await decideAs('service', { approvalId, decision: 'APPROVED' });
    expect(pick(data, 'decideApproval')).toMatchObject({ approval: null, userErrors: [{ code: 'BAD_USER_INPUT' }] });
  });

  it('is once: the same again changes nothing, another is CONFLICT', async () => {
    const approvalId = await request();
    const first = await decideAs('ana', { approvalId, decision: 'REJECTED', comment: 'Not yet' });
    const again = await decideAs('ana', { approvalId, decision: 'REJECTED', comment: 'Still not' });
    expect(pick(again.data, 'decideApproval')).toEqual(pick(first.data, 'decideApproval'));
    const turned = await decideAs('ana', { approvalId, decision: 'APPROVED' });
    expect(pick(turned.data, 'decideApproval')).toMatchObject({
      approval: null,
      userErrors: [{ code: 'CONFLICT', details: { status: 'REJECTED', decidedBy: DEMO_USERS.ana } }],
    });
    const other = await decideAs('service', { approvalId, decision: 'REJECTED', decidedBy: 'dana' });
    expect(pick(other.data, 'decideApproval.userErrors')).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it.each(['agent:sync-odoo-agent', 'agent:workspace-indexer', null])('is refused to %s', async (as) => {
    const approvalId = await request();
    const answer = await gateway.execute(
      `mutation { decideApproval(input: { approvalId: "${approvalId}", decision: APPROVED }) { approval { id } } }`,
      { as },
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: expect.stringMatching(/FORBIDDEN|BOUNDARY/) } }]);
    await expect(
      createLedger(gateway, as).call('decide_approval', { approval_id: approvalId, decision: 'APPROVED' }),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('by the role of users without a token decides nothing', async () => {
    const approvalId = await request();
    const asked = gateway.owner(async (client) => {
      await client.script('begin; set local role authenticated');
      try {
        return await client.query("select ops.decide_approval($1, 'APPROVED', null, 'dana')", [approvalId]);
      } finally {
        await client.script('rollback');
      }
    });
    await expect(asked).rejects.toMatchObject({ code: 'TP403' });
  });
});

describe('an approval, whoever asks the database', () => {
  it('begins undecided', async () => {
    const insert = `insert into ops.approvals (subject, subject_id, requested_by, reason, status, decided_by, decided_at)
      values ('retention', 'p', 'a', 'r', 'APPROVED', 'b', now())`;
    await expect(ledger.own(insert)).rejects.toMatchObject({ code: 'TP409' });
  });

  it('changes no more once it is decided, and never in what it asks for', async () => {
    const decided = await request();
    await delivery.decide(decided, 'APPROVED');
    const pending = await request();
    for (const change of [
      `update ops.approvals set status = 'REJECTED' where id = '${decided}'`,
      `update ops.approvals set comment = 'x' where id = '${decided}'`,
      `update ops.approvals set status = 'PENDING', decided_by = null, decided_at = null where id = '${decided}'`,
      `update ops.approvals set reason = 'x' where id = '${pending}'`,
      `update ops.approvals set subject_id = gen_random_uuid()::text where id = '${pending}'`,
      `update ops.approvals set requested_by = 'x' where id = '${pending}'`,
    ])
      await expect(ledger.own(change), change).rejects.toMatchObject({ code: 'TP409' });
  });

  it('is decided by none but another, with a name and a time', async () => {
    const pending = await request({ requestedBy: 'dana' });
    const decide = (set: string) => ledger.own(`update ops.approvals set ${set} where id = '${pending}'`);
    await expect(decide("status = 'APPROVED', decided_by = 'dana', decided_at = now()")).rejects.toMatchObject({
      code: 'TP403',
    });
    await expect(decide("status = 'APPROVED', decided_by = ' Dana ', decided_at = now()")).rejects.toMatchObject({
      code: 'TP403',
    });
    await expect(decide("status = 'APPROVED'")).rejects.toMatchObject({ code: '23514' });
    await expect(decide("status = 'APPROVED', decided_by = 'eve'")).rejects.toMatchObject({ code: '23514' });
  });

  it('keeps who asked and who decided in one spelling', async () => {
    const pending = await request({ requestedBy: ` {${ANA.toUpperCase()}} ` });
    const [decided] = await ledger.own(
      `update ops.approvals set status = 'APPROVED', decided_by = upper('${DEMO_USERS.ben}'), decided_at = now()
       where id = '${pending}' returning requested_by, decided_by`,
    );
    expect(decided).toEqual({ requested_by: ANA, decided_by: DEMO_USERS.ben });
  });

  it('is not decided by who asked where the trigger is off: the table says so too', async () => {
    const pending = await request({ requestedBy: ANA });
    const decide = `alter table ops.approvals disable trigger guard_approval;
      update ops.approvals set status = 'APPROVED', decided_by = upper('${ANA}'), decided_at = now() where id = '${pending}'`;
    await expect(gateway.owner((client) => client.script(`begin; ${decide}; rollback`))).rejects.toMatchObject({
      code: '23514',
    });
    await gateway.owner((client) => client.script('rollback'));
  });

  it.each(['delete from ops.approvals', 'truncate ops.approvals cascade'])('stays: "%s" is refused', async (sql) => {
    await expect(gateway.owner((client) => client.script(sql))).rejects.toMatchObject({ code: '42501' });
    await expect(askAs(gateway, 'service', 'delete from ops.approvals')).rejects.toMatchObject({ code: '42501' });
  });
});
