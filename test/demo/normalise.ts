/** Replaces a system's database ids by external ids, wherever an answer holds one. */
import { type FieldMeta, isRelational, isToMany, type Store, type StoredModel } from '../../src/demo/odoo/store.ts';
import type { Question } from './question.ts';

/** Model → id → external id. */
export type Names = ReadonlyMap<string, ReadonlyMap<number, string>>;

type Values = Record<string, unknown>;

/** Normalises the body of a successful answer. */
export function normaliseAnswer(store: Store, names: Names, question: Question, body: unknown): unknown {
  const model = store.find(question.model) as StoredModel;
  const renderRecord = (record: unknown) => normaliseRecord(store, names, model, record as Values);
  switch (question.method) {
    case 'web_search_read': {
      const { length, records } = body as { length: number; records: Values[] };
      return { length, records: records.map(renderRecord) };
    }
    case 'search_read':
    case 'read':
    case 'web_read': {
      const records = (body as Values[]).map(renderRecord) as Values[];
      // A list of ids alone reads better as a list.
      return records.every((record) => Object.keys(record).join() === 'id')
        ? records.map((record) => record.id)
        : records;
    }
    case 'name_search':
      return (body as [number, string][]).map(([id, name]) => [nameOf(names, model.model, id), name]);
    case 'formatted_read_group':
      return (body as Values[]).map((group) => normaliseGroup(store, names, model, group));
    default:
      return body;
  }
}

function nameOf(names: Names, model: string, id: unknown): unknown {
  return typeof id === 'number' ? (names.get(model)?.get(id) ?? `unnamed ${model}`) : id;
}

function normaliseRecord(store: Store, names: Names, model: StoredModel, record: Values): Values {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, normaliseField(store, names, model, key, value)]),
  );
}

function normaliseField(store: Store, names: Names, model: StoredModel, key: string, value: unknown): unknown {
  if (key === 'id') return nameOf(names, model.model, value);
  const meta = model.fields[key];
  if (!meta || !isRelational(meta)) return value;
  const relation = String(meta.relation);
  const one = (item: unknown): unknown =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? normaliseRecord(store, names, store.find(relation) as StoredModel, item as Values)
      : nameOf(names, relation, item);
  if (isToMany(meta))
    return Array.isArray(value) && typeof value[1] === 'string'
      ? pair(names, relation, value)
      : ((value as unknown[]).map?.(one) ?? value);
  return Array.isArray(value) ? pair(names, relation, value) : one(value);
}

function pair(names: Names, model: string, value: readonly unknown[]): unknown[] {
  return [nameOf(names, model, value[0]), value[1]];
}

function normaliseGroup(store: Store, names: Names, model: StoredModel, group: Values): Values {
  const entries = Object.entries(group).map(([key, value]) => {
    if (key === '__extra_domain') return [key, normaliseDomain(store, names, model, value as unknown[])];
    if (key === 'id:min') return [key, nameOf(names, model.model, value)];
    const owner = followPath(store, model, key);
    const relation = owner?.meta && isRelational(owner.meta) ? String(owner.meta.relation) : undefined;
    return [key, relation && Array.isArray(value) ? pair(names, relation, value) : value];
  });
  return Object.fromEntries(entries) as Values;
}

function followPath(store: Store, model: StoredModel, spec: string): { meta: FieldMeta | undefined } | undefined {
  if (spec.includes(':')) return undefined;
  const [field = '', ...rest] = spec.split('.');
  const meta = model.fields[field];
  if (rest.length === 0) return { meta };
  return followPath(store, store.find(String(meta?.relation)) as StoredModel, rest.join('.'));
}

function normaliseDomain(store: Store, names: Names, model: StoredModel, domain: readonly unknown[]): unknown[] {
  return domain.map((item) => {
    if (!Array.isArray(item)) return item;
    const [field, operator, value] = item as [string, string, unknown];
    const meta = model.fields[field];
    if (!meta || !isRelational(meta)) return item;
    const comodel = store.find(String(meta.relation)) as StoredModel;
    const inner = Array.isArray(value)
      ? normaliseDomain(store, names, comodel, value)
      : nameOf(names, comodel.model, value);
    return [field, operator, inner];
  });
}
