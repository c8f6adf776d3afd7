/**
 * What a write to Odoo would change, by reading methods alone: Odoo's `onchange` wants the right to write, and runs what any
 * module does there, so it is not called. What only Odoo can say is said to be unknown.
 */
import type { Change, Foreseeing, Foreseen, Looked } from '../postgres/mutation.ts';
import { FIELD_ATTRIBUTES, type FieldDescription, type FieldDescriptions, isEmpty, isTexts } from './odoo-values.ts';

/** Records whose values are read; a write names up to a thousand. */
const MAX_READ = 100;
/** Names of computed fields that are told. */
const MAX_TOLD = 30;
const NOTHING_READ =
  'What is in Odoo now: it does not answer, or the schema shows no such records to who asks. What changes there was not found out';
const ONCHANGE =
  "What Odoo's onchange methods would say: they were not run, as Odoo wants the right to write for that. A write past Odoo's forms does not run them either";
const CONSTRAINTS =
  'Whether constraints in Odoo and its modules accept it: of those the types, choices and required fields were checked';

/** A write to Odoo, checked. */
interface OdooWrite {
  readonly model: string;
  readonly method: string;
  readonly ids: readonly number[];
  readonly values?: Readonly<Record<string, unknown>> | null | undefined;
}

/** @param once Methods of the model by name, each with the domain that holds of the records that it was done for. */
export async function foreseeOdooWrite(
  write: OdooWrite,
  once: Readonly<Record<string, readonly unknown[]>>,
  { look, describeFields }: Foreseeing,
): Promise<Foreseen> {
  const { model, method, ids } = write;
  const goal = once[method] ?? [];
  const names = [...Object.keys(write.values ?? {}), ...goal.filter(isCondition).map(([name]) => name)];
  const looked = await look(model, ids.slice(0, MAX_READ), names);
  const fields = (await describeFields(model, [], FIELD_ATTRIBUTES)) as FieldDescriptions | null;
  const absent = looked ? ids.slice(0, MAX_READ).filter((id) => !looked.records.has(id)) : [];
  const unread =
    ids.length > MAX_READ ? [`The records after the first ${MAX_READ} of ${ids.length}: they were not read`] : [];
  const common = [
    ...(looked ? [] : [NOTHING_READ]),
    ...absent.map((id) => `Whether there is a ${model} ${id}: it is not there, or hidden from who asks`),
    ...unread,
  ];
  const { changes, unknown } = write.values
    ? foreseeValues(write, write.values, { looked, fields })
    : foreseeGoal(write, goal, looked);
  return { changes, unknown: [...common, ...unknown], versions: versionsOf(write, looked) };
}

interface Known {
  readonly looked: Looked | null;
  readonly fields: FieldDescriptions | null;
}

type Foretold = Pick<Foreseen, 'changes' | 'unknown'>;

function foreseeValues(
  { model, ids }: OdooWrite,
  values: Readonly<Record<string, unknown>>,
  { looked, fields }: Known,
): Foretold {
  const records = looked ? [...looked.records] : [];
  const rows: readonly [string | number, Readonly<Record<string, unknown>>][] =
    ids.length > 0 ? records : [['new', {}]];
  const changes = rows.flatMap(([id, record]) =>
    Object.entries(values).flatMap(([name, value]): Change[] => {
      const shown = looked?.names.get(name);
      if (!looked || !shown) return [];
      const before = id === 'new' ? null : plain(record[name], fields?.[name]);
      const after = valueAfter(before, value, fields?.[name]);
      return isSame(before, after) ? [] : [{ path: `${looked.type}.${id}.${shown}`, before, after }];
    }),
  );
  const hidden = looked ? Object.keys(values).filter((name) => !looked.names.has(name)) : [];
  const computed = computedFrom(Object.keys(values), fields);
  return {
    changes,
    unknown: [
      ...hidden.map((name) => `What ${model}.${name} is now: the schema does not show it to who asks`),
      ...(computed.length > 0 ? [`What Odoo computes anew of ${model}: ${computed.join(', ')}`] : []),
      ONCHANGE,
      CONSTRAINTS,
    ],
  };
}

