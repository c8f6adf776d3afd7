/** The formats of an export, and what a file of any of them does while it is written. */
import type { ExportRow } from './export-source.ts';

/** The formats, by what `--format` and the ends of files call them. */
export const FORMATS = ['ndjson', 'parquet'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** A file that is being written. */
export interface ExportFile {
  /** Keeps no row in memory longer than it has to. */
  readonly write: (rows: readonly ExportRow[]) => Promise<void>;
  /** All rows are on the disk then. */
  readonly close: () => Promise<void>;
}
