/** What does not leave: whatever was not archived, verified and approved, whoever asks and by whatever way. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type MigrationClient } from '../../src/postgres/migrate.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { askAs, CALLERS } from '../support/ledger.ts';
import { insertPastRun } from '../support/ledger-past.ts';
import { countPast, insertPast, type Past } from '../support/retention.ts';

let gateway: TestGateway;
let past: Past;
let everything: Record<string, unknown>;

beforeAll(async () => {
  gateway = await createTestGateway();
  past = await gateway.owner(insertPast);
  everything = await gateway.owner(countPast);
});

afterAll(async () => {
  // Whatever was tried above: all of it is still there.
  expect(await gateway.owner(countPast)).toEqual(everything);
  await gateway[Symbol.asyncDispose]();
});

const ask = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));

/** Tries in a transaction that is rolled back, also where it succeeds. */
async function attempt<T>(work: (client: MigrationClient) => Promise<T>): Promise<T> {
  const undone = new Error('undone');
  let result: T | undefined;
  await gateway
    .owner((client) =>
      inTransaction(client, async () => {
        result = await work(client);
        throw undone;
      }),
    )
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return result as T;
}

interface Claimed {
  readonly source: string;
  readonly partition?: string;
  readonly ids?: readonly string[];
  readonly approval?: 'APPROVED' | 'PENDING' | 'REJECTED' | 'of something else' | 'of another run';
  readonly verified?: boolean;
}

/** An archive as an apply would have begun and verified it. @returns Its uuid. */
async function claimArchive(
  client: MigrationClient,
  { source, partition, ids, approval = 'APPROVED', verified = true }: Claimed,
): Promise<string> {
  const runId = randomUUID();
  const subject = approval === 'of something else' ? 'a_party' : 'retention';
  const [asked] = await client.query(
    "insert into ops.approvals (subject, subject_id, requested_by, reason) values ($1, $2, 'robot', 'why not') returning id",
    [subject, approval === 'of another run' ? randomUUID() : runId],
  );
  if (approval !== 'PENDING')
    await client.query("update ops.approvals set status = $2, decided_by = 'ana', decided_at = now() where id = $1", [
      asked?.id,
      approval === 'REJECTED' ? 'REJECTED' : 'APPROVED',
    ]);
  const [archive] = await client.query(
    `insert into ops.archives (source, partition_name, name, uri, run_id, approval_id)
     values ($1, $2, $3::text, 's3://archive/' || $3::text, $4, $5) returning id`,
    [source, partition ?? null, randomUUID(), runId, asked?.id],
  );
  const id = String(archive?.id);
  if (verified) {
    const [held] = await client.query('select * from ops.digest_rows($1, $2, $3::uuid[])', [
      source,
      partition ?? null,
      ids ?? null,
    ]);
    await verifyArchive(client, id, { rows: held?.row_count, digest: held?.lines_digest, ids });
  }
  return id;
}

function verifyArchive(
  client: MigrationClient,
  id: string,
  { rows, digest, ids }: { rows: unknown; digest: unknown; ids?: readonly string[] | undefined },
) {
  return client.query("select ops.verify_archive($1, 'sha256:' || repeat('0', 64), 99, $2, $3, $4::uuid[])", [
    id,
    rows,
    digest,
    ids ?? null,
  ]);
}

const retire = (client: MigrationClient, id: string, ids?: readonly string[]) =>
  client.query('select ops.retire($1, $2::uuid[]) as rows', [id, ids ?? null]);

const MONTHS = ['run_events_2025_01', 'run_events_2025_02', 'run_events_2025_03'];

/** A month that may leave, as far as the approval and the archive go. */
const january = (change: Partial<Claimed> = {}): Claimed => ({
  source: 'ops.run_events',
  partition: MONTHS[0] as string,
  ...change,
});
const backups = (change: Partial<Claimed> = {}): Claimed => ({ source: 'ops.backups', ids: past.backups, ...change });

