/** Reads of a run's events past a number, for subscriptions: one statement a page, whose rows carry records as JSON text. */
import type { Bound } from '../plan/bind.ts';
import type { ObjectPlan } from '../plan/plan.ts';
import { createSql } from './sql.ts';
import { concat, finish, type Lane, renderObject, type Statement } from './statement.ts';

/** Rows of one page at most. */
export const FOLLOW_LIMIT = 100;

/** For which request and lane a record is rendered. */
export interface Rendered {
  readonly bound: Bound;
  readonly lane: Lane;
}

/** What `compileRunEvents` answers; null where the viewer sees no such run. */
export type RunEventsPage = {
  readonly status: string;
  /** The number of the run's last event; 0 before the first. */
  readonly lastSeq: number;
  /** Number and record of each event. */
  readonly rows: readonly (readonly [seq: number, record: string])[];
} | null;

/**
 * The events of a run after a number, and where the run stood then.
 *
 * A run's numbers are given under the lock of its row: what one statement sees of them has no gap, and whether it was the
 * last is of the same snapshot.
 */
export function compileRunEvents(
  event: ObjectPlan,
  { runId, after }: { runId: string; after: number },
  rendered: Rendered,
): Statement {
  const sql = createSql();
  const [run, row, id, from] = [sql.alias(), sql.alias(), sql.bind(runId), sql.bind(after)];
  const record = concat(renderObject({ ...rendered, sql }, event, row));
  const rows = `(select string_agg(concat('[', ${row}.seq, ',', to_json((${record})::text), ']'), ',') from (select * from ${event.type.source} where run_id = ${id} and seq > ${from}::int order by seq limit ${FOLLOW_LIMIT}) ${row})`;
  const page = `concat('{"status":', to_json(${run}.status), ',"lastSeq":', ${run}.last_seq, ',"rows":[', ${rows}, ']}')`;
  return {
    text: `select coalesce((select ${page} from ops.runs ${run} where ${run}.id = ${id}), 'null')`,
    ...finish(sql),
  };
}
