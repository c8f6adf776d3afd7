/** Refusals of the ledger by their place in the input, and artifacts that are images. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let runId: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  const { data } = await gateway.execute(
    'mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "test.named" }) { run { id } } }',
    { as: 'service' },
  );
  runId = String(pick(data, 'enqueueRun.run.id'));
});

afterAll(() => gateway[Symbol.asyncDispose]());

async function mutate(name: string, input: Record<string, unknown>, as = 'service') {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  // An agent confirms a write to Odoo, and its dry run says what is wrong with it.
  const isDry = name === 'requestOdooWrite' && as !== 'service';
  const query = `mutation ($input: ${type}) { ${name}(input: $input, dryRun: ${isDry}) { userErrors { code message path } } }`;
  const { data, errors } = await gateway.execute(query, { as, variables: { input } });
  expect(errors).toBeUndefined();
  return pick(data, `${name}.userErrors`) as { code: string; message: string; path: string[] | null }[];
}

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const record = (uri: string, more: Record<string, unknown> = {}) =>
  mutate('recordArtifact', { runId, kind: 'image', uri, ...more });

describe('recordArtifact', () => {
  it.each([
    'ghcr.io/org/image:tag',
    'ghcr.io/org/image:1.2.3-rc.1_x',
    `ghcr.io/org/image@${DIGEST}`,
    `ghcr.io/org/deep/er/image:tag@${DIGEST}`,
    'registry.example.com:5000/team/app:latest',
    'localhost:5000/app:dev',
    'registry:5000/app:dev',
    'docker.io/library/postgres:17',
    'oci://ghcr.io/org/image:tag',
    's3://bucket/key',
  ])('takes %s', async (uri) => {
    expect(await record(uri)).toEqual([]);
    const { data } = await gateway.execute(`{ run(id: "${runId}") { artifacts(first: 100) { nodes { uri } } } }`, {
      as: 'service',
    });
    expect(pick(data, 'run.artifacts.nodes')).toContainEqual({ uri });
  });

  it.each([
    'ghcr.io/org/image',
    'org/image:tag',
    'image:tag',
    'ghcr.io/Org/image:tag',
    'ghcr.io/org/image:',
    'ghcr.io/org/image@sha256:abc',
    'ghcr.io/org/image:tag extra',
    'ghcr.io//image:tag',
    'data:5000/x:1',
    'data:text/plain;base64,eA==',
    'javascript:alert/x:1',
    'just text',
  ])('refuses %s, and says what it takes', async (uri) => {
    expect(await record(uri)).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['input', 'uri'], message: expect.stringContaining('ghcr.io/org/image:tag') },
    ]);
  });
});

describe('a userError says where in the input the fault is', () => {
  const backup = { kind: 'DAILY', database: 'odoo', size: '1', digest: DIGEST, takenAt: '2026-01-01T00:00:00Z' };
  const nothing = '00000000-0000-4000-8000-00000000dead';
  const approval = { subjectId: nothing, environment: 'PRODUCTION', reason: 'why', requestedBy: nothing };

  it.each<[string, Record<string, unknown>, string, string]>([
    ['recordArtifact', { kind: 'k', uri: 's3://b/k', digest: 'abc' }, 'digest', 'service'],
    ['recordArtifact', { kind: 'k', uri: 'text' }, 'uri', 'service'],
    ['recordArtifact', { kind: 'k', uri: `s3://b/${'k'.repeat(2_048)}` }, 'uri', 'service'],
    ['recordArtifact', { kind: 'k', uri: 's3://b/k', runId: nothing }, 'runId', 'service'],
    ['enqueueRun', { agent: 'sync-odoo-agent', kind: 'k' }, 'idempotencyKey', 'agent:sync-odoo-agent'],
    [
      'requestOdooWrite',
      { model: 'res.partner', method: 'create', values: { name: 'x' } },
      'idempotencyKey',
      'agent:sync-odoo-agent',
    ],
    ['appendRunEvent', { type: 'run.mine' }, 'type', 'service'],
    ['cancelRun', { runId: nothing }, 'runId', 'service'],
    ['recordBackup', { ...backup, uri: 'text' }, 'uri', 'service'],
    ['recordBackup', { ...backup, uri: 's3://b/k', takenAt: '2999-01-01T00:00:00Z' }, 'takenAt', 'service'],
    ['pauseSchedule', { scheduleId: nothing }, 'scheduleId', 'service'],
    ['runScheduleNow', { scheduleId: nothing }, 'scheduleId', 'service'],
    ['runScheduleNow', { scheduleId: nothing, idempotencyKey: 'k'.repeat(150) }, 'idempotencyKey', 'service'],
    ['setProjectMember', { projectId: nothing, userId: nothing, role: 'viewer' }, 'projectId', 'service'],
    ['requestApproval', { ...approval, requestedBy: 'x'.repeat(300) }, 'requestedBy', 'service'],
    ['decideApproval', { approvalId: nothing, decision: 'APPROVED', decidedBy: 'ana' }, 'approvalId', 'service'],
  ])('%s %j: %s', async (name, input, argument, as) => {
    const given = ['recordArtifact', 'appendRunEvent'].includes(name) ? { runId, ...input } : input;
    expect((await mutate(name, given, as)).map(({ path }) => path)).toEqual([['input', argument]]);
  });

  it('also where a key was used with another input', async () => {
    const given = { agent: 'sync-odoo-agent', kind: 'test.named', idempotencyKey: 'named' };
    await mutate('enqueueRun', { ...given, input: 1 });
    const expected = [{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }];
    expect(await mutate('enqueueRun', { ...given, input: 2 })).toMatchObject(expected);
    await mutate('recordBackup', { ...backup, uri: 's3://b/one', idempotencyKey: 'named' });
    expect(await mutate('recordBackup', { ...backup, uri: 's3://b/two', idempotencyKey: 'named' })).toMatchObject(
      expected,
    );
  });
});
