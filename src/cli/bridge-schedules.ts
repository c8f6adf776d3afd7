/** The schedules of `ssot/bridge.yaml`, put into the ledger. */
import type { Viewer } from '../auth/viewer.ts';
import { BRIDGE_AGENT } from '../bridge/bridge-ledger.ts';
import type { BridgeSettings } from '../bridge/settings.ts';
import { isTimeZone } from '../ops/cron.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { UsageError } from './io.ts';
import { upsertSchedule } from './schedule.ts';

interface Target {
  readonly postgres: Pick<PostgresSource, 'repeatable'>;
  /** Who may write schedules. */
  readonly viewer: Viewer;
}

/** By the name of a schedule. */
const WORK = {
  sync: { kind: 'bridge.sync', input: null },
  whole: { kind: 'bridge.sync', input: { whole: true } },
  inventory: { kind: 'bridge.inventory', input: null },
  reconcile: { kind: 'bridge.reconcile', input: null },
  verify: { kind: 'bridge.verify', input: null },
  catalog: { kind: 'bridge.catalog', input: null },
} as const;

/** Puts them there, or changes them. @returns A line of each for people. @throws UsageError where an expression is none. */
export async function putSchedules({ postgres, viewer }: Target, { schedules }: BridgeSettings): Promise<string[]> {
  const lines: string[] = [];
  if (!isTimeZone(schedules.timeZone))
    throw new UsageError(`ssot/bridge.yaml: "${schedules.timeZone}" is no time zone`);
  for (const [name, { kind, input }] of Object.entries(WORK)) {
    const expression = schedules[name as keyof typeof WORK];
    const wanted = { name: `bridge.${name}`, agent: BRIDGE_AGENT, kind, expression, timeZone: schedules.timeZone };
    // One at a time; what was missed is in the next one.
    const more = { input: input && JSON.stringify(input), catch_up: 'ONCE', overlap: 'SKIP', max_attempts: 3 };
    const statement = upsertSchedule(wanted, more, `ssot/bridge.yaml: schedules.${name}`);
    await readRows((one) => postgres.repeatable(viewer, one), statement);
    lines.push(`bridge.${name}: ${kind} at "${expression}" (${schedules.timeZone})`);
  }
  return lines;
}
