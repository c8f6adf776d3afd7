/** The floor: batches are taken by `for update skip locked`, started and finished, each step one statement that writes the same rows. */
import process from 'node:process';
import pg from 'pg';
import { openBusProcess } from '../../test/support/bus-process.ts';

const BATCH = Number(process.env.BUS_BATCH ?? 100);
const LOOPS = 2;

const STEPS = [
  {
    type: 'run.claimed',
    change: "leased_by = 'floor', leased_until = clock_timestamp() + interval '1 min', attempt = 1, fence = 1",
  },
  { type: 'run.started', change: "status = 'RUNNING', started_at = clock_timestamp()" },
  {
    type: 'run.succeeded',
    change: "status = 'SUCCEEDED', finished_at = clock_timestamp(), leased_by = null, leased_until = null",
  },
] as const;

const TAKEN = `any (array(
  select id from floor.runs
  where agent = 'sync-odoo-agent' and status = 'QUEUED' and leased_by is null and lines_ahead = 0 and run_at <= clock_timestamp()
  order by claim_rank, run_at, id limit $1 for no key update skip locked))`;

const { ownerUrl, execute, untilGo } = openBusProcess();
const pool = new pg.Pool({ connectionString: ownerUrl, max: LOOPS });
await untilGo();
await Promise.all(Array.from({ length: LOOPS }, loop));

async function loop(): Promise<void> {
  for (;;) {
    const { rows } = await pool.query({ name: 'take', text: write(STEPS[0], TAKEN), values: [BATCH] });
    if (rows.length === 0) return;
    const ids = rows.map(({ id }: { id: string }) => id);
    for (const step of STEPS.slice(1))
      await pool.query({ name: step.type, text: write(step, 'any ($1)'), values: [ids] });
    for (const id of ids) await execute(id);
  }
}

function write({ type, change }: (typeof STEPS)[number], ids: string): string {
  return `with changed as (
      update floor.runs set ${change}, changed_in = pg_current_xact_id(), updated_at = clock_timestamp(), last_seq = last_seq + 1
      where id = ${ids} returning id, last_seq, last_hash
    ), told as (
      insert into floor.run_events (run_id, seq, type, payload, prev_hash)
      select id, last_seq, '${type}', '{"worker": "floor", "attempt": 1}', last_hash from changed
    )
    select id from changed`;
}
