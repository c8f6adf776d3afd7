/** The demo company while it is being made: its external ids, and creation of only what is missing. */
import type { OdooCall } from './call.ts';

/** The module under which the demo company's external ids are filed. */
export const DEMO_MODULE = 'tripoint_demo';

/** One record to be: `name` is its external id without the module. */
export interface DemoRow {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the files of this folder work on. */
export interface World {
  /** Calls Odoo inside the demo company, without mails or chatter. */
  readonly call: OdooCall;
  /** The database id of `name` (`partner_x`, or a shared `base.ph`). @throws Error when there is none. */
  readonly id: (name: string) => number;
  readonly has: (name: string) => boolean;
  /** Creates the rows whose external id is unknown, in one call, and files their external ids. */
  readonly ensure: (model: string, rows: readonly DemoRow[], context?: Record<string, unknown>) => Promise<void>;
  /** Files external ids for records that Odoo made by itself. */
  readonly adopt: (model: string, names: ReadonlyMap<string, number>) => Promise<void>;
  /** All external ids of the demo module: name → model and id. */
  readonly names: ReadonlyMap<string, { model: string; id: number }>;
}

interface DataRecord {
  module: string;
  name: string;
  model: string;
  res_id: number;
}

const SHARED_MODELS = ['res.country', 'res.country.state', 'res.currency', 'uom.uom', 'res.groups', 'res.lang'];

/** Reads what is there already and opens the world on it. */
export async function openWorld(call: OdooCall): Promise<World> {
  const fields = ['module', 'name', 'model', 'res_id'];
  const domain = ['|', ['module', '=', DEMO_MODULE], ['model', 'in', SHARED_MODELS]];
  const found = (await call('ir.model.data', 'search_read', { domain, fields })) as DataRecord[];
  const demo = found.filter((row) => row.module === DEMO_MODULE);
  const names = new Map(demo.map((row) => [row.name, { model: row.model, id: row.res_id }]));
  const shared = new Map(found.map((row) => [`${row.module}.${row.name}`, row.res_id]));
  return buildWorld(call, names, shared);
}

function buildWorld(
  outerCall: OdooCall,
  names: Map<string, { model: string; id: number }>,
  shared: ReadonlyMap<string, number>,
): World {
  const call: OdooCall = (model, method, args) =>
    outerCall(model, method, { ...args, context: { ...companyContext(names), ...(args.context as object) } });
  const id = (name: string): number => {
    const found = names.get(name)?.id ?? shared.get(name);
    if (found === undefined) throw new Error(`no record is named ${name}`);
    return found;
  };
  const adopt = async (model: string, adopted: ReadonlyMap<string, number>): Promise<void> => {
    const fresh = [...adopted].filter(([name]) => !names.has(name));
    if (fresh.length === 0) return;
    const rows = fresh.map(([name, resId]) => ({ module: DEMO_MODULE, name, model, res_id: resId, noupdate: true }));
    await outerCall('ir.model.data', 'create', { vals_list: rows });
    for (const [name, resId] of fresh) names.set(name, { model, id: resId });
  };
  const ensure: World['ensure'] = async (model, rows, context = {}) => {
    const missing = rows.filter((row) => !names.has(row.name));
    if (missing.length === 0) return;
    const values = missing.map((row) => row.values);
    const ids = (await call(model, 'create', { vals_list: values, context })) as number[];
    await adopt(model, new Map(missing.map((row, index) => [row.name, ids[index] as number])));
  };
  return { call, id, has: (name) => names.has(name), ensure, adopt, names };
}

function companyContext(names: ReadonlyMap<string, { id: number }>): Record<string, unknown> {
  const company = names.get('company_tala');
  return {
    lang: 'en_US',
    tz: 'UTC',
    tracking_disable: true,
    mail_create_nolog: true,
    no_reset_password: true,
    ...(company ? { allowed_company_ids: [company.id] } : {}),
  };
}
