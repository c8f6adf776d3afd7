/** The demo company's external ids: as recorded, and as a running Odoo has them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDataFolder } from './data-folder.ts';

/** Calls one method of one Odoo model with named arguments. */
export type ModelCall = (model: string, method: string, args: Record<string, unknown>) => Promise<unknown>;

const CANDIDATES = ['res.partner', 'account.move', 'project.project'];
const COMPANY = 'Tala Trading & Services, Inc.';

/** External id (`tripoint_demo.partner_x`, `base.ph`) → model and database id, as recorded. Reads one file. */
export function readDemoExternalIds(): ReadonlyMap<string, { model: string; id: number }> {
  const text = readFileSync(join(findDataFolder(), 'external-ids.json'), 'utf8');
  const entries = Object.entries(JSON.parse(text) as Record<string, [string, number]>);
  return new Map(entries.map(([name, [model, id]]) => [name, { model, id }]));
}

/**
 * Asks a running Odoo for the ids of some of the demo company's partners, moves and projects: two calls a model.
 *
 * @param names External ids, e.g. `tripoint_demo.partner_mabuhay_hardware`.
 * @returns What was found; a name that Odoo does not know is absent.
 */
export async function resolveExternalIds(call: ModelCall, names: Iterable<string>): Promise<Map<string, number>> {
  const wanted = new Set(names);
  const found = new Map<string, number>();
  for (const model of CANDIDATES) {
    if (found.size === wanted.size) break;
    for (const [name, id] of await readModelIds(call, model)) if (wanted.has(name)) found.set(name, id);
  }
  return found;
}

async function readModelIds(call: ModelCall, model: string): Promise<readonly (readonly [string, number])[]> {
  const domain = [['company_id.name', '=', COMPANY]];
  const rows = (await call(model, 'search_read', { domain, fields: ['id'], context: { active_test: false } })) as {
    id: number;
  }[];
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const metadata = (await call(model, 'get_metadata', { ids })) as { id: number; xmlids: { xmlid: string }[] }[];
  return metadata.flatMap((row) => row.xmlids.map(({ xmlid }) => [xmlid, row.id] as const));
}
