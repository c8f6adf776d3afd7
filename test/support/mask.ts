/** Takes out of goldens what differs between one Odoo and another: its database ids. */
import { readCursor } from './cursors.ts';

/** Odoo's ids, which are integers, become `#`; uuids stay. A cursor is shown by what it holds. */
export function maskIds(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, item: unknown) => {
      if (key === 'id' && typeof item === 'string' && /^\d+$/.test(item)) return '#';
      if (/cursor$/i.test(key) && typeof item === 'string') return maskCursor(item);
      return item;
    }),
  );
}

/** Odoo's calls whole, with their lists of ids counted; statements with white space folded. */
export function maskCalls(calls: readonly string[]): string[] {
  return calls
    .map((call) =>
      call.replace(/\["id","in",\[([\d,]*)\]\]/g, (_, ids: string) => `["id","in",[${ids.split(',').length} ids]]`),
    )
    .sort();
}

function maskCursor(cursor: string): unknown[] {
  return readCursor(cursor).map((value) => (Number.isInteger(value) ? '#' : value));
}
