/**
 * An apply that is cut off anywhere: nothing is lost, nothing leaves twice, and the next one ends the work. On the real
 * database alone: each test makes and empties one, which takes PGlite seconds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import type { ObjectStorage } from '../../src/storage/storage.ts';
import { makeMortal } from '../support/dying.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { apply, countPast, createTestStorage, insertPast, type TestStorage } from '../support/retention.ts';
import { isRealStack } from '../support/stack.ts';

let gateway: TestGateway;
let archives: TestStorage;

beforeEach(async () => {
  gateway = await createTestGateway();
  archives = createTestStorage();
});

afterEach(async () => {
  archives[Symbol.dispose]();
  await gateway[Symbol.asyncDispose]();
});

const ask = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));

/** Ids of everything of the past: in the ledger, and in archives by which rows have left. */
async function findPast(client: MigrationClient): Promise<string[]> {
  const held = await client.query(
    `select id from ops.run_events where created_at < '2026-01-01' union all
     select id from ops.runs where created_at < '2026-01-01' union all
     select id from ops.artifacts where created_at < '2026-01-01' union all
     select id from ops.backups where taken_at < '2026-01-01'`,
  );
  const left = await client.query('select name, digest from ops.archives where left_at is not null');
  const lines = left.flatMap(({ name, digest }) => {
    expect(archives.digest(String(name))).toBe(digest);
    return archives.lines(String(name));
  });
  return [...held.map(({ id }) => String(id)), ...lines.map((line) => String(JSON.parse(line).id))].sort();
}

/** No object without its row, no archive that is not of use. */
async function expectTidy(): Promise<void> {
  const rows = await ask('select name, left_at from ops.archives order by name');
  expect(rows.map(({ name }) => name)).toEqual(archives.names());
  expect(rows.filter(({ left_at }) => left_at === null)).toEqual([]);
  expect(await ask("select id from ops.runs where agent = 'tripoint-retention' and not ops.is_ended(status)")).toEqual(
    [],
  );
}

// Some forty applies: too long for PGlite.
describe.skipIf(!isRealStack)('a process that dies', () => {
  it.each([
    ['before', false],
    ['right after', true],
  ])(
    '%s any of its steps loses nothing, and what it left undone is done by the next',
    async (_when, after) => {
      await gateway.owner(insertPast);
      const everything = await gateway.owner(findPast);
      let deaths = 0;
      for (let step = 1, done = false; !done; step += 1) {
        await gateway.owner(async (client) => {
          const mortal = makeMortal(client, archives.storage, { step, after });
          await apply(mortal.client, mortal.storage, { batchSize: 2 }).catch((error: unknown) => {
            if (!mortal.isDead()) throw error;
          });
          done = !mortal.isDead();
          deaths += Number(mortal.isDead());
          await mortal.disconnect();
          expect(await findPast(client), `after step ${step}`).toEqual(everything);
        });
      }
      expect(deaths).toBeGreaterThan(15);
      expect(await gateway.owner(countPast)).toEqual({ events: 0, runs: 0, artifacts: 0, backups: 0 });
      await expectTidy();
    },
    240_000,
  );
});

describe.skipIf(!isRealStack)('a storage that fails', { timeout: 60_000 }, () => {
  /** The storage of the test, with one of its ways replaced. */
  const failing = (change: (real: ObjectStorage) => Partial<ObjectStorage>): ObjectStorage => ({
    ...archives.storage,
    ...change(archives.storage),
  });
  const tamper = (name: string, change: (bytes: Buffer) => Buffer) => {
    const file = join(archives.folder, name);
    writeFileSync(file, change(readFileSync(file)));
  };
  const tampering = (change: (bytes: Buffer) => Buffer) =>
    failing((real) => ({
      put: async (name, file) => {
        await real.put(name, file);
        tamper(name, change);
      },
    }));
  const other = Buffer.from('{"id": "another line"}\n');

  it.each<[string, () => ObjectStorage]>([
    [
      'loses the object',
      () => failing((real) => ({ put: (name, file) => real.put(name, file).then(() => real.remove(name)) })),
    ],
    ['keeps half of it', () => tampering((bytes) => bytes.subarray(0, bytes.length >> 1))],
    ['keeps nothing of it', () => tampering(() => Buffer.alloc(0))],
    [
      'flips a bit',
      () => tampering((bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 12 ? byte ^ 1 : byte)))),
    ],
    ['adds something', () => tampering((bytes) => Buffer.concat([bytes, other]))],
    [
      'gives another object back',
      () =>
        failing((real) => ({
          get: async (name) => {
            await real.get(name);
            return (async function* () {
              yield other;
            })();
          },
        })),
    ],
    [
      'breaks off while it is read',
      () =>
        failing((real) => ({
          get: async (name) => {
            const stored = await real.get(name);
            return (async function* () {
              for await (const chunk of stored) yield chunk.subarray(0, 10);
              throw new Error('connection reset');
            })();
          },
        })),
    ],
  ])('and %s lets nothing leave, says so in the ledger, and the next apply begins anew', async (_what, open) => {
    await gateway.owner(insertPast);
    const before = await gateway.owner(countPast);
    await expect(gateway.owner((client) => apply(client, open()))).rejects.toMatchObject({
      name: 'GatewayError',
      message: expect.stringMatching(/nothing leaves|no object of this name/),
    });
    expect(await gateway.owner(countPast)).toEqual(before);
    const [run] = await ask("select status, error_code from ops.runs where agent = 'tripoint-retention'");
    expect(run).toMatchObject({ status: 'FAILED' });
    expect(run?.error_code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(await ask('select 1 from ops.archives where verified_at is not null or left_at is not null')).toEqual([]);
    await gateway.owner((client) => apply(client, archives.storage));
    expect(await gateway.owner(countPast)).toEqual({ events: 0, runs: 0, artifacts: 0, backups: 0 });
    await expectTidy();
  });

  it('leaves what left before as it is, and the rest untouched', async () => {
    await gateway.owner(insertPast);
    let puts = 0;
    const storage = failing((real) => ({
      put: (name, file) => {
        puts += 1;
        return puts === 3 ? Promise.reject(new Error('the disk is full')) : real.put(name, file);
      },
    }));
    await expect(gateway.owner((client) => apply(client, storage))).rejects.toThrow();
    expect(await gateway.owner(countPast)).toEqual({ events: 4, runs: 3, artifacts: 3, backups: 3 });
    expect(await ask('select partition_name from ops.archives where left_at is not null order by 1')).toEqual([
      { partition_name: 'run_events_2025_01' },
      { partition_name: 'run_events_2025_02' },
    ]);
    await gateway.owner((client) => apply(client, archives.storage));
    await expectTidy();
  });

  it('that cannot be used is found out before anything is recorded', async () => {
    await gateway.owner(insertPast);
    const storage = failing(() => ({ check: () => Promise.reject(new Error('no such bucket')) }));
    await expect(gateway.owner((client) => apply(client, storage))).rejects.toThrow('no such bucket');
    expect(await ask("select 1 from ops.approvals where subject = 'retention'")).toEqual([]);
    expect(await ask("select 1 from ops.runs where agent = 'tripoint-retention'")).toEqual([]);
  });
});
