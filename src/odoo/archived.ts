/**
 * Lists of which Odoo never shows archived records, because the field's own domain names `active`: a partner's contacts are
 * one. Where archived records are asked for, such a list is read and searched from its other end.
 */
import { limitExceeded } from '../errors.ts';
import type { Domain } from './domain.ts';
import type { KnownField, KnownFields } from './known-fields.ts';
import type { SearchRead } from './narrow.ts';
import type { ReadCall } from './reading.ts';
import { copyRecords, type FilledRecord, levelsOf } from './records.ts';
import type { Specification } from './specification.ts';

/** Records whose lists satisfy one condition, at most. */
const MAX_PARENTS = 5_000;
const ALL = { active_test: false };

/** A list from which archived records are kept out, and the field at its other end. */
type ActiveList = KnownField & { readonly relation: string; readonly otherEnd: string };

interface Asking {
  readonly call: ReadCall;
  readonly known: KnownFields;
  /** Whether lists show archived records; conditions on `active` find them in any case. */
  readonly isArchived: boolean;
}

/** @param call Reads what it can. */
export function createArchivedCall(call: ReadCall, known: KnownFields, isArchived: boolean): ReadCall {
  const asked: ReadCall = async (model, method, args) => {
    const { specification, domain } = args as { specification?: Specification; domain?: Domain };
    const asking = { call: asked, known, isArchived };
    const closes = !isArchived && namesActiveBelow(domain ?? []);
    const given = domain ? { ...args, domain: await openDomain({ ...asking, closes }, model, domain) } : args;
    const answer = await call(model, method, given);
    if (method !== 'web_search_read' || !specification) return answer;
    const { records, ...rest } = answer as SearchRead;
    return { ...rest, records: await fillLists(asking, model, specification, records) };
  };
  return asked;
}

function asActiveList(field: KnownField | null | undefined): ActiveList | null {
  return field?.otherEnd && field.relation ? (field as ActiveList) : null;
}

async function fillLists(
  { call, known, isArchived }: Asking,
  model: string,
  specification: Specification,
  records: SearchRead['records'],
): Promise<SearchRead['records']> {
  if (!isArchived && !asksArchived(specification)) return records;
  const filled = copyRecords(records);
  const levels = levelsOf(known.field, { model, specification, records: filled });
  await Promise.all(
    levels.flatMap((level) =>
      Object.entries(level.specification).map(([column, inner]) => {
        const isAsked = inner.context?.active_test === false;
        const filling = { column, inner, records: level.records };
        const list = asActiveList(known.field(level.model, column));
        if (level.records.length === 0 || !(isArchived || isAsked)) return null;
        if (list) return fillList(call, list, filling);
        return isArchived || inner.fields ? null : fillIds(call, level.model, filling);
      }),
    ),
  );
  return filled;
}

/** Whether any of its lists is asked for archived records. */
function asksArchived(specification: Specification): boolean {
  return Object.values(specification).some(
    ({ context, fields }) => context?.active_test === false || (fields && asksArchived(fields)),
  );
}

/** Odoo reads what a list holds in the context of the record alone. */
async function fillIds(call: ReadCall, model: string, { column, records }: Filling): Promise<void> {
  const domain = [['id', 'in', records.map(({ id }) => id)]];
  const args = { domain, order: 'id', context: ALL, specification: { [column]: {} } };
  const read = ((await call(model, 'web_search_read', args)) as SearchRead).records;
  const byId = new Map(read.map((record) => [record.id, record[column]]));
  for (const record of records) record[column] = byId.get(record.id) ?? record[column];
}

interface Filling {
  readonly column: string;
  readonly inner: Specification[string];
  readonly records: readonly FilledRecord[];
}

