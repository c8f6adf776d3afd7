/** Exports a model, file by file: what was begun and ended in between goes on after the last file that is whole. */
import { rm } from 'node:fs/promises';
import { GatewayError } from '../errors.ts';
import { hashFile } from '../hash-file.ts';
import { openExportFile } from './export-file.ts';
import type { ExportRow, ExportSource } from './export-source.ts';
import type { ExportTarget } from './export-target.ts';
import { type Asked, assertSame, createManifest, type Manifest } from './manifest.ts';

/** What an export is made of. */
export interface ExportOptions {
  readonly source: ExportSource;
  readonly target: ExportTarget;
  readonly asked: Asked;
  readonly now: Date;
  /** Told after each file. */
  readonly progress: (manifest: Manifest) => void;
}

/**
 * Records go by their ids, each once, whatever is written to Odoo meanwhile: one that changes is exported as it is when its
 * page is read.
 *
 * @returns The manifest of the export, which is whole.
 */
export async function exportModel({ source, target, asked, now, progress }: ExportOptions): Promise<Manifest> {
  const columns = source.columns.map(({ name, kind }) => ({ name, kind }));
  const found = await target.load();
  if (found) assertSame(found, { asked, columns });
  let manifest = found ?? createManifest({ asked, columns, leftOut: [...source.leftOut] }, now);
  if (manifest.complete) return manifest;
  await target.save(manifest);
  const pages = createPages(source, manifest.files.at(-1)?.lastId ?? 0);
  while (!manifest.complete) {
    const file = await writeFile(pages, { source, target, asked, number: manifest.files.length });
    manifest = file
      ? { ...manifest, files: [...manifest.files, file], rows: manifest.rows + file.rows }
      : { ...manifest, complete: true };
    await target.save(manifest);
    if (file) progress(manifest);
  }
  return manifest;
}

type WrittenFile = Manifest['files'][number];
type Writing = Pick<ExportOptions, 'source' | 'target' | 'asked'> & { readonly number: number };

/** Null where there are no more records. */
async function writeFile(pages: Pages, { source, target, asked, number }: Writing): Promise<WrittenFile | null> {
  const path = await target.createPart();
  try {
    const file = await openExportFile(asked.format, path, source.columns);
    const count = { rows: 0, firstId: 0, lastId: 0 };
    try {
      while (count.rows < asked.rowsPerFile) {
        const page = await pages.next(asked.rowsPerFile - count.rows);
        const [first] = page;
        if (!first) break;
        if (count.rows === 0) count.firstId = first[0];
        count.lastId = page.at(-1)?.[0] ?? first[0];
        count.rows += page.length;
        await file.write(page);
      }
    } finally {
      await file.close();
    }
    if (count.rows === 0) return null;
    const { size: bytes, sha256 } = await hashFile(path);
    const name = await target.keep(path, { number, format: asked.format, sha256 });
    return { name, bytes, sha256, ...count };
  } finally {
    await rm(path, { force: true });
  }
}

/** Pages of a source, one after another. */
interface Pages {
  /** Empty where there are no more. */
  readonly next: (most: number) => Promise<readonly ExportRow[]>;
}

/** Codes of a page that was too large for whoever answers. */
const TOO_LARGE = new Set(['LIMIT_EXCEEDED', 'UPSTREAM_TIMEOUT']);

function createPages(source: ExportSource, lastId: number): Pages {
  const state = { lastId, limit: source.pageRows, isAtEnd: false };
  const read = async (most: number): Promise<readonly ExportRow[]> => {
    const limit = Math.min(most, state.limit);
    try {
      const page = await source.read(state.lastId, limit);
      state.isAtEnd = page.length < limit;
      return page;
    } catch (error) {
      if (!(error instanceof GatewayError && TOO_LARGE.has(error.code)) || limit === 1) throw error;
      state.limit = Math.max(1, Math.floor(limit / 4));
      return read(most);
    }
  };
  return {
    next: async (most) => {
      if (state.isAtEnd) return [];
      const page = await read(most);
      assertOrder(state.lastId, page);
      state.lastId = page.at(-1)?.[0] ?? state.lastId;
      return page;
    },
  };
}

/** A page that came back in another order would lose records, or have them twice. */
function assertOrder(after: number, page: readonly ExportRow[]): void {
  let last = after;
  for (const [id] of page) {
    if (id <= last) throw new GatewayError('UPSTREAM_ERROR', `A page of the export has record ${id} after ${last}`);
    last = id;
  }
}
