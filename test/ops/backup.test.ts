/** Backups in the ledger: recorded once, metadata only, never changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { askAs, CALLERS } from '../support/ledger.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const RECORD = `mutation ($input: RecordBackupInput!) { recordBackup(input: $input) {
  created backup { id kind database uri size digest takenAt verifiedAt recordedBy } userErrors { code message path details }
} }`;
const INPUT = {
  kind: 'DAILY',
  database: 'odoo-production',
  uri: 's3://backups/odoo/2026-01-02.dump',
  size: '5000000000',
  digest: `sha256:${'a'.repeat(64)}`,
  takenAt: '2026-01-02T03:00:00Z',
};
const record = (change: Record<string, unknown> = {}, as: string | null = 'service') =>
  gateway.execute(RECORD, { as, variables: { input: { ...INPUT, ...change } } });

describe('recordBackup', () => {
  it('records a backup, and answers it as it is read', async () => {
    const { data, errors } = await record({ verifiedAt: '2026-01-02T04:00:00Z' });
    expect(errors).toBeUndefined();
    expect(data?.recordBackup).toMatchObject({
      created: true,
      backup: { ...INPUT, takenAt: expect.stringContaining('2026-01-02T03:00:00'), recordedBy: 'service' },
      userErrors: [],
    });
    const id = pick(data, 'recordBackup.backup.id');
    const read = await gateway.execute('query ($id: ID!) { backup(id: $id) { kind size } }', {
      as: 'service',
      variables: { id },
    });
    expect(read.data).toEqual({ backup: { kind: 'DAILY', size: '5000000000' } });
  });

  it('asked again with one key records it once; with other values the key is refused', async () => {
    const first = await record({ idempotencyKey: 'once' });
    const again = await record({ idempotencyKey: 'once' });
    expect(pick(first.data, 'recordBackup.created')).toBe(true);
    expect(pick(again.data, 'recordBackup.created')).toBe(false);
    const id = pick(first.data, 'recordBackup.backup.id');
    expect(pick(again.data, 'recordBackup.backup.id')).toBe(id);
    const other = await record({ idempotencyKey: 'once', size: '1' });
    expect(other.data?.recordBackup).toMatchObject({
      backup: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', details: { backupId: id } }],
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['the bytes themselves', { uri: 'data:application/gzip;base64,H4sIAAAA' }],
    ['the bytes themselves, disguised', { uri: 'data://x,H4sIAAAA' }],
    ['a bare name', { uri: 'backup.dump' }],
    ['a local path', { uri: 'file:///var/backups/x' }],
    ['an endless reference', { uri: `s3://b/${'x'.repeat(2_048)}` }],
    ['no digest', { digest: 'md5:abc' }],
    ['a size that is none', { size: '-1' }],
    ['a database without a name', { database: ' ' }],
    ['a backup of the future', { takenAt: '2999-01-01T00:00:00Z' }],
    ['a backup that was verified before it was taken', { verifiedAt: '2026-01-01T00:00:00Z' }],
  ])('refuses %s, and records nothing', async (_what, change) => {
    const count = async () =>
      pick((await gateway.execute('{ backups { totalCount } }', { as: 'service' })).data, 'backups.totalCount');
    const before = await count();
    const { data, errors } = await record(change);
    expect(errors).toBeUndefined();
    expect(data?.recordBackup).toMatchObject({ backup: null, created: null, userErrors: [{ code: 'BAD_USER_INPUT' }] });
    expect(await count()).toBe(before);
  });

  it('is for the service alone', async () => {
    for (const as of [null, 'ana', 'agent:sync-odoo-agent', 'agent:workspace-indexer']) {
      const { errors } = await record({}, as);
      expect(errors?.[0]?.extensions.code, String(as)).toMatch(/^(BOUNDARY_VIOLATION|FORBIDDEN|UNAUTHENTICATED)$/);
    }
  });
});

describe('the table of backups', () => {
  it.each(CALLERS)('is written by nobody: not by %s', async (as) => {
    for (const statement of [
      `insert into ops.backups (kind, database, uri, size, digest, taken_at, recorded_by, input_digest)
       values ('DAILY', 'x', 's3://b/x', 1, 'sha256:' || repeat('a', 64), now(), 'x', '')`,
      'update ops.backups set size = 1',
      'delete from ops.backups',
      'truncate ops.backups',
    ])
      await expect(askAs(gateway, as, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is changed by nobody, its owner included', async () => {
    for (const statement of ['update ops.backups set size = 1', 'delete from ops.backups', 'truncate ops.backups'])
      await expect(gateway.owner((client) => client.script(statement))).rejects.toMatchObject({ code: '42501' });
  });

  it('takes no inline bytes, from its owner neither', async () => {
    const insert = gateway.owner((client) =>
      client.script(
        `insert into ops.backups (kind, database, uri, size, digest, taken_at, recorded_by, input_digest)
         values ('DAILY', 'x', 'data://x,H4sI', 1, 'sha256:' || repeat('a', 64), now(), 'x', '')`,
      ),
    );
    await expect(insert).rejects.toMatchObject({ code: '23514' });
  });
});
