/** `tripoint retention`, as an operator meets it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openEmbeddedPostgres } from '../../src/demo/embedded.ts';
import { createStateFolder } from '../../src/demo/state.ts';
import { packagePaths } from '../../src/paths.ts';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { createFolder, runHere } from '../support/command.ts';
import { insertPastRun } from '../support/ledger-past.ts';
import { AGES_ENV, countPast, createTestStorage, insertPast } from '../support/retention.ts';
import { isRealStack } from '../support/stack.ts';

const APPROVED = ['--approved-by', 'ana', '--reason', 'the year is over'];
/** Nothing to verify tokens with: it verifies none. */
const SERVER = { DATABASE_URL: 'postgres://gateway@127.0.0.1:1/x' };

describe('tripoint retention', () => {
  it.each<[string[], RegExp]>([
    [[], /say what to do[\s\S]*retention plan[\s\S]*retention apply/],
    [['aply'], /no "retention aply"/],
    [['plan', '--yes'], /--yes/],
    [['verify', '--yes'], /--yes/],
    [['apply'], /--approved-by names the person/],
    [['apply', '--reason', 'x'], /--approved-by names the person/],
    [['apply', '--approved-by', 'ana'], /--reason says why/],
    [['apply', '--approved-by', ' ', '--reason', 'x'], /--approved-by names the person/],
    [['apply', '--approved-by', 'ana', '--reason', 'x'.repeat(2_001)], /--reason says why/],
  ])('%j is not understood: it ends with 2 and touches nothing', async (args, problem) => {
    using folder = createFolder();
    const { code, stdout, stderr } = await runHere(['retention', ...args], { cwd: folder.path });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(problem);
    expect(existsSync(join(folder.path, '.tripoint'))).toBe(false);
  });

  it('--help names every option and does nothing', async () => {
    using folder = createFolder();
    const { code, stdout } = await runHere(['retention', '--help'], { cwd: folder.path });
    expect(code).toBe(0);
    for (const word of ['plan', 'apply', 'verify', '--json', '--approved-by', '--reason'])
      expect(stdout).toContain(word);
    expect(existsSync(join(folder.path, '.tripoint'))).toBe(false);
  });

  it('wants the owner of the database, and a storage before it asks the database', async () => {
    using folder = createFolder();
    const env = { ...SERVER, ODOO_STAGE: 'development' };
    const owner = { MIGRATIONS_DATABASE_URL: 'postgres://owner:hunter2@127.0.0.1:1/x' };
    const plan = await runHere(['retention', 'plan'], { cwd: folder.path, env });
    expect(plan).toMatchObject({ code: 2, stderr: expect.stringContaining('MIGRATIONS_DATABASE_URL is not set') });
    const apply = await runHere(['retention', 'apply', ...APPROVED], { cwd: folder.path, env: { ...env, ...owner } });
    expect(apply).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/STORAGE_FOLDER, or SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY/),
    });
    const down = await runHere(['retention', 'plan'], { cwd: folder.path, env: { ...env, ...owner } });
    expect(down).toMatchObject({ code: 11, stderr: expect.stringContaining('nothing listens on 127.0.0.1:1') });
    expect(down.stderr).not.toMatch(/hunter2|^ +at /m);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ RETENTION_EVENTS_DAYS: '0' }, /RETENTION_EVENTS_DAYS must be a whole number from 1 to 36500/],
    [{ RETENTION_RUNS_DAYS: 'never-secret' }, /RETENTION_RUNS_DAYS must be/],
    [{ STORAGE_BUCKET: 'a/b-secret' }, /STORAGE_BUCKET must be the name of a bucket/],
    [{ SUPABASE_SERVICE_ROLE_KEY: 'a key-secret' }, /SUPABASE_SERVICE_ROLE_KEY must be/],
    [
      { ...SERVER, ODOO_STAGE: 'staging', STORAGE_FOLDER: '/tmp/secret' },
      /STORAGE_FOLDER is accepted where ODOO_STAGE is development/,
    ],
    [
      { MIGRATIONS_DATABASE_URL: 'postgres://owner@127.0.0.1:1/x', STORAGE_FOLDER: '/tmp/secret' },
      /STORAGE_FOLDER is accepted where ODOO_STAGE is development/,
    ],
  ])('refuses %j', async (env, problem) => {
    using folder = createFolder();
    const { code, stderr } = await runHere(['retention', 'plan'], { cwd: folder.path, env });
    expect(code).toBe(1);
    expect(stderr).toMatch(problem);
    expect(stderr).not.toMatch(/secret\b/);
  });
});

