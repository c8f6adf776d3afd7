/** The recording's files: one per model, a line per field and per record, keys sorted; `false` and `[]` are left out. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawRecord, Recording } from './read-back.ts';

/** What `manifest.json` says of the whole recording. */
export interface Manifest {
  readonly companyId: number;
  readonly odooVersion: string;
  /** `res.users.context_get` of the user who read. */
  readonly readerContext: Readonly<Record<string, unknown>>;
}

/** External id → model and database id, e.g. `tripoint_demo.partner_x`, `base.ph`. */
export type ExternalIds = ReadonlyMap<string, { model: string; id: number }>;

/** Writes everything below `folder`, replacing what was there under the same names. */
export async function writeRecording(
  folder: string,
  recordings: readonly Recording[],
  externalIds: ExternalIds,
  manifest: Manifest,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const recording of recordings) {
    await writeFile(join(folder, `${recording.model}.json`), renderRecording(recording));
  }
  const ids = [...externalIds].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = ids.map(([name, { model, id }]) => `${JSON.stringify(name)}:${JSON.stringify([model, id])}`);
  await writeFile(join(folder, 'external-ids.json'), `{\n${lines.join(',\n')}\n}\n`);
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function renderRecording({ model, label, order, names, fields, records }: Recording): string {
  const head = Object.entries({ model, label, order, names }).map(
    ([key, value]) => `"${key}":${JSON.stringify(value)}`,
  );
  const fieldLines = Object.entries(fields).map(([name, meta]) => `${JSON.stringify(name)}:${JSON.stringify(meta)}`);
  const recordLines = records.map((record) => JSON.stringify(compact(record)));
  return `{\n${head.join(',\n')},\n"fields":{\n${fieldLines.join(',\n')}\n},\n"records":[\n${recordLines.join(',\n')}\n]\n}\n`;
}

function compact(record: RawRecord): Record<string, unknown> {
  const kept = Object.entries(record).filter(
    ([, value]) => value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept.sort(([a], [b]) => (a === 'id' ? -1 : b === 'id' ? 1 : a < b ? -1 : 1)));
}
