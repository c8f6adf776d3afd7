/** Who executes jobs in the bench of the task bus: this worker, an earlier one, the peers, and the floor below all. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BusDatabase } from '../../test/support/bus-database.ts';

/** One way to have jobs executed. */
export interface Contestant {
  readonly name: string;
  /** Its process. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Of another checkout, where its database is another one. */
  readonly migrations?: string;
  /** Makes its tables. */
  readonly prepare: (database: BusDatabase) => Promise<void>;
  /** A statement that enqueues `$1` jobs, none of which says when; another one that enqueues one, `$1` being when. */
  readonly enqueue: { readonly many: string; readonly one: string };
  /** Whether a job is left: a statement of one row with `left`. */
  readonly left: string;
  /** Throws where something is not as the contestant promises. */
  readonly check?: (database: BusDatabase, jobs: number) => Promise<void>;
}

const HERE = import.meta.dirname;

/** @param concurrency Jobs at once. @param checkout Folder of another checkout; this one where absent. */
export function tripoint(name: string, concurrency: number, checkout?: string): Contestant {
  return {
    name,
    program: join(HERE, 'tripoint.ts'),
    environment: { BUS_CONCURRENCY: String(concurrency), ...(checkout && { BUS_CHECKOUT: checkout }) },
    ...(checkout && { migrations: join(checkout, 'migrations') }),
    prepare: async () => {},
    enqueue: {
      many: `select count(*) from generate_series(1, $1::int) n,
        lateral ops.enqueue('sync-odoo-agent', 'count', jsonb_build_object('n', n), 'key-' || n)`,
      one: `select run_id from ops.enqueue('sync-odoo-agent', 'count', jsonb_build_object('at', $1::float8))`,
    },
    left: `select exists (select from ops.runs where status in ('QUEUED', 'RUNNING')) as left`,
    check: checkLedger,
  };
}

/** Each run succeeded at its first attempt, says so by four events and no more, and its chain verifies. */
async function checkLedger({ query }: BusDatabase, jobs: number): Promise<void> {
  const [runs] = await query(
    `select count(*) filter (where status = 'SUCCEEDED' and attempt = 1 and last_seq = 4)::int as once from ops.runs`,
  );
  if (runs?.once !== jobs)
    throw new Error(`only ${String(runs?.once)} of ${jobs} runs succeeded at their first attempt`);
  const [chains] = await query(`select count(*)::int as broken from ops.runs r, lateral ops.verify_ledger(r.id) v
    where v.problem is not null`);
  if (chains?.broken !== 0) throw new Error(`${String(chains?.broken)} chains do not verify`);
}

/** @param isFast By its fastest settings: a local queue of 500, and completions told in batches. */
export function graphileWorker(name: string, isFast: boolean): Contestant {
  return {
    name,
    program: join(HERE, 'graphile-worker.ts'),
    environment: { BUS_CONCURRENCY: '10', ...(isFast && { BUS_FAST: '1' }) },
    prepare: async ({ ownerUrl }) => {
      const { makeWorkerUtils } = requirePeer('graphile-worker');
      const utils = await makeWorkerUtils({ connectionString: ownerUrl });
      await utils.migrate();
      await utils.release();
    },
    enqueue: {
      many: `select count(*) from generate_series(1, $1::int) n,
        lateral graphile_worker.add_job('count', json_build_object('job', n::text)) job`,
      one: `select id from graphile_worker.add_job('count', json_build_object('job', $1::text, 'at', $1::float8))`,
    },
    left: 'select exists (select from graphile_worker.jobs) as left',
  };
}

/** By its fastest settings: batches of 100, four loops. */
export function pgBoss(name: string): Contestant {
  return {
    name,
    program: join(HERE, 'pg-boss.ts'),
    environment: { BUS_CONCURRENCY: '10' },
    prepare: async ({ ownerUrl }) => {
      const { PgBoss } = requirePeer('pg-boss');
      const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false });
      await boss.start();
      await boss.createQueue('count', { notify: true });
      await boss.stop({ graceful: false });
    },
    enqueue: {
      many: `insert into pgboss.job (name, data) select 'count', json_build_object('job', n::text) from generate_series(1, $1::int) n`,
      // As its own `send` does, for a queue that notifies.
      one: `with job as (insert into pgboss.job (name, data) values ('count', json_build_object('job', $1::text, 'at', $1::float8)))
        select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'count')`,
    },
    left: `select exists (select from pgboss.job where state < 'completed') as left`,
  };
}

/** What Postgres itself takes for the rows that a run leaves: no chain, no fence, no trigger, no role, no notice. */
export function floor(name: string, batch: number): Contestant {
  return {
    name,
    program: join(HERE, 'floor.ts'),
    environment: { BUS_CONCURRENCY: '1', BUS_BATCH: String(batch) },
    prepare: async ({ query }) => {
      await query('create schema floor');
      for (const table of ['runs', 'run_events'])
        await query(
          `create table floor.${table} (like ops.${table} including defaults including constraints including indexes)`,
        );
    },
    enqueue: {
      many: `insert into floor.runs (agent, kind, input, idempotency_key, last_seq, last_hash)
        select 'sync-odoo-agent', 'count', jsonb_build_object('n', n), 'key-' || n, 1, sha256('') from generate_series(1, $1::int) n`,
      one: '',
    },
    left: `select exists (select from floor.runs where status in ('QUEUED', 'RUNNING')) as left`,
  };
}

/** What is used of the peers' modules, which have a lock of their own. */
interface Peers {
  readonly 'graphile-worker': {
    makeWorkerUtils(options: {
      connectionString: string;
    }): Promise<{ migrate(): Promise<void>; release(): Promise<void> }>;
  };
  readonly 'pg-boss': {
    PgBoss: new (options: {
      connectionString: string;
      supervise: boolean;
      schedule: boolean;
    }) => {
      start(): Promise<unknown>;
      createQueue(name: string, options: { notify: boolean }): Promise<void>;
      stop(options: { graceful: boolean }): Promise<void>;
    };
  };
}

function requirePeer<Name extends keyof Peers>(name: Name): Peers[Name] {
  return createRequire(join(HERE, 'index.js'))(name) as Peers[Name];
}
