/** One `web_search_read`. Where Odoo refuses it, it is read in parts, and each part that stays refused is an error in its place. */
import { GatewayError } from '../errors.ts';
import type { OdooArguments, OdooRecord } from './call.ts';
import { closedField, hiddenRecord, type KnownFields } from './known-fields.ts';
import type { ReadCall } from './reading.ts';
import type { Specification } from './specification.ts';

/** `model column` → why the reader may not read it. */
export type ClosedFields = ReadonlyMap<string, GatewayError>;

/** What is read with. */
export interface Narrowing {
  readonly call: ReadCall;
  readonly known: KnownFields;
  readonly closed: ClosedFields;
}

/** In place of a record that the reader may not read: its id, its display name, and why. */
export const HIDDEN: unique symbol = Symbol('hidden');

/** What `web_search_read` answers, with a GatewayError as the value of each column that is closed. */
export interface SearchRead {
  readonly length: number;
  readonly records: readonly OdooRecord[];
}

/** One read: which records, and what of them. */
interface Part {
  readonly model: string;
  /** All arguments but the specification. */
  readonly query: OdooArguments;
  readonly specification: Specification;
}

/** @throws GatewayError where the reader may not read the model itself. */
export async function readNarrowed(narrowing: Narrowing, model: string, args: OdooArguments): Promise<SearchRead> {
  const { specification: asked = {}, ...query } = args as { specification?: Specification };
  if (narrowing.closed.size === 0) return readPart(narrowing, { model, query, specification: asked });
  const found = await readPart(narrowing, { model, query, specification: open(narrowing, model, asked) });
  return { ...found, records: found.records.map((record) => showClosed(narrowing, model, asked, record)) };
}

async function readPart(narrowing: Narrowing, part: Part): Promise<SearchRead> {
  const { model, query, specification } = part;
  try {
    return (await narrowing.call(model, 'web_search_read', { ...query, specification })) as SearchRead;
  } catch (error) {
    if (!isForbidden(error)) throw error;
    const relations = relationsOf(narrowing.known, part);
    return relations.length > 0 ? readApart(narrowing, part, relations) : readColumns(narrowing, part);
  }
}

interface Relation {
  readonly column: string;
  readonly target: string;
  readonly isMany: boolean;
  readonly inner: Specification[string] & { readonly fields: Specification };
}

/** Relations of which more is read than the title, which Odoo shows to everybody. */
function relationsOf(known: KnownFields, { model, specification }: Part): Relation[] {
  return Object.entries(specification).flatMap(([column, inner]): Relation[] => {
    const { type, relation } = known.field(model, column) ?? {};
    const { fields } = inner;
    const isTitle = !fields || Object.keys(fields).every((name) => name === 'display_name');
    if (!fields || isTitle || relation === undefined) return [];
    return [{ column, target: relation, isMany: type !== 'many2one', inner: { ...inner, fields } }];
  });
}

/** Reads the records without the relations, then each relation by itself. */
async function readApart(narrowing: Narrowing, part: Part, relations: readonly Relation[]): Promise<SearchRead> {
  const bare = { ...part.specification };
  for (const { column, isMany, inner } of relations) {
    const { fields: _fields, ...window } = inner;
    bare[column] = isMany ? window : { fields: { display_name: {} } };
  }
  const found = await readPart(narrowing, { ...part, specification: bare });
  const records = found.records.map((record) => ({ ...record }));
  await Promise.all(relations.map((relation) => fillRelation(narrowing, relation, records)));
  return { ...found, records };
}

type Filled = { id: number; [column: string]: unknown };

async function fillRelation(narrowing: Narrowing, relation: Relation, records: readonly Filled[]): Promise<void> {
  const { column, target, isMany, inner } = relation;
  const windowOf = (record: Filled) => listOf(record[column]).slice(0, inner.limit);
  const ids = records.flatMap((record) => (isMany ? windowOf(record) : (titleOf(record[column])?.id ?? [])));
  const answer = await readTargets(narrowing, target, [...new Set(ids)], inner);
  const byId = answer instanceof GatewayError ? new Map() : new Map(answer.map((record) => [record.id, record]));
  for (const record of records) {
    const title = titleOf(record[column]);
    if (!isMany && title)
      record[column] = byId.get(title.id) ?? { ...title, [HIDDEN]: hiddenRecord(narrowing.known.who, target) };
    if (!isMany || !Array.isArray(record[column])) continue;
    const within = new Set(windowOf(record));
    const items = listOf(record[column]).flatMap((id) => byId.get(id) ?? (within.has(id) ? [] : { id }));
    record[column] = answer instanceof GatewayError ? answer : items;
  }
}

