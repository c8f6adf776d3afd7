/** Grouping: `formatted_read_group` over the records that a domain finds. */
import { readAggregate } from './aggregate.ts';
import { addInterval, fromLocal, labelPeriod, type Period, readDatePart, startOf, toLocal } from './dates.ts';
import { createTypeError, createValueError } from './faults.ts';
import { type GroupOrderTerm, matchesHaving, parseGroupOrder } from './group-order.ts';
import { compareValues, compileOrder } from './order.ts';
import type { Scope } from './scope.ts';
import { searchRecords } from './search.ts';
import { type FieldMeta, isToMany, type OdooRecord, readValue, type StoredModel } from './store.ts';

/** The arguments of `formatted_read_group`. */
export interface GroupRequest {
  readonly domain: unknown;
  readonly groupby: readonly string[];
  readonly aggregates: readonly string[];
  readonly having: readonly unknown[];
  readonly order: string;
  readonly offset: number;
  readonly limit: number | undefined;
}

/** One `groupby` entry, resolved: `partner_id.country_id`, `date:month`. */
interface GroupKey {
  readonly scope: Scope;
  readonly spec: string;
  readonly path: readonly string[];
  readonly model: StoredModel;
  readonly field: string;
  readonly meta: FieldMeta;
  readonly granularity: string | undefined;
}

interface Group {
  readonly values: readonly unknown[];
  readonly records: OdooRecord[];
}

const PERIODS = new Set(['hour', 'day', 'week', 'month', 'quarter', 'year']);

/** Groups and aggregates, in the shape that Odoo's web client gets. */
export function readGroups(scope: Scope, model: StoredModel, request: GroupRequest): Record<string, unknown>[] {
  const keys = request.groupby.map((spec) => resolveKey(scope, model, spec));
  const records = searchRecords(scope, model, request.domain, { order: 'id' });
  const groups = collect(model, keys, records).filter((group) => matchesHaving(model, group.records, request.having));
  sortGroups(scope, model, keys, groups, request);
  const end = request.limit ? request.offset + request.limit : undefined;
  return groups.slice(request.offset, end).map((group) => formatGroup(model, keys, group, request.aggregates));
}

function resolveKey(scope: Scope, model: StoredModel, spec: string): GroupKey {
  const [path = '', granularity] = spec.split(':');
  const steps = path.split('.');
  let current = model;
  for (const step of steps.slice(0, -1)) {
    const meta = current.fields[step];
    if (!meta) throw createValueError(`Invalid field '${step}' on model '${current.model}'`);
    if (meta.type !== 'many2one')
      throw createValueError(`Only many2one path is accepted for the '${spec}' groupby spec`);
    current = scope.store.find(String(meta.relation)) as StoredModel;
  }
  const field = steps.at(-1) ?? '';
  const meta = current.fields[field];
  if (!meta) throw createValueError(`Invalid field '${field}' on model '${current.model}'`);
  const dated = meta.type === 'date' || meta.type === 'datetime';
  if (granularity && !dated) throw createValueError(`Granularity set on a no-datetime field or property: '${spec}'`);
  if (dated && !granularity) throw createValueError(`Granularity not set on a date(time) field: '${spec}'`);
  return { scope, spec, path: steps.slice(0, -1), model: current, field, meta, granularity };
}

function collect(model: StoredModel, keys: readonly GroupKey[], records: readonly OdooRecord[]): Group[] {
  const groups = new Map<string, Group>();
  // Without keys there is always one group, also of no records.
  if (keys.length === 0) return [{ values: [], records: [...records] }];
  for (const record of records) {
    for (const values of combine(keys.map((key) => readKey(model, key, record)))) {
      const id = JSON.stringify(values);
      const group = groups.get(id) ?? { values, records: [] };
      group.records.push(record);
      groups.set(id, group);
    }
  }
  return [...groups.values()];
}

function zoneOf({ context }: Scope): string {
  return typeof context.tz === 'string' ? context.tz : 'UTC';
}

