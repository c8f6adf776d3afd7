/** Projects and tasks of Odoo, page by page, with what each is called outside of it. */
import { GatewayError } from '../../errors.ts';
import type { OdooCall, OdooRecord } from '../../odoo/call.ts';

/** What a seed may describe. */
export type ShadowEntity = 'PROJECT' | 'TASK';

/** A record as it is kept to compare. */
export interface ShadowRecord {
  readonly odoo_id: number;
  readonly name: string;
  /** Its external ids, as Odoo lists them, and last `odoo.<model>.<id>`. */
  readonly refs: readonly string[];
  readonly project_odoo_id: number | null;
  /** As Odoo sent it, but for what was not asked. */
  readonly raw: OdooRecord;
}

const MODELS = {
  PROJECT: { model: 'project.project', fields: ['name', 'active', 'write_date'] },
  TASK: { model: 'project.task', fields: ['name', 'active', 'write_date', 'project_id'] },
} as const;
const PAGE = 1_000;
/** How often a page is read that changes while it is read. */
const TRIES = 3;

/**
 * Pages by id, archived records too: one call for the records of a page and one for their external ids, which Odoo keeps beside
 * them. @throws GatewayError of the calls.
 */
export async function* readPages(
  odoo: OdooCall,
  entity: ShadowEntity,
  signal: AbortSignal,
): AsyncGenerator<readonly ShadowRecord[]> {
  for (let after = 0; ; ) {
    const page = await readPage(odoo, { entity, after, signal });
    if (page.length > 0) yield page;
    const last = page.at(-1)?.odoo_id;
    if (last === undefined || page.length < PAGE) return;
    after = last;
  }
}

interface Asked {
  readonly entity: ShadowEntity;
  readonly after: number;
  readonly signal: AbortSignal;
}

async function readPage(odoo: OdooCall, { entity, after, signal }: Asked, tries = TRIES): Promise<ShadowRecord[]> {
  const { model, fields } = MODELS[entity];
  const context = { active_test: false, lang: 'en_US' };
  const asked = { domain: [['id', '>', after]], fields: [...fields], order: 'id', limit: PAGE, load: '', context };
  const records = (await odoo(model, 'search_read', asked, { signal })) as readonly OdooRecord[];
  if (records.length === 0) return [];
  try {
    const ids = records.map(({ id }) => id);
    const found = (await odoo(model, 'get_metadata', { ids, context }, { signal })) as readonly Metadata[];
    const refs = new Map(found.map(({ id, xmlids }) => [id, xmlids.map(({ xmlid }) => xmlid)]));
    return records.map((record) => toShadow(model, record, refs.get(record.id) ?? []));
  } catch (error) {
    // One of them has gone since: Odoo then says so of all.
    const isGone = error instanceof GatewayError && ['FORBIDDEN', 'NOT_FOUND'].includes(error.code);
    if (!isGone || tries <= 1) throw error;
    return readPage(odoo, { entity, after, signal }, tries - 1);
  }
}

interface Metadata {
  readonly id: number;
  readonly xmlids: readonly { readonly xmlid: string }[];
}

function toShadow(model: string, record: OdooRecord, xmlids: readonly string[]): ShadowRecord {
  const project = record.project_id;
  return {
    odoo_id: record.id,
    name: String(record.name || ''),
    refs: [...xmlids, `odoo.${model}.${record.id}`],
    project_odoo_id: typeof project === 'number' ? project : null,
    raw: record,
  };
}
