/** Reads the demo company back and writes its files. */
import type { OdooCall } from './call.ts';
import { type RawRecord, type Recording, readBack } from './read-back.ts';
import { DEMO_MODULE, type World } from './world.ts';
import { type ExternalIds, writeRecording } from './write-files.ts';

/** What recording needs: the two calls, the made company and where the files go. */
export interface RecordOptions {
  readonly reader: OdooCall;
  readonly admin: OdooCall;
  readonly world: World;
  /** Model → stored names that the SDL shows or needs. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
  readonly folder: string;
  readonly report: (line: string) => void;
}

/** Records the demo company: one file per model, the external ids and a manifest. */
export async function recordDemoCompany({ reader, admin, world, shown, folder, report }: RecordOptions): Promise<void> {
  const companyId = world.id('company_tala');
  const namedIds = (model: string) =>
    [...world.names.values()].filter((row) => row.model === model).map((row) => row.id);
  const recordings = await readBack({ reader, admin, companyId, shown, namedIds });
  const externalIds = await readExternalIds(admin, recordings);
  const readerContext = (await reader('res.users', 'context_get', {})) as Record<string, unknown>;
  await writeRecording(folder, recordings, externalIds, { companyId, odooVersion: '19.0', readerContext });
  for (const { model, records, fields } of recordings) {
    report(`${model}: ${records.length} records, ${Object.keys(fields).length} fields`);
  }
}

async function readExternalIds(admin: OdooCall, recordings: readonly Recording[]): Promise<ExternalIds> {
  const names = new Map<string, { model: string; id: number }>();
  for (const { model, records } of recordings) {
    for (const [id, name] of await readNames(admin, model, records)) names.set(name, { model, id });
  }
  return names;
}

// One name a record: the demo module's own if there is one, else the oldest, as Odoo's get_metadata chooses.
async function readNames(admin: OdooCall, model: string, records: readonly RawRecord[]) {
  const domain = [
    ['model', '=', model],
    ['res_id', 'in', records.map((record) => record.id)],
  ];
  const fields = ['module', 'name', 'res_id'];
  const rows = (await admin('ir.model.data', 'search_read', { domain, fields, order: 'id' })) as {
    module: string;
    name: string;
    res_id: number;
  }[];
  const chosen = new Map<number, string>();
  for (const row of rows) {
    if (!chosen.has(row.res_id) || row.module === DEMO_MODULE) chosen.set(row.res_id, `${row.module}.${row.name}`);
  }
  return chosen;
}
