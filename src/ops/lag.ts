/** How far workers and syncs are behind, as the ledger knows it. */
import { SERVICE } from '../auth/viewer.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** What is due and not begun. */
export interface RunLag {
  /** 10 000 at most: more are not counted. */
  readonly waiting: number;
  readonly oldestSeconds: number;
}

const RUNS = `select count(*)::int as waiting,
    coalesce(greatest(extract(epoch from clock_timestamp() - min(d.run_at)), 0), 0)::float8 as "oldestSeconds"
  from (
    select r.run_at from ops.runs r
    where r.agent = $1 and r.status = 'QUEUED' and r.leased_by is null and r.lines_ahead = 0 and r.run_at <= clock_timestamp()
    limit 10000
  ) d`;
const SYNCS = `select c.model, extract(epoch from clock_timestamp() - max(c.finished_at))::float8 as seconds
  from odoo.sync_cursors c where c.walk = 'changes' and c.finished_at is not null group by c.model`;

/** Runs of an agent that no worker has. */
export async function readRunLag(postgres: Pick<PostgresSource, 'render'>, agent: string): Promise<RunLag> {
  const [row] = await readRows((one) => postgres.render(SERVICE, one), { text: RUNS, values: [agent] });
  return { waiting: Number(row?.waiting ?? 0), oldestSeconds: Number(row?.oldestSeconds ?? 0) };
}

/** Seconds since each model's changes were last looked at to the end, the one of several instances that is behind least. */
export async function readSyncLag(postgres: Pick<PostgresSource, 'render'>): Promise<Readonly<Record<string, number>>> {
  const rows = await readRows((one) => postgres.render(SERVICE, one), { text: SYNCS, values: [] });
  return Object.fromEntries(rows.map(({ model, seconds }) => [String(model), Number(seconds)]));
}
