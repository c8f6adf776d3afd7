/** Records that runs want read back at once, in up to three calls a model. */
import { givenUp, untilAborted } from '../abort.ts';
import type { OdooCall } from '../odoo/call.ts';
import { createTogether } from '../together.ts';
import { type ReadBack, readBack } from './read-back.ts';

/** Null where there is no such record, or none that the reader may see. Ends early with the signal, and others' reading goes on. */
export type ReadRecord = (model: string, id: number, signal: AbortSignal) => Promise<ReadBack | null>;

/** Records of one call at most. */
const MAX_RECORDS = 200;

/** What is read of a model's records beside the time of their last write. */
interface Read {
  readonly fieldsOf: (model: string) => readonly string[];
  /** Many2many fields that are polled. */
  readonly linksOf: (model: string) => readonly string[];
}

/** Asks nothing before it is asked. */
export function createReadTogether(odoo: OdooCall, read: Read): ReadRecord {
  const readers = new Map<string, (id: number) => Promise<ReadBack | null>>();
  const readerOf = (model: string) => {
    const known = readers.get(model);
    if (known) return known;
    const reader = createTogether({ load: readAll(odoo, model, read), most: MAX_RECORDS });
    readers.set(model, reader);
    return reader;
  };
  return (model, id, signal) =>
    untilAborted(readerOf(model)(id), signal, { error: (reason) => givenUp(reason, 'odoo') });
}

function readAll(odoo: OdooCall, model: string, { fieldsOf, linksOf }: Read) {
  const given = { model, fields: fieldsOf(model), links: linksOf(model) };
  return async (ids: readonly number[]) => {
    const records = await readBack(odoo, { ...given, ids: [...new Set(ids)] });
    return ids.map((id) => records.get(id) ?? null);
  };
}
