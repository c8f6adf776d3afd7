/** An apply into Supabase Storage, over HTTP: whatever goes wrong there, nothing leaves that is not in the bucket. */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Applied } from '../../src/retention/apply.ts';
import { createStorage } from '../../src/storage/create-storage.ts';
import { createFolder, runHere, startProcess } from '../support/command.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { AGES_ENV, apply, countPast, insertPast } from '../support/retention.ts';
import { databaseUrl, isRealStack, JWT_SECRET } from '../support/stack.ts';
import { createStorageServer, type StorageFault, type StorageServer } from '../support/storage-server.ts';

let gateway: TestGateway;
let server: StorageServer;

beforeAll(async () => {
  gateway = await createTestGateway();
  server = await createStorageServer();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

beforeEach(async () => {
  server.fault = () => null;
  const { runs } = await gateway.owner(countPast);
  if (runs === 0) await gateway.owner(insertPast);
});

const ask = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));
const applyToBucket = (): Promise<Applied> => {
  const { url, key, bucket } = server;
  return gateway.owner((client) => apply(client, createStorage({ kind: 'supabase', url, key, bucket })));
};

async function expectAllThere(): Promise<void> {
  const rows = await ask('select name, digest, left_at from ops.archives order by name');
  const digests = rows.map(({ name }) => {
    const object = server.objects.get(String(name));
    return object && `sha256:${createHash('sha256').update(object).digest('hex')}`;
  });
  expect(digests).toEqual(rows.map(({ digest }) => digest));
  expect(rows.map(({ name }) => name)).toEqual([...server.objects.keys()].sort());
  expect(rows.every(({ left_at }) => left_at !== null)).toBe(true);
}

describe('an apply into Supabase Storage', { timeout: 60_000 }, () => {
  it.each<[string, RegExp, StorageFault, string]>([
    ['answers uploads with 500', /^POST/, { status: 500 }, 'UPSTREAM_ERROR'],
    ['takes no file of this size', /^POST/, { status: 413 }, 'LIMIT_EXCEEDED'],
    ['keeps half of an upload', /^POST/, 'keep-half', 'UPSTREAM_ERROR'],
    ['answers downloads with 500', /^GET .object/, { status: 500 }, 'UPSTREAM_ERROR'],
    ['breaks off a download', /^GET .object/, 'truncate', 'UPSTREAM_ERROR'],
    ['gives a wrong bit back', /^GET .object/, 'flip', ''],
    ['does not accept the key', /^GET .bucket/, { status: 403 }, 'NOT_CONFIGURED'],
  ])('that %s lets nothing leave; the next one does, and tidies up', async (_what, asked, fault, code) => {
    const before = await gateway.owner(countPast);
    server.fault = (line) => (asked.test(line) ? fault : null);
    const refused = applyToBucket();
    await expect(refused).rejects.toMatchObject({ name: 'GatewayError', ...(code && { code }) });
    expect(await gateway.owner(countPast)).toEqual(before);
    server.fault = () => null;
    expect(await applyToBucket()).toEqual({ archives: 6, rows: 19 });
    await expectAllThere();
  });

  it('keeps archives in a private bucket only', async () => {
    server.isPublic = true;
    await expect(applyToBucket()).rejects.toMatchObject({
      code: 'NOT_CONFIGURED',
      message: expect.stringMatching(/public/),
    });
    server.isPublic = false;
  });
});

