/**
 * Creates a record of Odoo at most once for each run.
 *
 * Odoo's `load` (its import) makes a record and the external id that is given with it in one transaction; `create` knows
 * no external id. With `mode: update` and `noupdate`, `load` leaves a record alone whose external id is there, and answers
 * its id; where it is absent, the record is created. Two at once collide on the external id, and one is rolled back whole.
 */

import type { DescribeFields, FieldDescriptions } from '../ops/odoo-values.ts';
import { RunError } from './handler.ts';
import { toRows } from './odoo-cells.ts';
import type { OdooWriter } from './odoo-writer.ts';
import { loadError } from './odoo-writer-faults.ts';
import { fixedZone } from './writer-context.ts';

/** Owner of the external ids; no module of Odoo has this name. */
const MODULE = 'tripoint';

/** What was asked of Odoo, and what it did. */
export interface Created {
  readonly id: number;
  /** Whether an earlier attempt had made it. */
  readonly repeated: boolean;
}

/** One record to be made. */
export interface Creating {
  readonly model: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** The run that asks for it. */
  readonly runId: string;
  /** The language of its texts. */
  readonly language: string;
  /** The zone whose day dates it, where it has no date. */
  readonly timeZone: string;
  readonly describe: DescribeFields;
  /** Called when all that can be looked at before is, and Odoo is about to be changed. */
  readonly beginEffect: () => Promise<void>;
}

/** @throws RunError `BAD_USER_INPUT` for a value that cannot be told, or that Odoo does not accept. */
export async function createOnce(
  odoo: OdooWriter,
  { model, values, runId, language, timeZone, describe, beginEffect }: Creating,
): Promise<Created> {
  const known = await findCreated(odoo, runId);
  if (known !== null) return { id: known, repeated: true };
  const zone = fixedZone(timeZone);
  const { fields, rows } = toRows(values, { ...(await describeAll(describe, model, values)), hoursAhead: zone.hours });
  const [first = [], ...rest] = rows;
  await beginEffect();
  const answer = await odoo(model, 'load', {
    fields: ['id', ...fields],
    data: [[`${MODULE}.${nameOf(runId)}`, ...first], ...rest.map((row) => ['', ...row])],
    // A record that has a zone of its own gets the writer's, as by Odoo's `create`, and not the fixed one.
    context: { mode: 'update', noupdate: true, lang: language, tz: zone.name, default_tz: timeZone },
  });
  const { ids, messages } = answer as { ids: number[] | false; messages: { type: string; message: string }[] };
  const errors = messages.filter(({ type }) => type === 'error');
  const [id] = ids || [];
  if (id !== undefined && errors.length === 0) return { id, repeated: false };
  // A refusal for want of rights reads like any other here.
  const mayCreate = (await odoo(model, 'has_access', { operation: 'create' })) === true;
  throw loadError(
    errors.map(({ message }) => message),
    mayCreate,
  );
}

/** The record that an earlier attempt of the run made; null where there is none. */
export async function findCreated(odoo: OdooWriter, runId: string): Promise<number | null> {
  try {
    const asked = { module: MODULE, xml_id: nameOf(runId), context: { active_test: false } };
    const found = await odoo('ir.model.data', 'check_object_reference', asked);
    const [, id] = found as [string, number | false];
    // There, and out of the writer's sight: `load` will tell which record it is.
    return id || null;
  } catch (error) {
    // Odoo says so by a ValueError.
    if (error instanceof RunError && error.code === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

/** The run's external id, without its owner. */
function nameOf(runId: string): string {
  return `run_${runId.replaceAll('-', '')}`;
}

/** What Odoo says of the fields that have values, and of their lines' fields. */
async function describeAll(
  describe: DescribeFields,
  model: string,
  values: Readonly<Record<string, unknown>>,
): Promise<{ readonly fields: FieldDescriptions; readonly lines: ReadonlyMap<string, FieldDescriptions> }> {
  const fields = (await describe(model, Object.keys(values))) ?? {};
  const lines = new Map<string, FieldDescriptions>();
  for (const [name, { type, relation }] of Object.entries(fields)) {
    if (type !== 'one2many' || !relation) continue;
    const commands = Array.isArray(values[name]) ? (values[name] as unknown[]) : [];
    const names = commands.flatMap((command) => Object.keys(Object((command as unknown[] | null)?.[2] ?? {})));
    lines.set(name, (await describe(relation, [...new Set(names)])) ?? {});
  }
  return { fields, lines };
}
