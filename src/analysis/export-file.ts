/** One file of an export, in the format that is asked for. */
import type { ExportColumn } from './export-columns.ts';
import type { ExportFile, ExportFormat } from './export-format.ts';
import { openNdjsonFile } from './ndjson-file.ts';
import { openParquetFile } from './parquet-file.ts';

/** @param path Overwritten where it is there. */
export function openExportFile(
  format: ExportFormat,
  path: string,
  columns: readonly ExportColumn[],
): Promise<ExportFile> {
  return format === 'ndjson' ? openNdjsonFile(path, columns) : openParquetFile(path, columns);
}
