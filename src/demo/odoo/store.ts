/** The recording in memory: each model's file is parsed when it is first asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDataFolder } from '../data-folder.ts';

/** One field, as `fields_get` describes it. */
export interface FieldMeta {
  readonly type: string;
  readonly relation?: string;
  readonly relation_field?: string;
  readonly store?: boolean;
  readonly searchable?: boolean;
  readonly sortable?: boolean;
  readonly groupable?: boolean;
  readonly context?: Readonly<Record<string, unknown>>;
  /** The records a to-many may hold, as a list or as Odoo's text; absent when any. */
  readonly domain?: unknown;
  readonly [key: string]: unknown;
}

/** A recorded record; empty values are absent from the file, see `readValue`. */
export type OdooRecord = Readonly<Record<string, unknown>> & { readonly id: number };

/** One model of the recording. */
export interface StoredModel {
  readonly model: string;
  /** The model's title, e.g. `Contact`. */
  readonly label: string;
  readonly order: string;
  /** The fields that a search by name looks in. */
  readonly names: readonly string[];
  readonly fields: Readonly<Record<string, FieldMeta>>;
  readonly records: readonly OdooRecord[];
  readonly byId: ReadonlyMap<number, OdooRecord>;
  /** Records that a record rule hides from the reader. */
  readonly hidden: ReadonlySet<number>;
  /** Fields above the reader's groups. */
  readonly closed: ReadonlySet<string>;
}

/** What the reader may not see of the recording, by model. */
export interface Rights {
  readonly hidden?: Readonly<Record<string, readonly number[]>>;
  readonly closed?: Readonly<Record<string, readonly string[]>>;
  /** Fields that this Odoo does not have, as if their module were gone. */
  readonly absent?: Readonly<Record<string, readonly string[]>>;
  /** Models that this Odoo does not have. */
  readonly gone?: readonly string[];
}

/** The recording. */
export interface Store {
  /** The model, or undefined if it is not recorded. */
  readonly find: (model: string) => StoredModel | undefined;
  /** External id → model and id. */
  readonly externalIds: () => Readonly<Record<string, readonly [string, number]>>;
  readonly manifest: () => { readonly companyId: number; readonly readerContext: Readonly<Record<string, unknown>> };
}

/** Opens the recording; reads nothing yet. */
export function openStore(rights: Rights = {}, folder: string = findDataFolder()): Store {
  const models = new Map<string, StoredModel | undefined>();
  const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const once = <T>(read: () => T): (() => T) => {
    let value: T | undefined;
    return () => (value ??= read());
  };
  return {
    find: (model) => {
      if (!models.has(model)) models.set(model, limit(rights, readModel(folder, model, readJson)));
      return models.get(model);
    },
    externalIds: once(() => readJson('external-ids.json') as Record<string, [string, number]>),
    manifest: once(() => readJson('manifest.json') as { companyId: number; readerContext: Record<string, unknown> }),
  };
}

/** A record's stored value: `false` where Odoo has none, `[]` for an empty to-many and for no properties. */
export function readValue(model: StoredModel, record: OdooRecord, field: string): unknown {
  const meta = model.fields[field];
  return record[field] ?? (isToMany(meta) || meta?.type === 'properties' ? [] : false);
}

/** The value as Odoo answers it: a datetime in whole seconds. */
export function showValue(meta: FieldMeta | undefined, value: unknown): unknown {
  return meta?.type === 'datetime' && typeof value === 'string' ? value.slice(0, 19) : value;
}

/** True for one2many and many2many. */
export function isToMany(meta: FieldMeta | undefined): boolean {
  return meta?.type === 'one2many' || meta?.type === 'many2many';
}

/** True for fields whose values are records. */
export function isRelational(meta: FieldMeta): boolean {
  return meta.type === 'many2one' || isToMany(meta);
}

function readModel(folder: string, model: string, readJson: (name: string) => unknown): StoredModel | undefined {
  if (!/^[a-z0-9_.]+$/.test(model) || !existsSync(join(folder, `${model}.json`))) return undefined;
  const stored = readJson(`${model}.json`) as Omit<StoredModel, 'byId'>;
  if (!stored.fields) return undefined;
  const records = stored.records.map(withMicroseconds);
  const byId = new Map(records.map((record) => [record.id, record]));
  return { ...stored, records, byId, hidden: new Set(), closed: new Set() };
}

const TRANSACTION_TIMES = ['create_date', 'write_date'];

/**
 * The record with the times of its transactions as Odoo stores them: in microseconds, which no answer shows and so no
 * recording has. Made up of the id: equal for some neighbours, as for records of one transaction, and not in its order.
 */
function withMicroseconds(record: OdooRecord): OdooRecord {
  const micros = String((Math.floor(record.id / 3) * 271_829) % 1_000_000).padStart(6, '0');
  const times = TRANSACTION_TIMES.filter((field) => typeof record[field] === 'string');
  return { ...record, ...Object.fromEntries(times.map((field) => [field, `${String(record[field])}.${micros}`])) };
}

function limit({ hidden, closed, absent, gone }: Rights, model: StoredModel | undefined): StoredModel | undefined {
  if (!model || gone?.includes(model.model)) return undefined;
  const lacking = absent?.[model.model] ?? [];
  const fields = Object.fromEntries(Object.entries(model.fields).filter(([name]) => !lacking.includes(name)));
  return { ...model, fields, hidden: new Set(hidden?.[model.model]), closed: new Set(closed?.[model.model]) };
}
