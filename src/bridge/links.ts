/** Which records a record leads to by many2many fields, as a digest: no id of them is kept. */
import { createHash } from 'node:crypto';
import type { OdooCall, OdooRecord } from '../odoo/call.ts';

/** A record with its digest. */
export interface Linked {
  readonly id: number;
  readonly links: string;
}

/** Which records are asked for, and by which fields. */
export interface LinksQuestion {
  readonly model: string;
  readonly fields: readonly string[];
  readonly domain: readonly unknown[];
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** One call, in the order of ids; archived records too, in the fields as well. */
export async function readLinks(
  odoo: OdooCall,
  { model, fields, domain, limit, signal }: LinksQuestion,
): Promise<readonly Linked[]> {
  const args = { domain, fields, order: 'id', limit, context: { active_test: false } };
  const records = (await odoo(model, 'search_read', args, { signal })) as OdooRecord[];
  return records.map((record) => ({ id: record.id, links: digestLinks(record, fields) }));
}

/** Names of the fields, a colon, and a digest of the ids in them. */
export function digestLinks(record: OdooRecord, fields: readonly string[]): string {
  const ids = fields.map((field) => [...((record[field] || []) as number[])].sort((one, other) => one - other));
  return `${fields.join(',')}:${createHash('sha256').update(JSON.stringify(ids)).digest('base64url').slice(0, 22)}`;
}
