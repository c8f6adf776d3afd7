/** Proofs that an environment's Odoo is a neutralized copy: what is recorded, what stays, and what a failed one stops. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDelivery, type Payload } from '../../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';

let gateway: TestGateway;
let delivery: ReturnType<typeof createDelivery>;

beforeAll(async () => {
  gateway = await createTestGateway();
  delivery = createDelivery(gateway);
});
afterAll(() => gateway[Symbol.asyncDispose]());

const PROOF = 'stageProof { id passed failed notSeen checks host evidenceDigest recordedBy environment { name } }';
const good = { name: 'neutralized', verdict: 'passed', found: 'it is', do: null };
const bad = { name: 'mail-out', verdict: 'failed', found: 'one is active', do: 'archive it' };
const unseen = { name: 'crons', verdict: 'not_seen', found: 'closed', do: null };

function record(projectId: string, given: object, as = 'service'): Promise<Payload> {
  return delivery.send('recordStageProof', { projectId, environment: 'STAGING', checks: [good], ...given }, PROOF, as);
}

const toStaging = (buildId: string) => delivery.deploy({ buildId, environment: 'STAGING', status: 'SUCCEEDED' });

describe('recordStageProof', () => {
  it('concludes from the checks, and keeps them as they are', async () => {
    const project = await delivery.project();
    const digest = `sha256:${'a'.repeat(64)}`;
    const { stageProof, userErrors } = await record(project, { checks: [good, bad, unseen], evidenceDigest: digest });
    expect(userErrors).toEqual([]);
    expect(stageProof).toMatchObject({
      ...{ passed: false, failed: ['mail-out'], notSeen: ['crons'], host: null, evidenceDigest: digest },
      ...{ checks: [good, bad, unseen], recordedBy: 'service', environment: { name: 'STAGING' } },
    });
    expect(await record(project, {})).toMatchObject({ stageProof: { passed: true, failed: [], notSeen: [] } });
  });

  it.each<[string, object, string]>([
    ['no checks', { checks: [] }, 'BAD_USER_INPUT'],
    ['a verdict of its own', { checks: [{ ...good, verdict: 'fine' }] }, 'BAD_USER_INPUT'],
    ['neither environment nor host', { environment: null }, 'BAD_USER_INPUT'],
    ['both', { host: 'pr-7.example.com' }, 'BAD_USER_INPUT'],
    ['a URL as a host', { environment: null, host: 'https://pr-7.example.com' }, 'BAD_USER_INPUT'],
    ['a digest that is none', { evidenceDigest: 'sha256:x' }, 'BAD_USER_INPUT'],
    ['a project that is not there', { projectId: '00000000-0000-4000-8000-000000000000' }, 'NOT_FOUND'],
  ])('refuses %s', async (_what, given, code) => {
    const project = await delivery.project();
    expect(await record(project, given)).toMatchObject({ stageProof: null, userErrors: [{ code }] });
  });

  it('refuses in the database too what the mutation would', async () => {
    const ledger = createLedger(gateway);
    const project = await delivery.project();
    for (const checks of ['[]', '{}', '[{"name": "x"}]', '[{"name": "", "verdict": "passed"}]', '["x"]'])
      await expect(
        ledger.own('select ops.record_stage_proof(project_id => $1, environment => $2, checks => $3::jsonb)', [
          ...[project, 'STAGING', checks],
        ]),
        checks,
      ).rejects.toThrow();
  });

  it('answers a key that comes again with the first proof, and refuses other values', async () => {
    const project = await delivery.project();
    const first = await record(project, { idempotencyKey: `once ${project}` });
    const again = await record(project, { idempotencyKey: `once ${project}` });
    expect(pick(again, 'stageProof.id')).toBe(pick(first, 'stageProof.id'));
    expect(await record(project, { idempotencyKey: `once ${project}`, checks: [bad] })).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }],
    });
  });

  it('is for delivery-agent, which reads its own, and the service; members read, strangers do not', async () => {
    const project = await delivery.project();
    const input = { projectId: project, environment: 'STAGING', checks: [good] };
    const keyless = await delivery.send('recordStageProof', input, 'stageProof { id }', 'agent:delivery-agent');
    expect(keyless).toMatchObject({ userErrors: [{ code: 'BAD_USER_INPUT' }] });
    const keyed = { ...input, idempotencyKey: `agent ${project}` };
    const made = await delivery.send('recordStageProof', keyed, 'stageProof { id recordedBy }', 'agent:delivery-agent');
    expect(made).toMatchObject({ stageProof: { recordedBy: 'delivery-agent' } });
    const id = String(pick(made, 'stageProof.id'));
    const read = async (as: string) =>
      pick((await gateway.execute(`{ stageProof(id: "${id}") { passed } }`, { as })).data, 'stageProof');
    expect(await read('ben')).toEqual({ passed: true });
    expect(await read('carla')).toBeNull();
    expect(await read('agent:delivery-agent')).toEqual({ passed: true });
    const others = String(pick(await record(project, {}), 'stageProof.id'));
    const asAgent = await gateway.execute(`{ stageProof(id: "${others}") { passed } }`, { as: 'agent:delivery-agent' });
    expect(asAgent.data?.stageProof).toBeNull();
    const refused = await delivery.mutate('recordStageProof', input, PROOF, 'ana');
    expect(refused.errors?.[0]?.extensions.code).toBe('BOUNDARY_VIOLATION');
  });

  it('stays as it is, for the owner too', async () => {
    const ledger = createLedger(gateway);
    await record(await delivery.project(), {});
    for (const statement of [
      'update ops.stage_proofs set passed = true',
      'delete from ops.stage_proofs',
      'truncate ops.stage_proofs',
    ])
      await expect(ledger.own(statement), statement).rejects.toThrow();
  });
});

describe('a deployment', () => {
  it('is refused where the newest proof failed, with the checks, and goes on once one passed', async () => {
    const project = await delivery.project();
    const build = await delivery.build(project);
    await record(project, { checks: [good, bad] });
    expect(await toStaging(build)).toMatchObject({
      deployment: null,
      userErrors: [
        {
          code: 'CONFLICT',
          message: expect.stringMatching(
            /its Odoo is not neutralized as `tripoint stage verify` saw it on .* \(mail-out\)$/,
          ),
          details: { missing: ['STAGE_PROOF'], environment: 'STAGING' },
        },
      ],
    });
    await record(project, {});
    expect(await toStaging(build)).toMatchObject({ deployment: { status: 'SUCCEEDED' }, userErrors: [] });
  });

  it('goes on without a proof, after one that could not see all, and past one of another place', async () => {
    const project = await delivery.project();
    expect(await toStaging(await delivery.build(project))).toMatchObject({ userErrors: [] });
    await record(project, { checks: [good, unseen] });
    await record(project, { environment: 'DEV', checks: [bad] });
    await record(project, { environment: null, host: 'pr-7.example.com', checks: [bad] });
    await record(await delivery.project(), { checks: [bad] });
    expect(await toStaging(await delivery.build(project))).toMatchObject({ userErrors: [] });
  });

  it('of a pull request is judged by its host', async () => {
    const project = await delivery.project();
    await record(project, { environment: null, host: 'pr-7.example.com', checks: [bad] });
    const why = async (host: string) => {
      const [row] = await createLedger(gateway).own('select ops.missing_proof(null, $1, $2) as why', [project, host]);
      return row?.why;
    };
    expect(await why('pr-7.example.com')).toContain('mail-out');
    expect(await why('pr-8.example.com')).toBeNull();
  });
});