describe('the one way out', () => {
  it('is open to a verified and approved archive', async () => {
    expect(await attempt(async (client) => retire(client, await claimArchive(client, january())))).toEqual([
      { rows: 3 },
    ]);
    expect(
      await attempt(async (client) => retire(client, await claimArchive(client, backups()), past.backups)),
    ).toEqual([{ rows: 3 }]);
  });

  it.each(['PENDING', 'REJECTED', 'of something else', 'of another run'] as const)(
    'is closed where the approval is %s',
    async (approval) => {
      for (const claim of [january({ approval }), backups({ approval })])
        await expect(
          attempt(async (client) => retire(client, await claimArchive(client, claim), claim.ids)),
        ).rejects.toMatchObject({
          code: 'TP403',
          message: expect.stringMatching(/Nobody has approved/),
        });
    },
  );

  it('is closed to what was not verified', async () => {
    for (const claim of [january({ verified: false }), backups({ verified: false })])
      await expect(
        attempt(async (client) => retire(client, await claimArchive(client, claim), claim.ids)),
      ).rejects.toMatchObject({
        code: 'TP409',
        message: expect.stringMatching(/not verified/),
      });
  });

  it('is closed to an archive that is not there, and to one by which rows have left', async () => {
    await expect(ask('select ops.retire(gen_random_uuid())')).rejects.toMatchObject({ code: 'TP404' });
    await expect(
      attempt(async (client) => {
        const id = await claimArchive(client, january());
        await retire(client, id);
        return retire(client, id);
      }),
    ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/have left already/) });
  });

  it.each<[string, (ids: readonly string[]) => readonly string[] | null]>([
    ['fewer rows', (ids) => ids.slice(1)],
    ['no rows', () => null],
    ['more rows', (ids) => [...ids, '']],
  ])('is closed to %s than were verified', async (_what, change) => {
    const [young] = await ask(
      `select backup_id as id from ops.record_backup('DAILY', 'odoo', 's3://b/young', 1, 'sha256:' || repeat('c', 64), '2026-01-02', null, 'young')`,
    );
    const others = change(past.backups)?.map((id) => id || String(young?.id));
    await expect(
      attempt(async (client) => retire(client, await claimArchive(client, backups()), others ?? undefined)),
    ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/not the rows of archive/) });
  });

  it('is closed to rows that changed since they were verified', async () => {
    await expect(
      attempt(async (client) => {
        const id = await claimArchive(client, backups());
        await client.query("select set_config('session_replication_role', 'replica', true)");
        await client.query('update ops.backups set size = size + 1 where id = $1', [past.backups[0]]);
        await client.query("select set_config('session_replication_role', 'origin', true)");
        return retire(client, id, past.backups);
      }),
    ).rejects.toMatchObject({ code: 'TP409' });
    await expect(
      attempt(async (client) => {
        const id = await claimArchive(client, january());
        await client.query("select set_config('session_replication_role', 'replica', true)");
        await client.query("update ops.run_events set payload = '{}' where created_at < '2025-02-01' and seq = 2");
        await client.query("select set_config('session_replication_role', 'origin', true)");
        return retire(client, id);
      }),
    ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/is not what archive/) });
  });

  it('believes no reader of an archive that tells of other rows than the ledger holds', async () => {
    const digest = `sha256:${'1'.repeat(64)}`;
    for (const claim of [january({ verified: false }), backups({ verified: false })])
      await expect(
        attempt(async (client) =>
          verifyArchive(client, await claimArchive(client, claim), { rows: 3, digest, ids: claim.ids }),
        ),
      ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/does not hold what the ledger holds/) });
  });
});

describe('events', () => {
  it('leave after every older month', async () => {
    await expect(
      attempt(async (client) =>
        retire(client, await claimArchive(client, january({ partition: MONTHS[1] as string }))),
      ),
    ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/older one is still there/) });
  });

  it('of a run that has not ended stay, and their whole month', async () => {
    await expect(
      attempt(async (client) => {
        await insertPastRun(client, { status: 'QUEUED', events: ['2025-01-20T00:00:00Z'] });
        return retire(client, await claimArchive(client, january()));
      }),
    ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/has not ended/) });
  });

  it.each([
    ['changed', "update ops.run_events set type = 'x' where run_id = $1 and seq = 1", 2],
    ['taken out', 'delete from ops.run_events where run_id = $1 and seq = 2', 3],
    ['forged at the start', "update ops.run_events set prev_hash = sha256('x') where run_id = $1 and seq = 1", 1],
  ])('of a chain in which one was %s stay, as evidence', async (_what, tampering, seq) => {
    const run = past.runs[0];
    await expect(
      attempt(async (client) => {
        await client.query("select set_config('session_replication_role', 'replica', true)");
        await client.query(tampering, [run]);
        await client.query("select set_config('session_replication_role', 'origin', true)");
        return retire(client, await claimArchive(client, january()));
      }),
    ).rejects.toMatchObject({
      code: 'TP409',
      message: `The chain of run ${run} is broken at event ${seq}: its events stay as they are, as evidence`,
    });
  });

  it.each([...MONTHS, 'run_events'])(
    'are not changed nor removed in %s, also by their owner with every setting set',
    async (table) => {
      for (const statement of [
        `update ops.${table} set type = 'x'`,
        `delete from ops.${table}`,
        `truncate ops.${table}`,
      ])
        await expect(
          attempt(async (client) => {
            const id = await claimArchive(client, january());
            await client.query("select set_config('ops.retention', 'on', true), set_config('ops.archive', $1, true)", [
              id,
            ]);
            return client.query(statement);
          }),
        ).rejects.toMatchObject({ code: '42501' });
    },
  );
});

