/** Records that runs want read back at once, in one call a model. */
import { givenUp, untilAborted } from '../abort.ts';
import type { OdooCall } from '../odoo/call.ts';
import { createTogether } from '../together.ts';
import { type ReadBack, readBack } from './read-back.ts';

/** Null where there is no such record, or none that the reader may see. Ends early with the signal, and others' reading goes on. */
export type ReadRecord = (model: string, id: number, signal: AbortSignal) => Promise<ReadBack | null>;

/** Records of one call at most. */
const MAX_RECORDS = 200;

/** @param fieldsOf What is read of a model's records beside the time of their last write. */
export function createReadTogether(odoo: OdooCall, fieldsOf: (model: string) => readonly string[]): ReadRecord {
  const readers = new Map<string, (id: number) => Promise<ReadBack | null>>();
  const readerOf = (model: string) => {
    const known = readers.get(model);
    if (known) return known;
    const reader = createTogether({ load: readAll(odoo, model, fieldsOf(model)), most: MAX_RECORDS });
    readers.set(model, reader);
    return reader;
  };
  return (model, id, signal) =>
    untilAborted(readerOf(model)(id), signal, { error: (reason) => givenUp(reason, 'odoo') });
}

function readAll(odoo: OdooCall, model: string, fields: readonly string[]) {
  return async (ids: readonly number[]) => {
    const records = await readBack(odoo, { model, ids: [...new Set(ids)], fields });
    return ids.map((id) => records.get(id) ?? null);
  };
}