/** Archived ones too: a relation leads to them. The error where the whole model is closed to the reader. */
async function readTargets(
  narrowing: Narrowing,
  model: string,
  ids: readonly number[],
  { fields, context }: Relation['inner'],
): Promise<readonly OdooRecord[] | GatewayError> {
  if (ids.length === 0) return [];
  const query = { domain: [['id', 'in', ids]], order: 'id', context: { ...context, active_test: false } };
  try {
    return (await readPart(narrowing, { model, query, specification: fields })).records;
  } catch (error) {
    if (isForbidden(error)) return error;
    throw error;
  }
}

/** The records column by column, as few at once as it takes to find those that are closed. */
async function readColumns(narrowing: Narrowing, { model, query, specification }: Part): Promise<SearchRead> {
  const { call, known } = narrowing;
  const found = (await call(model, 'web_search_read', { ...query, specification: {} })) as SearchRead;
  const records = found.records.map((record): Filled => ({ ...record }));
  const byId = new Map(records.map((record) => [record.id, record]));
  const same = { domain: [['id', 'in', [...byId.keys()]]], order: 'id', context: { active_test: false } };
  const read = async (columns: readonly string[]): Promise<void> => {
    const part = Object.fromEntries(columns.map((column) => [column, specification[column] ?? {}]));
    try {
      const answer = (await call(model, 'web_search_read', { ...same, specification: part })) as SearchRead;
      for (const record of answer.records) Object.assign(byId.get(record.id) ?? {}, record);
    } catch (error) {
      if (!isForbidden(error)) throw error;
      const [column] = columns;
      if (columns.length === 1 && column) return closeColumn(known, model, column, records);
      const half = Math.ceil(columns.length / 2);
      await Promise.all([read(columns.slice(0, half)), read(columns.slice(half))]);
    }
  };
  const columns = Object.keys(specification);
  if (columns.length === 0 || records.length === 0) return found;
  const half = Math.ceil(columns.length / 2);
  await Promise.all([columns.slice(0, half), columns.slice(half)].map((part) => (part.length > 0 ? read(part) : null)));
  return { ...found, records };
}

/** Learns whether it is closed for all records, so that it is left out from now on. */
async function closeColumn(
  known: KnownFields,
  model: string,
  column: string,
  records: readonly Filled[],
): Promise<void> {
  await known.learn([{ model, column }]);
  const problem = known.problem(model, column, 'compare') ?? closedField(known.who, model, column);
  for (const record of records) record[column] = problem;
}

/** The specification without what is closed. */
function open(narrowing: Narrowing, model: string, specification: Specification): Specification {
  const { closed, known } = narrowing;
  const kept = Object.entries(specification).flatMap(([column, inner]): [string, Specification[string]][] => {
    if (closed.has(`${model} ${column}`)) return [];
    const target = known.field(model, column)?.relation;
    if (!inner.fields || target === undefined) return [[column, inner]];
    return [[column, { ...inner, fields: open(narrowing, target, inner.fields) }]];
  });
  return Object.fromEntries(kept);
}

/** The record with the errors of what was left out. */
function showClosed(narrowing: Narrowing, model: string, specification: Specification, record: OdooRecord): OdooRecord {
  const { closed, known } = narrowing;
  const shown: Record<string, unknown> = {};
  for (const [column, { fields }] of Object.entries(specification)) {
    const problem = closed.get(`${model} ${column}`);
    const target = known.field(model, column)?.relation;
    if (problem) shown[column] = problem;
    else if (fields && target) {
      const below = (value: unknown) => (isRecord(value) ? showClosed(narrowing, target, fields, value) : value);
      shown[column] = Array.isArray(record[column]) ? record[column].map(below) : below(record[column]);
    }
  }
  return { ...record, ...shown };
}

function isRecord(value: unknown): value is OdooRecord {
  return typeof value === 'object' && value !== null && !(value instanceof Error);
}

function titleOf(value: unknown): OdooRecord | undefined {
  return isRecord(value) && !Array.isArray(value) ? value : undefined;
}

/** Ids of an x2many that was read without what it leads to. */
function listOf(value: unknown): number[] {
  return Array.isArray(value) ? (value as number[]) : [];
}

function isForbidden(error: unknown): error is GatewayError {
  return error instanceof GatewayError && error.code === 'FORBIDDEN';
}