function combine(options: readonly (readonly unknown[])[]): unknown[][] {
  return options.reduce<unknown[][]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

// A record stands in one group, or in one for each record that a many2many leads to.
function readKey(model: StoredModel, key: GroupKey, record: OdooRecord): readonly unknown[] {
  let current: OdooRecord | undefined = record;
  let currentModel = model;
  for (const step of key.path) {
    const id: unknown = current && readValue(currentModel, current, step);
    currentModel = key.scope.store.find(String(currentModel.fields[step]?.relation)) as StoredModel;
    current = typeof id === 'number' ? currentModel.byId.get(id) : undefined;
  }
  const value = current ? readValue(key.model, current, key.field) : false;
  if (isToMany(key.meta)) return Array.isArray(value) && value.length > 0 ? value : [false];
  if (!key.granularity || typeof value !== 'string') return [value];
  const local = toLocal(value, zoneOf(key.scope));
  if (PERIODS.has(key.granularity)) return [startOf(local, key.granularity as Period)];
  const part = readDatePart(local, key.granularity);
  if (part === undefined) throw createValueError(`'${key.granularity}' isn't a valid granularity`);
  return [part];
}

function sortGroups(
  scope: Scope,
  model: StoredModel,
  keys: readonly GroupKey[],
  groups: Group[],
  request: GroupRequest,
): void {
  const terms = parseGroupOrder(request.order || request.groupby.join(', '));
  const compares = terms.map((term) => compileGroupTerm(scope, model, keys, term));
  groups.sort((left, right) => {
    for (const compare of compares) {
      const result = compare(left, right);
      if (result !== 0) return result;
    }
    return 0;
  });
}

function compileGroupTerm(scope: Scope, model: StoredModel, keys: readonly GroupKey[], term: GroupOrderTerm) {
  const index = keys.findIndex((key) => key.spec === term.term);
  const key = keys[index];
  if (key && key.meta.type === 'many2one' && key.path.length === 0) {
    const compare = compileOrder(scope, model, `${term.term} ${term.direction} ${term.nulls}`.trim());
    return (left: Group, right: Group) => compare(left.records[0], right.records[0]);
  }
  const read = (group: Group) => (key ? group.values[index] : readAggregate(model, group.records, term.term));
  const isBoolean = key?.meta.type === 'boolean';
  return (left: Group, right: Group) => {
    const values = [read(left), read(right)];
    const empty = values.map((value) => value === false && !isBoolean);
    const nullsFirst = term.nulls ? term.nulls === 'nulls first' : term.direction === 'desc';
    if (empty[0] || empty[1]) return empty[0] === empty[1] ? 0 : empty[0] === nullsFirst ? -1 : 1;
    const result = compareValues(values[0], values[1]);
    return term.direction === 'desc' ? -result : result;
  };
}

function formatGroup(model: StoredModel, keys: readonly GroupKey[], group: Group, aggregates: readonly string[]) {
  const row: Record<string, unknown> = {};
  const domains: unknown[][] = [];
  for (const [index, key] of keys.entries()) {
    const { value, domain } = formatKey(key, group.values[index]);
    row[key.spec] = value;
    domains.push(key.path.reduceRight((inner, step) => wrapPath(step, inner, value), domain));
  }
  row.__extra_domain = joinDomains(domains);
  for (const aggregate of aggregates) row[aggregate] = readAggregate(model, group.records, aggregate);
  return row;
}

function wrapPath(step: string, domain: unknown[], value: unknown): unknown[] {
  return value ? [[step, 'any', domain]] : ['|', [step, 'not any', []], [step, 'any', domain]];
}

function formatKey(key: GroupKey, value: unknown): { value: unknown; domain: unknown[] } {
  const { field, meta, granularity } = key;
  if (meta.type === 'many2one' || isToMany(meta)) {
    if (!value) return { value: false, domain: [isToMany(meta) ? [field, 'not any', []] : [field, '=', false]] };
    const record = key.scope.store.find(String(meta.relation))?.byId.get(value as number);
    return { value: [value, record?.display_name], domain: [[field, '=', value]] };
  }
  if (granularity && PERIODS.has(granularity) && typeof value === 'string') {
    const [start, end] = [value, addInterval(value, 1, granularity as Period)].map((at) =>
      fromLocal(at, zoneOf(key.scope)),
    );
    const domain = ['&', [field, '>=', start], [field, '<', end]];
    return { value: [start, labelPeriod(value, granularity as Period)], domain };
  }
  if (granularity && !PERIODS.has(granularity)) return { value, domain: [[`${field}.${granularity}`, '=', value]] };
  // A record's own id has its name, as a reference to it.
  if (field === 'id')
    return { value: [value, key.model.byId.get(value as number)?.display_name], domain: [[field, '=', value]] };
  if (Array.isArray(value)) throw createTypeError(`unhashable group ${key.spec}`);
  return { value, domain: [[field, '=', value]] };
}

// Odoo writes a conjunction as all its `&` first.
function joinDomains(domains: readonly unknown[][]): unknown[] {
  const items = domains.flatMap((domain) => (domain[0] === '&' ? [[domain[1]], [domain[2]]] : [domain]));
  if (items.length === 0) return [[1, '=', 1]];
  return [...Array.from({ length: items.length - 1 }, () => '&'), ...items.flat()];
}
