/** Reads of a log past a number, for subscriptions: one statement a batch, whose rows carry records as JSON text. */
import type { Bound } from '../plan/bind.ts';
import type { ObjectPlan } from '../plan/plan.ts';
import { quoteName } from '../quote.ts';
import { createSql } from './sql.ts';
import { concat, finish, type Lane, renderObject, type Statement } from './statement.ts';

/** Rows of one batch at most. */
export const FOLLOW_LIMIT = 100;

/** The request and the lane that a record is rendered for. */
export interface Rendered {
  readonly bound: Bound;
  readonly lane: Lane;
}

/** The stored names of a log's entries and of the records that have a log. */
export interface LogSource {
  /** The table of the records that have a log, and the stored name of an entry that holds its record's id. */
  readonly scope: { readonly table: string; readonly column: string };
  readonly number: string;
  readonly last: string;
  readonly state: string;
}

/** What `compileLog` answers; null where the viewer sees no such record. */
export type LogAnswer = {
  readonly state: string;
  /** The number of the log's last entry; 0 before the first. */
  readonly last: number;
  /** Number and record of each entry. */
  readonly rows: readonly (readonly [number: number, record: string])[];
} | null;

/**
 * The entries of a record's log after a number, and where the record stood then.
 *
 * Its numbers are given under the lock of its row: what one statement sees of them has no gap, and whether it was the
 * last is of the same snapshot.
 */
export function compileLog(
  { scope, ...source }: LogSource,
  entry: ObjectPlan,
  { id, after }: { id: string; after: number },
  rendered: Rendered,
): Statement {
  const sql = createSql();
  const [holder, row, given, from] = [sql.alias(), sql.alias(), sql.bind(id), sql.bind(after)];
  const [column, number, last, state] = [scope.column, source.number, source.last, source.state].map(quoteName);
  const record = concat(renderObject({ ...rendered, sql }, entry, row));
  const rows = `(select string_agg(concat('[', ${row}.${number}, ',', to_json((${record})::text), ']'), ',') from (select * from ${entry.type.source} where ${column} = ${given} and ${number} > ${from}::int order by ${number} limit ${FOLLOW_LIMIT}) ${row})`;
  const batch = `concat('{"state":', to_json(${holder}.${state}), ',"last":', ${holder}.${last}, ',"rows":[', ${rows}, ']}')`;
  return {
    text: `select coalesce((select ${batch} from ${scope.table} ${holder} where ${holder}.id = ${given}), 'null')`,
    ...finish(sql),
  };
}
