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
  /** Whether the reader's groups let it read the model at all. */
  readonly isReadable: boolean;
}

/** What the reader may not see of the recording, by model. */
export interface Rights {
  readonly hidden?: Readonly<Record<string, readonly number[]>>;
  readonly closed?: Readonly<Record<string, readonly string[]>>;
  /** Fields that this Odoo does not have, as if their module were gone. */
  readonly absent?: Readonly<Record<string, readonly string[]>>;
  /** Models that this Odoo does not have. */
  readonly gone?: readonly string[];
  /** Models that the reader may read; all where absent. */
  readonly models?: ReadonlySet<string>;
  /** Whether the record rules show a record; all where absent. */
  readonly shows?: (model: string, record: OdooRecord) => boolean;
}

/** Who reads: its context, and its companies, the main one first. */
export interface Manifest {
  readonly companies: readonly number[];
  readonly readerContext: Readonly<Record<string, unknown>>;
}

/** The recording. */
export interface Store {
  /** The model, or undefined if it is not recorded. */
  readonly find: (model: string) => StoredModel | undefined;
  /** External id → model and id. */
  readonly externalIds: () => Readonly<Record<string, readonly [string, number]>>;
  readonly manifest: () => Manifest;
}

/** Opens the recording as its reader sees it; reads nothing yet. */
export function openStore(folder: string = findDataFolder()): Store {
  const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const once = <T>(read: () => T): (() => T) => {
    let value: T | undefined;
    return () => (value ??= read());
  };
  return {
    find: createFind((model) => readModel(folder, model, readJson)),
    externalIds: once(() => readJson('external-ids.json') as Record<string, [string, number]>),
    manifest: once(() => {
      const { companyId, readerContext } = readJson('manifest.json') as {
        companyId: number;
        readerContext: Manifest['readerContext'];
      };
      return { companies: [companyId], readerContext };
    }),
  };
}

/** The same recording as another user of Odoo sees it. */
export function openStoreAs(store: Store, rights: Rights, manifest: () => Manifest): Store {
  const find = createFind((model) => limit(rights, withOwnCompanies(manifest(), store.find(model))));
  return { ...store, find, manifest };
}

/** Reads each model once. */
function createFind(read: Store['find']): Store['find'] {
  const models = new Map<string, StoredModel | undefined>();
  return (model) => {
    if (!models.has(model)) models.set(model, read(model));
    return models.get(model);
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
  return { ...stored, records, byId, hidden: new Set(), closed: new Set(), isReadable: true };
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

/** The recording has each user's companies as its reader found them. */
function withOwnCompanies({ companies, readerContext }: Manifest, model: StoredModel | undefined) {
  const own = model?.model === 'res.users' ? model.byId.get(Number(readerContext.uid)) : undefined;
  if (!model || !own) return model;
  const shown = { ...own, company_id: companies[0], company_ids: companies };
  const records = model.records.map((record) => (record === own ? shown : record));
  return { ...model, records, byId: new Map(records.map((record) => [record.id, record])) };
}

function limit(rights: Rights, model: StoredModel | undefined): StoredModel | undefined {
  const { hidden, closed, absent, gone, models, shows } = rights;
  if (!model || gone?.includes(model.model)) return undefined;
  const lacking = absent?.[model.model] ?? [];
  const fields = Object.fromEntries(Object.entries(model.fields).filter(([name]) => !lacking.includes(name)));
  const ruledOut = shows ? model.records.filter((record) => !shows(model.model, record)).map(({ id }) => id) : [];
  return {
    ...model,
    fields,
    hidden: new Set([...model.hidden, ...(hidden?.[model.model] ?? []), ...ruledOut]),
    closed: new Set(closed?.[model.model]),
    isReadable: models?.has(model.model) ?? true,
  };
}
