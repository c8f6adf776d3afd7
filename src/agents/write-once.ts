/** A write to Odoo: a second attempt after a success changes nothing more, and it can be found out afterwards whether it was done. */

import { type DescribeFields, FIELD_ATTRIBUTES, type FieldDescriptions } from '../ops/odoo-values.ts';
import { checkOdooWrite, type OdooWrite, type OdooWriteRule } from '../ops/odoo-write.ts';
import { createOnce, findCreated } from './create-once.ts';
import { RunError } from './handler.ts';
import type { OdooWriter } from './odoo-writer.ts';
import { type ByLanguage, readWriterUser, splitLanguages } from './writer-context.ts';

/** What is asked of Odoo, and how. */
export interface Asking {
  readonly odoo: OdooWriter;
  readonly write: OdooWrite;
  readonly rules: readonly OdooWriteRule[];
  /** Id of the run that asked first: its retries do the same once. */
  readonly runId: string;
}

/** What a write did. */
export interface Written {
  readonly ids: readonly number[];
  /** Whether Odoo had it already, from an earlier attempt. */
  readonly repeated: boolean;
  /** Fields that have a text for each language, and the languages in which it was written. */
  readonly languages: Readonly<Record<string, readonly string[]>>;
}

/**
 * Says it to Odoo, after all that can be looked at before.
 *
 * @param beginEffect Called with what `findWritten` needs, right before Odoo is changed.
 */
export async function writeOnce(asking: Asking, beginEffect: BeginEffect): Promise<Written> {
  const { odoo, write } = asking;
  const describe = describeBy(odoo);
  const [user, misfits, translated] = await Promise.all([
    readWriterUser(odoo),
    checkOdooWrite(write, describe),
    findTranslated(write, describe),
  ]);
  refuseMisfits(misfits);
  const language = write.language ?? user.language;
  if (write.method !== 'create' && write.method !== 'write')
    return callOnce(asking, { lang: language, tz: user.timeZone }, beginEffect);
  const splitting = { language, translated, isNew: write.method === 'create' };
  const [[, first] = ['', {}], ...others] = splitLanguages(write.values ?? {}, splitting);
  const update = (ids: readonly number[], vals: Values, lang: string) =>
    odoo(write.model, 'write', { ids, vals, context: { lang, tz: user.timeZone } });
  let written = { ids: write.ids as readonly number[], repeated: false };
  if (write.method === 'create') {
    const creating = { model: write.model, values: first, runId: asking.runId, language, timeZone: user.timeZone };
    const begin = () => beginEffect({ model: write.model, method: write.method });
    const { id, repeated } = await createOnce(odoo, { ...creating, describe, beginEffect: begin });
    written = { ids: [id], repeated };
  } else {
    await beginEffect({ model: write.model, method: write.method, before: await readChanges(asking) });
    if (Object.keys(first).length > 0) await update(write.ids, first, language);
  }
  for (const [lang, texts] of others) await update(written.ids, texts, lang);
  return { ...written, languages: languagesOf(translated, [[language, first], ...others]) };
}

type BeginEffect = (before: unknown) => Promise<void>;
type Values = Readonly<Record<string, unknown>>;

/** Calls a method on those of the records for which it is not done yet. */
async function callOnce(asking: Asking, context: object, beginEffect: BeginEffect): Promise<Written> {
  const { odoo, write } = asking;
  const { model, method, ids } = write;
  const left = await findLeft(asking);
  if (left.length === 0) return { ids, repeated: true, languages: {} };
  await beginEffect({ model, method });
  await odoo(model, method, { ids: left, context });
  return { ids, repeated: false, languages: {} };
}

/** Asks once, whoever wants to know it within the attempt. */
function describeBy(odoo: OdooWriter): DescribeFields {
  const asked = new Map<string, Promise<FieldDescriptions>>();
  return async (model, names) => {
    const key = JSON.stringify([model, names]);
    const ask = () => odoo(model, 'fields_get', { allfields: names, attributes: FIELD_ATTRIBUTES });
    const answer = asked.get(key) ?? (ask() as Promise<FieldDescriptions>);
    asked.set(key, answer);
    return answer;
  };
}

function refuseMisfits([misfit]: Awaited<ReturnType<typeof checkOdooWrite>>): void {
  if (!misfit) return;
  const [root, ...path] = misfit.path;
  const what = root === 'language' ? 'The language' : `The field ${path.join('/')}`;
  throw new RunError('BAD_USER_INPUT', `${what} ${misfit.message}`);
}

/** The fields of the write that have a text for each language. */
async function findTranslated({ model, values }: OdooWrite, describe: DescribeFields): Promise<ReadonlySet<string>> {
  const fields = values ? ((await describe(model, Object.keys(values))) ?? {}) : {};
  return new Set(Object.keys(fields).filter((name) => fields[name]?.translate));
}

function languagesOf(translated: ReadonlySet<string>, byLanguage: ByLanguage): Record<string, readonly string[]> {
  const found: Record<string, string[]> = {};
  for (const [language, values] of byLanguage)
    for (const name of Object.keys(values)) if (translated.has(name)) found[name] = [...(found[name] ?? []), language];
  return found;
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
  const { id: uid } = await readWriterUser(odoo);
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