/** A method of `once` is done where its domain does not hold yet, and holds afterwards. */
function foreseeGoal({ model, method }: OdooWrite, goal: readonly unknown[], looked: Looked | null): Foretold {
  const conditions = goal.filter(isCondition);
  const changes = [...(looked?.records ?? [])].flatMap(([id, record]) =>
    conditions.flatMap(([name, operator, value]): Change[] => {
      const shown = looked?.names.get(name);
      const before = plain(record[name], undefined);
      if (!shown || operator !== '=' || isSame(before, value)) return [];
      return [{ path: `${looked?.type}.${id}.${shown}`, before, after: value }];
    }),
  );
  const open = conditions.filter(([, operator]) => operator !== '=');
  return {
    changes,
    unknown: [
      ...open.map(([name]) => `What ${model}.${name} becomes: ${method} decides it`),
      `What ${method} of ${model} changes beside that, there and in other models`,
      `Whether Odoo lets ${method} be done now`,
    ],
  };
}

type Condition = readonly [name: string, operator: string, value: unknown];

function isCondition(item: unknown): item is Condition {
  return Array.isArray(item) && item.length === 3 && typeof item[0] === 'string';
}

/** A confirmation is good for the records as they were last written. */
function versionsOf({ model, ids }: OdooWrite, looked: Looked | null): string[] {
  if (!looked) return [`${model} unread`];
  return ids.slice(0, MAX_READ).map((id) => `${model} ${id} ${looked.records.get(id)?.write_date ?? 'absent'}`);
}

/** As the schema has it: `[7, "Azure"]` is the record 7, and what is empty is null. */
function plain(value: unknown, field: FieldDescription | undefined): unknown {
  if (value === false && field?.type !== 'boolean') return null;
  const isOne = Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string';
  return isOne ? value[0] : (value ?? null);
}

function valueAfter(before: unknown, value: unknown, field: FieldDescription | undefined): unknown {
  if (field?.type === 'boolean') return value;
  if (isEmpty(value)) return null;
  const isList = field?.type === 'one2many' || field?.type === 'many2many';
  return isList && Array.isArray(value) ? applyCommands((before ?? []) as number[], value) : value;
}

/** Ids after Odoo's commands; what is created or changed there stands as the command that says so. */
function applyCommands(before: readonly number[], commands: readonly unknown[]): unknown[] {
  let ids: unknown[] = [...before];
  for (const command of commands) {
    const [code, id, given] = Array.isArray(command) ? command : [6, 0, [command]];
    if (code === 6) ids = [...(given as unknown[])];
    else if (code === 5) ids = [];
    else if (code === 4) ids = [...ids.filter((one) => one !== id), id];
    else if (code === 2 || code === 3) ids = ids.filter((one) => one !== id);
    else ids = [...ids, command];
  }
  return ids;
}

/** A number may be given as its digits, and lists of ids are sets. */
function isSame(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after))
    return JSON.stringify([...before].sort()) === JSON.stringify([...after].sort());
  if (isTexts(after)) return false;
  const isNumber = typeof before === 'number' && typeof after === 'string' && after !== '';
  return isNumber ? before === Number(after) : before === after;
}

/** Fields that Odoo computes from those that are given, directly. */
function computedFrom(given: readonly string[], fields: FieldDescriptions | null): string[] {
  const names = Object.entries(fields ?? {}).flatMap(([name, { depends = [] }]) =>
    !given.includes(name) && depends.some((path) => given.includes(path.split('.')[0] ?? '')) ? [name] : [],
  );
  const more = names.length - MAX_TOLD;
  return more > 0 ? [...names.sort().slice(0, MAX_TOLD), `${more} more`] : names.sort();
}
