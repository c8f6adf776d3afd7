/** What an export left in a folder, read back: lines of JSON by themselves, Parquet by a reader that is not its writer's. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Table, tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm/node';
import type { Manifest } from '../../src/analysis/manifest.ts';

/** A record by its columns. */
export type Exported = Readonly<Record<string, unknown>>;

/** The manifest of a folder. */
export function readManifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** All records, in the order of the files. @throws Error where a file is not what the manifest says. */
export function readExport(folder: string): Exported[] {
  const { files, asked } = readManifestOf(folder);
  return files.flatMap(({ name, sha256, bytes, rows, firstId, lastId }) => {
    const content = readFileSync(join(folder, name));
    const found = createHash('sha256').update(content).digest('hex');
    if (found !== sha256 || content.length !== bytes) throw new Error(`${name} is not as the manifest says`);
    const records = asked.format === 'ndjson' ? readNdjson(content) : readRows(openParquet(content));
    if (records.length !== rows || records[0]?.id !== firstId || records.at(-1)?.id !== lastId)
      throw new Error(`${name} has other rows than the manifest says`);
    return records;
  });
}

/** The table of a file, with its types. */
export function openParquet(content: Uint8Array): Table {
  return tableFromIPC(readParquet(content).intoIPCStream());
}

function readNdjson(content: Buffer): Exported[] {
  return content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Exported);
}

/** As lines of JSON would have it. */
function readRows(table: Table): Exported[] {
  const types = new Map(table.schema.fields.map(({ name, type }) => [name, String(type)]));
  return Array.from({ length: table.numRows }, (_none, row) =>
    Object.fromEntries(
      [...types].map(([name, type]) => [name, toJson(type, table.getChild(name)?.get(row) as unknown)]),
    ),
  );
}

function toJson(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type.startsWith('Decimal')) return decimalOf(value as Uint32Array);
  if (type.startsWith('Date')) return new Date(Number(value)).toISOString().slice(0, 10);
  if (type.startsWith('Timestamp')) return new Date(Number(value)).toISOString().replace('.000Z', 'Z');
  return typeof value === 'bigint' ? Number(value) : value;
}

/** 128 bits in words, the lowest first, with nine decimal places. */
function decimalOf(words: Uint32Array): string {
  const unsigned = [...words].reduceRight((all, word) => (all << 32n) | BigInt(word >>> 0), 0n);
  const value = BigInt.asIntN(128, unsigned);
  const digits = (value < 0n ? -value : value).toString().padStart(10, '0');
  const text = `${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/\.?0+$/, '');
  return value < 0n ? `-${text}` : text;
}
