/** What tests of retention share: a ledger with a past, and a way to let it leave. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import type { RetentionAges } from '../../src/retention/ages.ts';
import { type Applied, type Applying, applyRetention } from '../../src/retention/apply.ts';
import { createStorage } from '../../src/storage/create-storage.ts';
import type { ObjectStorage } from '../../src/storage/storage.ts';
import { insertPastBackup, insertPastRun } from './ledger-past.ts';

/** Days since 2026 began: what is of 2025 is old, the demo's ledger and what a test writes now are not. */
const DAYS = Math.ceil((Date.now() - Date.UTC(2026, 0, 1)) / 86_400_000);

/** One age for everything. */
export const AGES: RetentionAges = {
  runs: DAYS,
  events: DAYS,
  artifacts: DAYS,
  failedArtifacts: DAYS,
  dailyBackups: DAYS,
  weeklyBackups: DAYS,
  monthlyBackups: DAYS,
  odooEvents: DAYS,
};

/** The same, as the environment says it. */
export const AGES_ENV: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['RUNS', 'EVENTS', 'ARTIFACTS', 'FAILED_ARTIFACTS', 'DAILY_BACKUPS', 'WEEKLY_BACKUPS', 'MONTHLY_BACKUPS'],
    'ODOO_EVENTS',
  ].map((name) => [`RETENTION_${name}_DAYS`, String(DAYS)]),
);

/** A storage in a folder that goes away with the test. */
export interface TestStorage extends Disposable {
  readonly storage: ObjectStorage;
  readonly folder: string;
  /** Names of the objects that are there. */
  readonly names: () => string[];
  /** The lines of an object. */
  readonly lines: (name: string) => string[];
  /** `sha256:…` of an object's bytes. */
  readonly digest: (name: string) => string;
}

/** Makes one. */
export function createTestStorage(): TestStorage {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-archives-'));
  const read = (name: string) => readFileSync(join(folder, name));
  return {
    storage: createStorage({ kind: 'folder', folder }),
    folder,
    names: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.gz'))
        .sort(),
    lines: (name) => gunzipSync(read(name)).toString('utf8').split('\n').slice(0, -1),
    digest: (name) => `sha256:${createHash('sha256').update(read(name)).digest('hex')}`,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What of the past is old enough to leave. */
export interface Past {
  readonly runs: readonly string[];
  readonly backups: readonly string[];
}

/** Three runs over three months of 2025, with artifacts, and a backup of each kind: 10 events, 3 artifacts. */
export async function insertPast(client: MigrationClient): Promise<Past> {
  return {
    runs: [
      await insertPastRun(client, {
        events: [
          '2025-01-05T08:00:00Z',
          '2025-01-05T08:00:01.000001Z',
          '2025-01-31T23:59:59.999999Z',
          '2025-02-01T00:00:00Z',
        ],
        artifacts: ['2025-01-06T00:00:00Z', '2025-02-01T00:00:00Z'],
      }),
      await insertPastRun(client, {
        status: 'FAILED',
        events: ['2025-02-10T08:00:00Z', '2025-02-11T08:00:00Z', '2025-03-31T23:00:00Z'],
        artifacts: ['2025-02-11T08:00:00Z'],
      }),
      await insertPastRun(client, {
        status: 'CANCELLED',
        events: ['2025-03-01T00:00:00Z', '2025-03-02T00:00:00Z', '2025-03-03T00:00:00Z'],
      }),
    ],
    backups: [
      await insertPastBackup(client, 'DAILY', '2025-01-01T00:00:00Z'),
      await insertPastBackup(client, 'WEEKLY', '2025-02-01T00:00:00Z'),
      await insertPastBackup(client, 'MONTHLY', '2025-03-01T00:00:00Z'),
    ],
  };
}

/** Applies as `tripoint retention apply` does. */
export function apply(
  client: MigrationClient,
  storage: ObjectStorage,
  change: Partial<Applying> = {},
): Promise<Applied> {
  const approval = { approvedBy: 'ana', reason: 'the year is over' };
  return applyRetention({ client, storage, ages: AGES, approval, say: () => {}, ...change });
}

/** How much of the past is still in the ledger. */
export async function countPast(client: MigrationClient): Promise<Record<string, unknown>> {
  const [row] = await client.query(
    `select (select count(*) from ops.run_events where created_at < '2026-01-01')::int as events,
       (select count(*) from ops.runs where created_at < '2026-01-01')::int as runs,
       (select count(*) from ops.artifacts where created_at < '2026-01-01')::int as artifacts,
       (select count(*) from ops.backups where taken_at < '2026-01-01')::int as backups`,
  );
  return row ?? {};
}
