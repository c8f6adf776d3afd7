/** `tripoint odoo export`: records of a model as files, for analysis. */
import { join, resolve } from 'node:path';
import { exportModel } from '../analysis/export.ts';
import { FORMATS } from '../analysis/export-format.ts';
import type { ExportScope, ExportSource } from '../analysis/export-source.ts';
import { createFolderTarget, createStorageTarget, type ExportTarget } from '../analysis/export-target.ts';
import { openFdwSource } from '../analysis/fdw-source.ts';
import type { Asked, Manifest } from '../analysis/manifest.ts';
import { openReaderSource } from '../analysis/reader-source.ts';
import { SERVICE } from '../auth/viewer.ts';
import type { Config } from '../config.ts';
import { loadDoctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';
import { createLog } from '../log.ts';
import type { OdooCall } from '../odoo/call.ts';
import { packagePaths } from '../paths.ts';
import type { Catalog } from '../plan/catalog.ts';
import { withPostgres } from '../postgres/pool.ts';
import { createStorage } from '../storage/create-storage.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { type Io, readOptions, UsageError } from './io.ts';

const VIAS = ['reader', 'fdw'] as const;
const MAX_ROWS_PER_FILE = 10_000_000;
const SINCE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** What the command is given by the one that it belongs to. */
export interface ExportParts {
  readonly catalog: Catalog;
  readonly withOdoo: <T>(work: (call: OdooCall) => Promise<T>) => Promise<T>;
}

/** The command. Again with the same options it goes on where it was ended, or finds that all is there. */
export async function exportRecords(args: readonly string[], io: Io, parts: ExportParts): Promise<void> {
  const { asked, to } = readAsked(args);
  const config = readConfigWithoutTokens(io.env);
  const target = openTarget(to, asked, { config, io });
  const scope = {
    model: asked.model,
    since: asked.since === null ? null : new Date(asked.since),
    fields: asked.fields,
  };
  const doctrine = loadDoctrine(packagePaths(io.env));
  if (!doctrine.surfaces.odoo.owns.includes(asked.model))
    throw new GatewayError('BAD_USER_INPUT', `The doctrine does not give the model ${asked.model} to odoo`);
  const run = async (source: ExportSource) => {
    const progress = ({ files, rows }: Manifest) =>
      io.print(`${files.at(-1)?.name}: ${files.at(-1)?.rows} rows, ${rows} by now`);
    const manifest = await exportModel({ source, target, asked, now: new Date(), progress });
    io.print(`${manifest.rows} rows in ${manifest.files.length} files: ${target.place(manifest)}`);
    if (manifest.leftOut.length > 0) io.print(`left out: ${manifest.leftOut.join(', ')}`);
    io.print(`next: --since ${manifest.nextSince}`);
  };
  if (asked.via === 'fdw') return withFdw(config, scope, { catalog: parts.catalog, doctrine, run });
  return parts.withOdoo(async (call) => run(await openReaderSource(call, parts.catalog, scope)));
}

function readAsked(args: readonly string[]): { readonly asked: Asked; readonly to: string } {
  const given = readOptions(args, {
    ...{ model: { type: 'string' }, since: { type: 'string' }, to: { type: 'string' }, format: { type: 'string' } },
    ...{ via: { type: 'string' }, fields: { type: 'string' }, 'rows-per-file': { type: 'string' } },
  } as const);
  const { model, to, since, fields, 'rows-per-file': rows = '100000' } = given;
  if (!model) throw new UsageError('--model names the model, e.g. account.move');
  if (!to) throw new UsageError('--to names a folder, or says "storage"');
  const format = FORMATS.find((name) => name === (given.format ?? 'ndjson'));
  if (!format) throw new UsageError(`--format is ${FORMATS.join(' or ')}`);
  const via = VIAS.find((name) => name === (given.via ?? 'reader'));
  if (!via) throw new UsageError(`--via is ${VIAS.join(' or ')}`);
  const rowsPerFile = /^[1-9]\d*$/.test(rows) ? Number(rows) : 0;
  if (rowsPerFile === 0 || rowsPerFile > MAX_ROWS_PER_FILE)
    throw new UsageError(`--rows-per-file is a whole number from 1 to ${MAX_ROWS_PER_FILE}`);
  const names = fields?.split(',').flatMap((name) => name.trim() || []) ?? null;
  if (names?.length === 0) throw new UsageError('--fields names no field');
  return { asked: { model, since: readSince(since), fields: names, format, via, rowsPerFile }, to };
}

/** In whole seconds, as Odoo compares. */
function readSince(text: string | undefined): string | null {
  if (text === undefined) return null;
  const ms = SINCE.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms))
    throw new UsageError('--since is a day or a time with its zone, e.g. 2026-03-01 or 2026-03-01T08:30:00Z');
  return new Date(Math.floor(ms / 1_000) * 1_000).toISOString();
}

function openTarget(
  to: string,
  asked: Asked,
  { config, io }: { readonly config: Config; readonly io: Io },
): ExportTarget {
  if (to !== 'storage') return createFolderTarget(resolve(io.cwd, to));
  const { storage } = config;
  if (storage === null) {
    const message =
      'No storage is configured: STORAGE_FOLDER in development, or SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY';
    throw new GatewayError('NOT_CONFIGURED', message);
  }
  const at = storage.kind === 'folder' ? { ...storage, folder: resolve(io.cwd, storage.folder) } : storage;
  return createStorageTarget(createStorage(at), join(resolve(io.cwd), '.tripoint', 'exports'), asked);
}

interface FdwParts {
  readonly catalog: Catalog;
  readonly doctrine: ReturnType<typeof loadDoctrine>;
  readonly run: (source: ExportSource) => Promise<void>;
}

async function withFdw(config: Config, scope: ExportScope, { catalog, doctrine, run }: FdwParts): Promise<void> {
  if (!config.postgres)
    throw new GatewayError('NOT_CONFIGURED', '--via fdw reads by DATABASE_URL, which is not set: docs/analysis.md');
  await withPostgres({ ...config.postgres, poolSize: 1 }, createLog(config.logLevel), (postgres) =>
    run(openFdwSource({ postgres, viewer: SERVICE, catalog, doctrine }, scope)),
  );
}