describe('runs and artifacts', () => {
  it('stay while an event of the run is not archived', async () => {
    const [id = ''] = past.runs;
    await expect(
      attempt(async (client) => retire(client, await claimArchive(client, { source: 'ops.runs', ids: [id] }), [id])),
    ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/events are not archived/) });
  });

  it('stay while something refers to them', async () => {
    await expect(
      attempt(async (client) => {
        for (const partition of MONTHS) await retire(client, await claimArchive(client, january({ partition })));
        return retire(client, await claimArchive(client, { source: 'ops.runs', ids: past.runs }), past.runs);
      }),
    ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/still refers/) });
  });

  it('stay while the run has not ended', async () => {
    await expect(
      attempt(async (client) => {
        const run = await insertPastRun(client, {
          status: 'RUNNING',
          events: ['2025-01-20T00:00:00Z'],
          artifacts: ['2025-01-20T00:00:00Z'],
        });
        const rows = await client.query('select id from ops.artifacts where run_id = $1', [run]);
        const ids = rows.map(({ id }) => String(id));
        return retire(client, await claimArchive(client, { source: 'ops.artifacts', ids }), ids);
      }),
    ).rejects.toMatchObject({ code: 'TP409', message: expect.stringMatching(/has not ended/) });
  });
});

describe.each(['ops.runs', 'ops.artifacts', 'ops.backups'])('DELETE and TRUNCATE of %s', (table) => {
  it('are refused to the owner', async () => {
    await expect(ask(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(ask(`truncate ${table} cascade`)).rejects.toMatchObject({ code: '42501' });
  });

  it('are refused to the owner who sets what the retention function sets, but for the rows of an archive', async () => {
    const open = (client: MigrationClient, archive: string) =>
      client.query("select set_config('ops.retention', 'on', true), set_config('ops.archive', $1, true)", [archive]);
    for (const archive of ['', randomUUID()])
      await expect(
        attempt(async (client) => {
          await open(client, archive);
          return client.query(`delete from ${table} where false`);
        }),
      ).rejects.toMatchObject({ code: '42501', message: expect.stringMatching(/verified and approved archive only/) });
    await expect(
      attempt(async (client) => {
        // Approved and verified, but for one backup.
        const ids = past.backups.slice(0, 1);
        await open(client, await claimArchive(client, backups({ ids })));
        return client.query(table === 'ops.runs' ? 'delete from ops.runs where false' : `delete from ${table}`);
      }),
    ).rejects.toThrow(/not the rows of archive|verified and approved archive only/);
  });

  it.each(CALLERS)('are refused to %s', async (as) => {
    for (const statement of [`delete from ${table}`, `truncate ${table} cascade`])
      await expect(askAs(gateway, as, statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the functions of the owner', () => {
  it.each(CALLERS)('are refused to %s', async (as) => {
    for (const call of [
      'ops.retire(gen_random_uuid())',
      "ops.verify_archive(gen_random_uuid(), 'sha256:', 1, 1, '')",
      "ops.digest_rows('ops.runs', null, null)",
      'ops.event_partitions()',
      'ops.check_owner()',
    ])
      await expect(askAs(gateway, as, `select ${call}`)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['service', 'agent:sync-odoo-agent'])('are refused to %s even where somebody granted them', async (as) => {
    await expect(
      attempt(async (client) => {
        await client.script(
          'grant execute on function ops.retire(uuid, uuid[]) to service_role, agent_sync_odoo_agent',
        );
        const role = as === 'service' ? 'service_role' : 'agent_sync_odoo_agent';
        await client.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", [
          role,
          JSON.stringify({ role }),
        ]);
        return client.query('select ops.retire(gen_random_uuid())');
      }),
    ).rejects.toMatchObject({ code: 'TP403', message: expect.stringMatching(/Only the owner/) });
  });
});

describe('the manifest', () => {
  it('of what has left does not change, and is not removed', async () => {
    for (const statement of [
      "update ops.archives set uri = 's3://elsewhere/x' where id = $1",
      'delete from ops.archives where id = $1',
    ])
      await expect(
        attempt(async (client) => {
          const id = await claimArchive(client, january());
          await retire(client, id);
          return client.query(statement, [id]);
        }),
      ).rejects.toMatchObject({ code: '42501' });
    await expect(ask('truncate ops.archives')).rejects.toMatchObject({ code: '42501' });
  });

  it('says of an archive in the making what it is for, once and for all', async () => {
    for (const change of [
      "uri = 's3://elsewhere/x'",
      'approval_id = gen_random_uuid()',
      'run_id = gen_random_uuid()',
      "source = 'ops.backups'",
    ])
      await expect(
        attempt(async (client) =>
          client.query(`update ops.archives set ${change} where id = $1`, [await claimArchive(client, january())]),
        ),
      ).rejects.toMatchObject({ code: '42501' });
  });
});
