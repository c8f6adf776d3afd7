/** Reads the demo company back: metadata, records and external ids of every recorded model. */
import type { OdooCall } from './call.ts';
import { type FieldMeta, selectFields } from './fields.ts';
import { RECORDED_MODELS, type RecordedModel } from './models.ts';

/** A record as Odoo's `read` answers it: many2one as a plain id. */
export type RawRecord = Record<string, unknown> & { id: number };

/** One model of the recording: what becomes one file. */
export interface Recording {
  readonly model: string;
  readonly label: string;
  readonly order: string;
  readonly names: readonly string[];
  readonly fields: Readonly<Record<string, FieldMeta>>;
  readonly records: readonly RawRecord[];
}

/** The readers' calls and the company to read. */
export interface ReadBackOptions {
  /** Reads what is recorded; its rights decide what that is. */
  readonly reader: OdooCall;
  /** Reads `ir.model` and `ir.model.data`. */
  readonly admin: OdooCall;
  readonly companyId: number;
  /** Model → stored names that the SDL shows or needs. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of the named records of a model. */
  readonly namedIds: (model: string) => readonly number[];
}

const CHUNK = 60;

/** Reads all recorded models, then clears references to records outside of the recording. */
export async function readBack(options: ReadBackOptions): Promise<readonly Recording[]> {
  const models = new Set(RECORDED_MODELS.map((entry) => entry.model));
  const unrecorded = [...options.shown.keys()].filter((model) => !models.has(model));
  if (unrecorded.length > 0)
    throw new TypeError(`the SDL shows models that are not recorded: ${unrecorded.join(', ')}`);
  const orders = await readOrders(options.admin, [...models]);
  const recordings: Recording[] = [];
  for (const entry of RECORDED_MODELS) recordings.push(await readModel(options, entry, models, orders));
  return closeReferences(recordings);
}

async function readOrders(admin: OdooCall, models: string[]) {
  const domain = [['model', 'in', models]];
  const rows = (await admin('ir.model', 'search_read', { domain, fields: ['model', 'name', 'order'] })) as {
    model: string;
    name: string;
    order: string;
  }[];
  return new Map(rows.map((row) => [row.model, row]));
}

async function readModel(
  options: ReadBackOptions,
  entry: RecordedModel,
  models: ReadonlySet<string>,
  orders: ReadonlyMap<string, { name: string; order: string }>,
): Promise<Recording> {
  const { model } = entry;
  const context = { allowed_company_ids: [options.companyId], lang: 'en_US', tz: 'UTC' };
  const all = (await options.reader(model, 'fields_get', { context })) as Record<string, FieldMeta>;
  const selected = selectFields(all, { models, shown: options.shown.get(model) ?? new Set() }, entry);
  const search = { domain: domainOf(options, entry), order: 'id', context: { ...context, active_test: false } };
  const ids = ((await options.reader(model, 'search_read', { ...search, fields: ['id'] })) as RawRecord[]).map(
    (r) => r.id,
  );
  const probe = { ids: ids.slice(0, 5), load: null, context };
  const readable = new Set(await findReadable(options.reader, model, Object.keys(selected), probe));
  const fields = Object.fromEntries(Object.entries(selected).filter(([name]) => readable.has(name)));
  const records: RawRecord[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const args = { ids: ids.slice(start, start + CHUNK), fields: Object.keys(fields), load: null, context };
    records.push(...((await options.reader(model, 'read', args)) as RawRecord[]));
  }
  const { name: label = model, order = 'id' } = orders.get(model) ?? {};
  return { model, label, order, names: entry.names, fields, records };
}

// fields_get lists some computed fields whose computation reads what the reader may not: they are found by halving.
async function findReadable(
  reader: OdooCall,
  model: string,
  fields: readonly string[],
  probe: Record<string, unknown>,
): Promise<readonly string[]> {
  try {
    await reader(model, 'read', { ...probe, fields });
    return fields;
  } catch (error) {
    if (fields.length > 1) {
      const middle = Math.ceil(fields.length / 2);
      const first = await findReadable(reader, model, fields.slice(0, middle), probe);
      return [...first, ...(await findReadable(reader, model, fields.slice(middle), probe))];
    }
    if (fields[0] === 'display_name') throw error;
    return [];
  }
}

function domainOf(options: ReadBackOptions, entry: RecordedModel): readonly unknown[] {
  if (entry.records === 'company') return [['company_id', '=', options.companyId]];
  return entry.records === 'named' ? [['id', 'in', options.namedIds(entry.model)]] : entry.records;
}

// A reference that leads out of the recording would be a record which the stand-in does not have.
function closeReferences(recordings: readonly Recording[]): readonly Recording[] {
  const known = new Map(recordings.map((r) => [r.model, new Set(r.records.map((record) => record.id))]));
  return recordings.map((recording) => ({
    ...recording,
    records: recording.records.map((record) => closeRecord(record, recording.fields, known)),
  }));
}

function closeRecord(
  record: RawRecord,
  fields: Readonly<Record<string, FieldMeta>>,
  known: ReadonlyMap<string, ReadonlySet<number>>,
): RawRecord {
  const entries = Object.entries(record).map(([name, value]) => {
    const targets = known.get(String(fields[name]?.relation));
    if (!targets || value === false) return [name, value];
    if (Array.isArray(value)) return [name, value.filter((id) => targets.has(id as number))];
    return [name, targets.has(value as number) ? value : false];
  });
  return Object.fromEntries(entries) as RawRecord;
}