// Most of it with the suite on the real stack, which nobody waits for.
describe('tripoint retention on the embedded database', { timeout: 120_000 }, () => {
  const folder = createFolder();
  const run = (...args: string[]) => runHere(['retention', ...args], { cwd: folder.path, env: AGES_ENV });

  async function withDatabase<T>(work: (client: MigrationClient) => Promise<T>): Promise<T> {
    const { source, owner } = await openEmbeddedPostgres(createStateFolder(folder.path).database, packagePaths());
    try {
      return await work(owner);
    } finally {
      await source.close();
    }
  }

  beforeAll(async () => {
    const { database } = createStateFolder(folder.path);
    // The template of this run, where it has one: a new database takes long to be made.
    if (!isRealStack) {
      mkdirSync(dirname(database), { recursive: true });
      const loadDataDir = new Blob([readFileSync(inject('template'))]);
      await (await PGlite.create({ dataDir: database, loadDataDir, extensions: { vector } })).close();
    }
    await withDatabase(insertPast);
  }, 180_000);

  afterAll(() => folder[Symbol.dispose]());

  it('plan prints what would leave, from when to when, how large and where to; it changes nothing', async () => {
    const { code, stdout, stderr } = await run('plan');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^as of \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ, to file:\/\/localhost\/.*\.tripoint\/archive$/m);
    expect(stdout).toMatch(/^ops\.run_events +2025-01 +3 +2025-01-05T08:00:00 +2025-01-31T23:59:59 +\d+(\.\d)? k?B$/m);
    expect(stdout).toMatch(/^ops\.artifacts +of failed runs +1 /m);
    expect(stdout).toMatch(/^ops\.backups +WEEKLY +1 /m);
    expect(stdout).not.toContain('stays');
    expect(await withDatabase(countPast)).toEqual({ events: 10, runs: 3, artifacts: 3, backups: 3 });
  });

  it('plan --json prints the same for a program', async () => {
    const { code, stdout } = await run('plan', '--json');
    expect(code).toBe(0);
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({ stays: [], unfinished: [], destination: expect.stringMatching(/archive$/) });
    expect(plan.leaves[0]).toMatchObject({
      source: 'ops.run_events',
      what: '2025-01',
      partition: 'run_events_2025_01',
      rows: 3,
      firstAt: '2025-01-05T08:00:00.000000Z',
      lastAt: '2025-01-31T23:59:59.999999Z',
    });
    expect(plan.leaves.map(({ rows }: { rows: number }) => rows)).toEqual([3, 3, 4, 1, 2, 3, 1, 1, 1]);
  });

  it('apply prints each step, and run again says that nothing is old enough', async () => {
    const { code, stdout, stderr } = await run('apply', ...APPROVED);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^run [0-9a-f-]{36}, approved by ana\n/);
    expect(stdout).toMatch(/^ops\.run_events 2025-03: 4 rows left for file:\/\/localhost\/.*\.ndjson\.gz$/m);
    expect(stdout).toMatch(/^19 rows left, in 6 archives\n$/m);
    expect(await withDatabase(countPast)).toEqual({ events: 0, runs: 0, artifacts: 0, backups: 0 });
    expect(await run('apply', ...APPROVED)).toEqual({ code: 0, stdout: 'nothing is old enough\n', stderr: '' });
    expect((await run('plan')).stdout).toMatch(/^nothing leaves$/m);
  });

  it('verify prints each archive, and ends with 1 and a sentence for each thing that is not as it left', async () => {
    const whole = await run('verify');
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^ops\.run_events\/2025-03\S+\.ndjson\.gz: 4 rows, as they left$/m);
    expect(whole.stdout).toMatch(/^6 archives, 19 rows: all as they left$/m);
    const root = join(folder.path, '.tripoint', 'archive');
    const [name = ''] = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.includes('2025-03/'),
    );
    const bytes = readFileSync(join(root, name));
    writeFileSync(join(root, name), bytes.subarray(0, -4));
    const cut = await run('verify');
    expect(cut).toMatchObject({ code: 1, stderr: expect.stringMatching(/things? (is|are) not as they left/) });
    expect(cut.stdout).toMatch(/^ops\.run_events\/2025-03\S+: NOT as it left$/m);
    const { code, stdout } = await run('verify', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ archives: 6, problems: expect.arrayContaining([expect.any(String)]) });
    writeFileSync(join(root, name), bytes);
  });

  it.skipIf(!isRealStack)(
    'plan tells of what an apply left undone and of what stays, and the next apply tidies up',
    async () => {
      const open = await withDatabase(async (client) => {
        await client.script(
          `insert into ops.approvals (subject, subject_id, requested_by, reason) values ('retention', 'x', 'robot', 'x');
         insert into ops.archives (source, name, uri, run_id, approval_id)
         select 'ops.backups', 'elsewhere.gz', 's3://elsewhere/elsewhere.gz', gen_random_uuid(), id
         from ops.approvals where subject_id = 'x'`,
        );
        return insertPastRun(client, { status: 'QUEUED', events: ['2025-05-01T00:00:00Z'] });
      });
      const { stdout } = await run('plan');
      expect(stdout).toMatch(new RegExp(`^ops\\.run_events +2025-05 +1 +a run has not ended: ${open}$`, 'm'));
      expect(stdout).toMatch(/^1 unfinished archive of an earlier apply: the next one discards them$/m);
      const applied = await run('apply', ...APPROVED);
      expect(applied).toMatchObject({ code: 0, stderr: '' });
      expect(applied.stdout).toContain('remove s3://elsewhere/elsewhere.gz by hand');
      expect(await withDatabase((client) => client.query('select 1 from ops.archives where left_at is null'))).toEqual(
        [],
      );
      await withDatabase((client) => client.query("select ops.cancel($1, 'the test is over')", [open]));
    },
  );

  it.skipIf(!isRealStack)('removes attachments that were announced a day ago and never confirmed', async () => {
    const file = join(folder.path, '.tripoint', 'attachments', 'old', 'a.txt');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'a');
    const announce = (path: string, hours: number) =>
      withDatabase((client) =>
        client.query(
          `insert into work.attachments (space_id, page_id, name, content_type, size, storage_path, created_at)
           select space_id, id, 'a.txt', 'text/plain', 1, $1, now() - make_interval(hours => $2) from work.pages limit 1`,
          [path, hours],
        ),
      );
    await announce('old/a.txt', 25);
    await announce('new/a.txt', 23);
    expect((await run('plan')).stdout).toMatch(/^1 attachment that was never confirmed: apply removes them$/m);
    expect(existsSync(file)).toBe(true);
    expect((await run('apply', ...APPROVED)).stdout).toMatch(/^removed 1 attachment that was never confirmed$/m);
    expect(existsSync(file)).toBe(false);
    const left = await withDatabase((client) =>
      client.query("select storage_path from work.attachments where status = 'PENDING'"),
    );
    expect(left).toEqual([{ storage_path: 'new/a.txt' }]);
  });

  it.skipIf(!isRealStack)('forgets the history of pages past its age, for good', async () => {
    await withDatabase((client) =>
      client.query("update work.page_history set changed_at = now() - interval '31 days' where number = 1"),
    );
    expect((await run('plan')).stdout).toMatch(/^\d+ entries of the history of pages: apply forgets them$/m);
    expect((await run('apply', ...APPROVED)).stdout).toMatch(/^forgot old history of \d+ pages$/m);
    expect((await run('plan')).stdout).not.toContain('history of pages');
    expect(await withDatabase((client) => client.query('select 1 from work.history_changes'))).toEqual([]);
  });

  it.skipIf(!isRealStack)('says why where it fails, and ends with 1', async () => {
    await withDatabase(insertPast);
    using elsewhere = createTestStorage();
    writeFileSync(join(elsewhere.folder, 'a-file'), '');
    const env = { ...AGES_ENV, STORAGE_FOLDER: join(elsewhere.folder, 'a-file', 'below') };
    const bad = await runHere(['retention', 'apply', ...APPROVED], { cwd: folder.path, env });
    expect(bad).toMatchObject({ code: 1, stderr: expect.stringMatching(/The folder of the archives cannot be made/) });
    const self = await runHere(['retention', 'apply', '--approved-by', 'tripoint-retention', '--reason', 'x'], {
      cwd: folder.path,
      env: AGES_ENV,
    });
    expect(self).toMatchObject({ code: 1, stderr: expect.stringMatching(/does not decide it/) });
    expect(await withDatabase(countPast)).toMatchObject({ runs: 4, artifacts: 3 });
  });
});
