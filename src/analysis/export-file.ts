/** One file of an export while it is written: rows go in, and at the end all of them are on the disk. */
import type { ExportColumn } from './export-columns.ts';
import type { ExportRow } from './export-source.ts';
import { openNdjsonFile } from './ndjson-file.ts';
import { openParquetFile } from './parquet-file.ts';

/** The formats, by what `--format` and the ends of files call them. */
export const FORMATS = ['ndjson', 'parquet'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** A file that is being written. */
export interface ExportFile {
  /** Keeps no row in memory longer than it has to. */
  readonly write: (rows: readonly ExportRow[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param path Overwritten where it is there. */
export function openExportFile(
  format: ExportFormat,
  path: string,
  columns: readonly ExportColumn[],
): Promise<ExportFile> {
  return format === 'ndjson' ? openNdjsonFile(path, columns) : openParquetFile(path, columns);
}
