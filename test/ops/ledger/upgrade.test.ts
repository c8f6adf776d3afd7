/** The ledger's migration keeps what the one before it held, and gives it its place in the chain. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePaths } from '../../../src/paths.ts';
import { type MigrationClient, migrate } from '../../../src/postgres/migrate.ts';
import { withOwner } from '../../../src/postgres/owner.ts';
import { databaseUrl, isRealStack, stackVariable } from '../../support/stack.ts';

async function withEmptyDatabase(work: (client: MigrationClient) => Promise<void>): Promise<void> {
  const name = `tripoint_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  await withOwner(server, (client) => client.script(`create database ${name}`));
  try {
    await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', name), work);
  } finally {
    await withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`));
  }
}

/** Copies the migrations up to one of them, that included, into the folder. */
function copyMigrations(folder: string, last: string): void {
  const { migrations } = packagePaths();
  for (const name of readdirSync(migrations))
    if (name.endsWith('.sql') && name <= last) cpSync(join(migrations, name), join(folder, name));
}

const RUN = '00000000-0000-4000-8000-000000000001';
const BARE = '00000000-0000-4000-8000-000000000002';
const BEFORE = `
insert into ops.runs (id, agent, kind, status, input, created_at, finished_at) values
  ('${RUN}', 'a', 'k', 'SUCCEEDED', '{"x": 1}', '2025-11-30T23:59:00Z', '2025-12-01T00:01:00Z'),
  ('${BARE}', 'a', 'k', 'QUEUED', null, '2026-02-01T00:00:00Z', null);
insert into ops.run_events (run_id, seq, type, payload, created_at) values
  ('${RUN}', 1, 'run.enqueued', null, '2025-11-30T23:59:00Z'),
  ('${RUN}', 2, 'run.started', '{"worker": "w"}', '2025-12-01T00:00:00Z'),
  ('${RUN}', 3, 'run.succeeded', null, '2025-12-01T00:01:00Z');
insert into ops.artifacts (run_id, kind, uri) values ('${RUN}', 'report', 's3://b/k');`;

describe.skipIf(!isRealStack)('the migration of the ledger (real only: a ledger in use is no embedded one)', () => {
  it('keeps runs, events and artifacts, chains the events, and makes the partitions of their months', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tripoint-migrations-'));
    try {
      await withEmptyDatabase(async (client) => {
        copyMigrations(folder, '20261121000003_work.sql');
        await migrate(client, folder);
        await client.script(BEFORE);
        const EVENTS = 'select id, run_id, seq, type, payload, created_at from ops.run_events order by seq';
        const before = await client.query(EVENTS);
        copyMigrations(folder, '20261121000004_ledger.sql');
        expect(await migrate(client, folder)).toEqual(['20261121000004_ledger.sql']);
        expect(await client.query(EVENTS)).toEqual(before);
        expect(await client.query('select count(*)::int as n from ops.artifacts')).toEqual([{ n: 1 }]);
        expect(await client.query('select (ops.verify_ledger($1)).*', [RUN])).toEqual([
          { events: 3, first_seq: 1, last_seq: 3, broken_seq: null, problem: null },
        ]);
        expect(await client.query('select events, problem from ops.verify_ledger($1)', [BARE])).toEqual([
          { events: 0, problem: null },
        ]);
        const names = await client.query(
          `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'ops.run_events'::regclass order by 1`,
        );
        expect(names.map(({ name }) => name).slice(0, 2)).toEqual(['ops.run_events_2025_11', 'ops.run_events_2025_12']);
        const claimed = await client.query("select id, last_seq from ops.claim('a', 'w', max_runs => 9)");
        expect(claimed).toEqual([{ id: BARE, last_seq: 1 }]);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
