/** A record as Odoo has it now: an event says which one, and Odoo says what is in it. */
import { GatewayError } from '../errors.ts';
import type { OdooCall, OdooRecord } from '../odoo/call.ts';
import { digestLinks } from './links.ts';
import { readSettled, readWritten } from './written.ts';

/** What the bridge wants to know of a record. */
export interface ReadBack {
  readonly id: number;
  /** Odoo's time of the last write, UTC, e.g. `2026-11-30 08:15:00.250417`; null where it has none. */
  readonly writtenAt: string | null;
  /** A digest of where its many2many fields lead; null where none are asked for, or where the record was written meanwhile. */
  readonly links: string | null;
  readonly fields: OdooRecord;
}

/** Which records are asked for. */
export interface ReadBackQuestion {
  readonly model: string;
  readonly ids: readonly number[];
  readonly fields: readonly string[];
  /** Many2many fields that are polled. */
  readonly links: readonly string[];
}

/**
 * The records that are there, by their ids, archived ones too; not those that the reader may not see. Up to three calls: what
 * is written between them has a later time than the one that is answered, and is told of by itself.
 */
export async function readBack(
  odoo: OdooCall,
  { model, ids, fields, links }: ReadBackQuestion,
): Promise<ReadonlyMap<number, ReadBack>> {
  const domain = [['id', 'in', ids]];
  const written = await readWritten(odoo, { model, domain, limit: ids.length });
  const needsMore = written.length > 0 && fields.length + links.length > 0;
  const args = { domain, fields: ['id', ...fields, ...links], limit: ids.length, context: { active_test: false } };
  const records = needsMore
    ? ((await odoo(model, 'search_read', args)) as OdooRecord[])
    : written.map(({ id }) => ({ id }));
  const writtenAt = new Map(written.map((one) => [one.id, one.writtenAt]));
  const settled = links.length > 0 && needsMore ? await readSettled(odoo, { model, written }) : new Set<number>();
  return new Map(
    records.flatMap((record: OdooRecord) => {
      const id = Number(record.id);
      const at = writtenAt.get(id);
      const digest = settled.has(id) ? digestLinks(record, links) : null;
      return at === undefined ? [] : [[id, { id, writtenAt: at, links: digest, fields: record }] as const];
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
