/**
 * When records of Odoo were written, to the microsecond. Odoo answers and compares times in whole seconds, and two writes of one
 * second would look like one; grouped by a part of the time it gives the fraction too.
 */
import type { OdooCall } from '../odoo/call.ts';

/** When a record was last written. */
export interface Written {
  readonly id: number;
  /** Odoo's time, UTC, e.g. `2026-11-30 08:15:00.250417`; null where it has none. */
  readonly writtenAt: string | null;
}

/** Which records are asked for. */
export interface WrittenQuestion {
  readonly model: string;
  readonly domain: readonly unknown[];
  /** Records at most, the smallest ids first. */
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/** Archived records are there too. */
const CONTEXT = { active_test: false };
const SECOND = 'write_date:second_number';
const LATEST = 'write_date:max';

/** One call, in the order of ids. */
export async function readWritten(
  odoo: OdooCall,
  { model, domain, limit, signal }: WrittenQuestion,
): Promise<readonly Written[]> {
  const args = { domain, groupby: ['id', SECOND], aggregates: [LATEST], order: 'id', limit, context: CONTEXT };
  const groups = (await odoo(model, 'formatted_read_group', args, signal && { signal })) as Readonly<
    Record<string, unknown>
  >[];
  return groups.map((group) => ({ id: readId(group.id), writtenAt: readTime(group) }));
}

/**
 * The records that nobody has written since their times were read: what was read of them in between goes with these times. Of
 * another one it may be older or newer, and would be told of as a change that never was.
 */
export async function readSettled(
  odoo: OdooCall,
  { model, written, signal }: { model: string; written: readonly Written[]; signal?: AbortSignal },
): Promise<ReadonlySet<number>> {
  const question = { model, domain: [['id', 'in', written.map(({ id }) => id)]], limit: written.length };
  const now = await readWritten(odoo, { ...question, ...(signal && { signal }) });
  const before = new Map(written.map(({ id, writtenAt }) => [id, writtenAt]));
  return new Set(now.filter(({ id, writtenAt }) => before.get(id) === writtenAt).map(({ id }) => id));
}

/** The latest time of writing of any record, in whole seconds; null where there is none. Times to come are left out. */
export async function readLatest(odoo: OdooCall, model: string, signal: AbortSignal): Promise<string | null> {
  const args = { domain: [['write_date', '<=', 'now']], groupby: [], aggregates: [LATEST], context: CONTEXT };
  const [all] = (await odoo(model, 'formatted_read_group', args, { signal })) as Readonly<Record<string, unknown>>[];
  return typeof all?.[LATEST] === 'string' ? all[LATEST] : null;
}

/** A group of a record has its id with its name. */
function readId(value: unknown): number {
  return Number(Array.isArray(value) ? value[0] : value);
}

function readTime(group: Readonly<Record<string, unknown>>): string | null {
  const latest = group[LATEST];
  if (typeof latest !== 'string') return null;
  const micros = Math.round((Number(group[SECOND]) % 1) * 1e6);
  return `${latest.slice(0, 19)}.${String(micros).padStart(6, '0')}`;
}