describe.skipIf(!isRealStack)('tripoint retention apply as a process (real only)', () => {
  async function environment() {
    const [row] = await ask('select current_database() as name');
    const name = String(row?.name);
    return {
      ...AGES_ENV,
      ODOO_STAGE: 'staging',
      ODOO_URL: 'http://127.0.0.1:1',
      ODOO_DB: 'x',
      ODOO_API_KEY: 'x',
      DATABASE_URL: databaseUrl('DATABASE_URL', name),
      MIGRATIONS_DATABASE_URL: databaseUrl('MIGRATIONS_DATABASE_URL', name),
      SUPABASE_JWT_SECRET: JWT_SECRET,
      SUPABASE_URL: server.url,
      SUPABASE_SERVICE_ROLE_KEY: server.key,
      STORAGE_BUCKET: server.bucket,
    };
  }
  const args = ['retention', 'apply', '--approved-by', 'ana', '--reason', 'the year is over'];

  it.each([
    ['during an upload', /^POST/, 1],
    ['during a later upload', /^POST/, 4],
    ['while it reads an archive back', /^GET .object/, 2],
  ])(
    'killed with -9 %s loses nothing, and run again ends the work',
    async (_when, asked, nth) => {
      const env = await environment();
      const start = server.asked.length;
      let hanging: () => void = () => {};
      const hangs = new Promise<void>((resolve) => {
        hanging = resolve;
      });
      server.fault = (line) => {
        if (!asked.test(line) || server.asked.slice(start).filter((each) => asked.test(each)).length !== nth)
          return null;
        hanging();
        return 'hang';
      };
      // What a killed process leaves behind goes with the folder.
      using folder = createFolder();
      const cwd = folder.path;
      {
        await using child = startProcess(args, { cwd, env: { ...env, TMPDIR: cwd } });
        await Promise.race([hangs, child.ended.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
        child.child.kill('SIGKILL');
        await child.ended;
      }
      server.fault = () => null;
      // The server ends a connection that nobody holds, and with it its lock, at once but not at the same moment.
      let outcome = await runHere(args, { cwd, env });
      while (outcome.stderr.includes('Another apply is under way')) outcome = await runHere(args, { cwd, env });
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
      expect(outcome.stdout).toMatch(/rows left, in \d archives?\n$/);
      expect(await gateway.owner(countPast)).toEqual({ events: 0, runs: 0, artifacts: 0, backups: 0 });
      await expectAllThere();
    },
    120_000,
  );

  it('of two at once lets one work, and tells the other to wait', async () => {
    const env = await environment();
    let reached: () => void = () => {};
    let goOn: (fault: null) => void = () => {};
    const waits = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const held = new Promise<null>((resolve) => {
      goOn = resolve;
    });
    server.fault = (line) => {
      if (!line.startsWith('GET /bucket')) return null;
      reached();
      return held;
    };
    const first = runHere(args, { cwd: tmpdir(), env });
    await waits;
    const second = await runHere(args, { cwd: tmpdir(), env });
    goOn(null);
    expect(second).toMatchObject({ code: 1, stderr: expect.stringMatching(/Another apply is under way/) });
    expect(await first).toMatchObject({ code: 0, stderr: '' });
  });

  it('refuses and loses nothing of those who write runs meanwhile', async () => {
    const env = await environment();
    let isOver = false;
    const write = async (worker: number) => {
      let runs = 0;
      while (!isOver) {
        await gateway.owner(async (client) => {
          const agent = `writer-${worker}`;
          await client.query("insert into ops.agents (name, other_kinds) values ($1, 'wait') on conflict do nothing", [
            agent,
          ]);
          await client.query("select ops.enqueue($1, 'test.write', idempotency_key => $2)", [agent, `${runs}`]);
          const [run] = await client.query('select id, fence from ops.claim($1, $1)', [agent]);
          await client.query('select ops.mark_running($1, $2)', [run?.id, run?.fence]);
          await client.query("select ops.mark_finished($1, $2, 'SUCCEEDED')", [run?.id, run?.fence]);
        });
        runs += 1;
      }
      return runs;
    };
    const writers = [1, 2, 3, 4].map(write);
    const outcome = await runHere(args, { cwd: tmpdir(), env });
    isOver = true;
    const written = (await Promise.all(writers)).reduce((sum, runs) => sum + runs, 0);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const rows = await ask(
      "select v.problem, count(*)::int as runs from ops.runs r, ops.verify_ledger(r.id) v where r.kind = 'test.write' and r.status = 'SUCCEEDED' group by 1",
    );
    expect(rows).toEqual([{ problem: null, runs: written }]);
  });
});
