/** Where an export reads from: records page by page, in the order of their ids. */
import type { ExportColumn, ExportValue } from './export-columns.ts';

/** A record's values, in the order of the columns; the first is the id. */
export type ExportRow = readonly [id: number, ...rest: ExportValue[]];

/** One way to read a model. */
export interface ExportSource {
  readonly columns: readonly ExportColumn[];
  /** Fields of the schema that cannot be read by this way, which an export without `--fields` leaves out. */
  readonly leftOut: readonly string[];
  /** Records at most that one page has, until it says that this was too much. */
  readonly pageRows: number;
  /**
   * The records after one id, by id, archived ones too.
   *
   * @returns As many as `limit`, fewer only where there are no more.
   */
  readonly read: (afterId: number, limit: number) => Promise<readonly ExportRow[]>;
}

/** What is to be read. */
export interface ExportScope {
  readonly model: string;
  /** Records that were last written at this moment or later; all where null. In whole seconds. */
  readonly since: Date | null;
  /** Names of fields; null for all. */
  readonly fields: readonly string[] | null;
}

/** `2026-03-01 08:30:00` in UTC, as Odoo has it and Postgres reads it. */
export function sinceText(since: Date): string {
  return since.toISOString().slice(0, 19).replace('T', ' ');
}

/** A number as digits, without an exponent and without zeros that say nothing: `1.50` is `1.5`. */
export function plainDecimal(text: string): string {
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return plain === '-0' ? '0' : plain;
}
