/** A write to Odoo: said so that a second attempt after a success changes nothing more, and found out about afterwards. */
import type { OdooWrite, OdooWriteRule } from '../ops/odoo-write.ts';
import { createOnce, findCreated } from './create-once.ts';
import { RunError } from './handler.ts';
import type { OdooWriter } from './odoo-writer.ts';

/** What is asked of Odoo, and how. */
export interface Asking {
  readonly odoo: OdooWriter;
  readonly write: OdooWrite;
  readonly rules: readonly OdooWriteRule[];
  readonly runId: string;
}

/** What a write did. */
export interface Written {
  readonly ids: readonly number[];
  /** Whether Odoo had it already, from an earlier attempt. */
  readonly repeated: boolean;
}

/**
 * Says it to Odoo, after all that can be looked at before.
 *
 * @param beginEffect Called with what `findWritten` needs, right before Odoo is changed.
 */
export async function writeOnce(asking: Asking, beginEffect: (before: unknown) => Promise<void>): Promise<Written> {
  const { odoo, write, runId } = asking;
  const { model, method, ids, values } = write;
  if (method === 'create') {
    const begin = () => beginEffect({ model, method });
    const { id, repeated } = await createOnce(odoo, { model, values: values ?? {}, runId, beginEffect: begin });
    return { ids: [id], repeated };
  }
  if (method === 'write') {
    refuseAdditions(values ?? {});
    await beginEffect({ model, method, before: await readChanges(asking) });
    await odoo(model, 'write', { ids, vals: values }).catch((error: unknown) =>
      explain(error, odoo, model, values ?? {}),
    );
    return { ids, repeated: false };
  }
  const left = await findLeft(asking);
  if (left.length === 0) return { ids, repeated: true };
  await beginEffect({ model, method });
  await odoo(model, method, { ids: left });
  return { ids, repeated: false };
}

/**
 * Whether an earlier attempt did it.
 *
 * @param effect What `beginEffect` was given then.
 * @returns The ids of the records; null where nothing was done so far.
 * @throws RunError `CONFLICT` where that cannot be told.
 */
export async function findWritten(asking: Asking, effect: unknown): Promise<readonly number[] | null> {
  const { odoo, write, runId } = asking;
  if (write.method === 'create') {
    const id = await findCreated(odoo, runId);
    return id === null ? null : [id];
  }
  if (write.method !== 'write') return (await findLeft(asking)).length === 0 ? write.ids : null;
  const { before } = effect as { before: Readonly<Record<string, Change>> };
  const { uid } = (await odoo('res.users', 'context_get', {})) as { uid: number };
  const now = await readChanges(asking);
  const changed = Object.keys(before).filter((id) => before[id]?.at !== now[id]?.at);
  if (changed.length === 0) return null;
  // All are written in one transaction.
  if (changed.some((id) => now[id]?.by === uid)) return write.ids;
  throw new RunError(
    'CONFLICT',
    'Somebody else has changed the records since: whether the write was done before that cannot be told',
  );
}

/** Who changed a record last, and when: to the microsecond. */
interface Change {
  readonly at: string;
  readonly by: number;
}

/** By the record's id; groups tell the fraction of a second, which `read` cuts off. */
async function readChanges({ odoo, write: { model, ids } }: Asking): Promise<Record<string, Change>> {
  const groups = (await odoo(model, 'formatted_read_group', {
    domain: [['id', 'in', ids]],
    groupby: ['id', 'write_uid', 'write_date:second_number'],
    aggregates: ['write_date:max'],
    context: { active_test: false },
  })) as Record<string, unknown>[];
  return Object.fromEntries(
    groups.map((group) => {
      const [id] = group.id as [number];
      const [by] = (group.write_uid || [0]) as [number];
      return [id, { at: `${group['write_date:max']} ${group['write_date:second_number']}`, by }];
    }),
  );
}

/** Those of the records for which the method is not done yet. */
async function findLeft({ odoo, write: { model, method, ids }, rules }: Asking): Promise<readonly number[]> {
  const done = rules.find((rule) => rule.model === model)?.once[method] ?? [];
  const domain = [['id', 'in', ids], ...done];
  const finished = new Set((await odoo(model, 'search', { domain, context: { active_test: false } })) as number[]);
  return ids.filter((id) => !finished.has(id));
}

/** Of a field that it does not have, Odoo says so little that it could be anything. */
async function explain(
  error: unknown,
  odoo: OdooWriter,
  model: string,
  values: Readonly<Record<string, unknown>>,
): Promise<never> {
  if (!(error instanceof RunError) || error.code !== 'UPSTREAM_ERROR' || error.retryable) throw error;
  const names = Object.keys(values);
  const known = (await odoo(model, 'fields_get', { allfields: names, attributes: ['type'] })) as object;
  const stranger = names.find((name) => !Object.hasOwn(known, name));
  if (stranger === undefined) throw error;
  throw new RunError('BAD_USER_INPUT', `The field ${stranger} is no field of the model, or none that the writer sees`);
}

/** Commands of a list of records that say the same when they are said again: update, unlink from, link, clear, set. */
const REPEATABLE = new Set([1, 3, 4, 5, 6]);

/** @throws RunError for a command that makes a record each time it is said, or deletes one. */
function refuseAdditions(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) continue;
    for (const command of value as unknown[]) {
      if (!Array.isArray(command)) continue;
      if (!REPEATABLE.has(command[0] as number))
        throw new RunError(
          'BAD_USER_INPUT',
          `The field ${name} of a write must not create or delete records: create them by a run of their own`,
        );
      if (command[0] === 1) refuseAdditions((command[2] ?? {}) as Readonly<Record<string, unknown>>);
    }
  }
}
