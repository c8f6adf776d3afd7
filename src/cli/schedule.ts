/** Schedules that commands put into the ledger: by what the ledger's own function takes. */
import { readCron } from '../ops/cron.ts';
import { callFunction } from '../postgres/call-function.ts';
import type { Statement } from '../postgres/statement.ts';
import { UsageError } from './io.ts';

/** A schedule as a command knows it. */
export interface WantedSchedule {
  readonly name: string;
  readonly agent: string;
  readonly kind: string;
  /** A cron expression. */
  readonly expression: string;
  readonly timeZone: string;
}

/**
 * The statement that puts it there, or changes it.
 *
 * @param more Further arguments of `ops.upsert_schedule`, by their names there.
 * @param where Names the expression where it is wrong.
 * @throws UsageError that says what is wrong with the expression.
 */
export function upsertSchedule(
  { name, agent, kind, expression, timeZone }: WantedSchedule,
  more: Readonly<Record<string, unknown>>,
  where = `the schedule ${name}`,
): Statement {
  const reading = readCron(expression);
  if ('problem' in reading) throw new UsageError(`${where}: ${reading.problem}`);
  const { bothDays, ...sets } = reading.sets;
  const when = { expression, time_zone: timeZone, ...sets, both_days: bothDays };
  return callFunction('ops.upsert_schedule', { name, agent, kind, ...when, ...more }, 'id');
}
