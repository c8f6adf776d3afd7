/** A record as Odoo has it now: an event says which one, and Odoo says what is in it. */
import { GatewayError } from '../errors.ts';
import type { OdooCall, OdooRecord } from '../odoo/call.ts';

/** What the bridge wants to know of a record. */
export interface ReadBack {
  readonly id: number;
  /** Odoo's time of the last write, UTC in whole seconds, e.g. `2026-11-30 08:15:00`. */
  readonly writtenAt: string;
  readonly fields: OdooRecord;
}

/** The records that are there, by their ids, archived ones too; not those that the reader may not see. @param fields Beside the time. */
export async function readBack(
  odoo: OdooCall,
  { model, ids, fields }: { model: string; ids: readonly number[]; fields: readonly string[] },
): Promise<ReadonlyMap<number, ReadBack>> {
  const args = {
    domain: [['id', 'in', ids]],
    fields: ['write_date', ...fields],
    limit: ids.length,
    context: { active_test: false },
  };
  const records = (await odoo(model, 'search_read', args)) as OdooRecord[];
  return new Map(
    records.map((record) => {
      const id = Number(record.id);
      return [id, { id, writtenAt: String(record.write_date), fields: record }];
    }),
  );
}

const SERIES = /^\d+\.\d+/;

/** The series of an Odoo, e.g. `19.0`, by the version of its module `base`; null where the reader is not told. */
export async function readSeries(odoo: OdooCall, signal: AbortSignal): Promise<string | null> {
  // `installed_version` is the version on disk, `latest_version` the installed one.
  const args = { domain: [['name', '=', 'base']], fields: ['latest_version'], limit: 1 };
  const modules = (await odoo('ir.module.module', 'search_read', args, { signal }).catch(unlessAbsent)) as OdooRecord[];
  const [series] = SERIES.exec(String(modules[0]?.latest_version ?? '')) ?? [];
  return series ?? null;
}

/** Nothing where Odoo says no; an outage is not that. */
function unlessAbsent(error: unknown): never[] {
  if (error instanceof GatewayError && !error.code.startsWith('UPSTREAM')) return [];
  throw error;
}
