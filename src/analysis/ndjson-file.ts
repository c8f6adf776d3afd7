/** Rows as lines of JSON: money is a text with its digits, times are RFC 3339 in UTC. */
import { open } from 'node:fs/promises';
import type { ExportColumn } from './export-columns.ts';
import type { ExportFile } from './export-format.ts';

/** @param path Overwritten where it is there. */
export async function openNdjsonFile(path: string, columns: readonly ExportColumn[]): Promise<ExportFile> {
  const file = await open(path, 'w', 0o600);
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  return {
    write: async (rows) => {
      if (rows.length === 0) return;
      const lines = rows.map(
        (row) => `{${keys.map((key, index) => key + JSON.stringify(row[index] ?? null)).join(',')}}\n`,
      );
      await file.writeFile(lines.join(''));
    },
    close: async () => {
      await file.sync();
      await file.close();
    },
  };
}