/** In the form in which Odoo answers a list: records within its limit, ids beyond it. */
async function fillList(call: ReadCall, list: ActiveList, { column, inner, records }: Filling): Promise<void> {
  const { relation, otherEnd } = list;
  const { fields, limit, order } = inner;
  const domain = [[otherEnd, 'in', records.map(({ id }) => id)]];
  const specification = { [otherEnd]: {} };
  const args = { domain, specification, context: ALL, ...(order && { order }) };
  const found = ((await call(relation, 'web_search_read', args)) as SearchRead).records;
  const idsOf = (record: FilledRecord) =>
    found.filter((child) => child[otherEnd] === record.id).map((child) => child.id);
  const wanted = fields ? records.flatMap((record) => idsOf(record).slice(0, limit)) : [];
  const within = { domain: [['id', 'in', wanted]], order: 'id', context: ALL, specification: fields };
  const read = wanted.length > 0 ? ((await call(relation, 'web_search_read', within)) as SearchRead).records : [];
  const byId = new Map(read.map((child) => [child.id, child]));
  for (const record of records) {
    if (!Array.isArray(record[column])) continue;
    record[column] = fields ? idsOf(record).map((id) => byId.get(id) ?? { id }) : idsOf(record);
  }
}

interface Opening extends Asking {
  /** Whether every list says by itself that it leaves archived records out. */
  readonly closes: boolean;
}

/** The domain with each condition on such a list as one on the ids of the records that it holds for. */
async function openDomain(asking: Opening, model: string, domain: Domain): Promise<Domain> {
  return Promise.all(
    domain.map(async (item) => {
      if (!Array.isArray(item)) return item;
      const [path, operator, inner] = item as [unknown, unknown, unknown];
      const isNested = (operator === 'any' || operator === 'not any') && Array.isArray(inner);
      if (!isNested || typeof path !== 'string') return item;
      const field = await findField(asking.known, model, path);
      const target = path === 'id' ? model : field?.relation;
      if (!target) return item;
      const opened = await openDomain(asking, target, inner as Domain);
      const list = asActiveList(field);
      if (!list || !(asking.isArchived || namesActive(opened)))
        return [path, operator, await closeList(asking, field, opened)];
      return ['id', operator === 'any' ? 'in' : 'not in', await findParents(asking.call, list, opened)];
    }),
  );
}

/**
 * Odoo merges two conditions on the same list, and then sees archived records for both where one of them names `active`. So
 * where one does, the others get the condition that Odoo would have added to them.
 */
async function closeList(
  { closes, known }: Opening,
  list: KnownField | null | undefined,
  domain: Domain,
): Promise<Domain> {
  const { type, relation, seesArchived } = list ?? {};
  if (!closes || type === 'many2one' || !relation || seesArchived || namesActive(domain)) return domain;
  if (!(await findField(known, relation, 'active'))) return domain;
  return domain.length === 0 ? [['active', '=', true]] : ['&', ['active', '=', true], ...domain];
}

async function findField(known: KnownFields, model: string, column: string) {
  if (known.field(model, column) === undefined) await known.learn([{ model }]);
  return known.field(model, column);
}

function namesActive(domain: Domain): boolean {
  return domain.some((item) => Array.isArray(item) && item[0] === 'active');
}

/** Whether a condition on records that the domain leads to names `active`. */
function namesActiveBelow(domain: Domain): boolean {
  return domain.some((item) => {
    const inner = Array.isArray(item) && Array.isArray(item[2]) && /any$/.test(String(item[1])) ? item[2] : [];
    return namesActive(inner) || namesActiveBelow(inner);
  });
}

async function findParents(call: ReadCall, { relation, otherEnd }: ActiveList, domain: Domain): Promise<number[]> {
  const groups = (await call(relation, 'formatted_read_group', {
    domain: [[otherEnd, '!=', false], ...domain],
    groupby: [otherEnd],
    aggregates: ['__count'],
    limit: MAX_PARENTS + 1,
    context: ALL,
  })) as readonly Readonly<Record<string, readonly [number, string]>>[];
  if (groups.length > MAX_PARENTS)
    throw limitExceeded('filter', `finds more than ${MAX_PARENTS} records by a list that may hold archived ones`);
  return groups.flatMap((group) => group[otherEnd]?.[0] ?? []);
}
