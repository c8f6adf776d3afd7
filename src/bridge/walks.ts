/** The three walks through the records of one model: what was written, what is gone, and what many2many fields lead to. */
import type { OdooCall, OdooRecord } from '../odoo/call.ts';
import { type Linked, readLinks } from './links.ts';
import type { BridgeSettings } from './settings.ts';
import type { Place, SyncLedger, Walk } from './sync-ledger.ts';
import { readLatest, readSettled, readWritten, type Written } from './written.ts';

/** The model that is walked, and what with. */
export interface Walking {
  readonly odoo: OdooCall;
  readonly ledger: SyncLedger;
  readonly settings: BridgeSettings;
  readonly instance: string;
  readonly model: string;
  /** Many2many fields that are polled. */
  readonly links: readonly string[];
  readonly signal: AbortSignal;
}

/** Goes on with the walk that is under way, else begins one. @returns How many changes it told of. */
export async function walkChanges(walking: Walking, whole: boolean): Promise<number> {
  const { odoo, ledger, settings, instance, model, signal } = walking;
  const latest = await readLatest(odoo, model, signal);
  const { overlapSeconds } = settings;
  const walk = await ledger.beginWalk({ instance, model, kind: 'changes', latest, overlapSeconds, whole });
  if (!walk) return 0;
  const told = await walkPages(walk, async ({ afterId, place }) => {
    const since = walk.since === null ? [] : [['write_date', '>=', walk.since]];
    const domain = [['id', '>', afterId], ...since];
    const written = await readWritten(odoo, { model, domain, limit: settings.pageSize, signal });
    const next = place(written, settings.pageSize);
    return { ...(await ledger.notePage(next, await withLinks(walking, written))), untilId: next.untilId };
  });
  // What was under way may have begun long ago, or where the records before it are not looked at.
  return walk.isResumed ? told + (await walkChanges(walking, whole)) : told;
}

/** Compares all ids. @returns How many records were gone, and how many there were of which nobody knew. */
export async function walkIds(walking: Walking, everySeconds: number): Promise<{ removed: number; found: number }> {
  const { odoo, ledger, settings, instance, model, signal } = walking;
  const walk = await ledger.beginWalk({ instance, model, kind: 'ids', everySeconds });
  let found = 0;
  if (!walk) return { removed: 0, found };
  const removed = await walkPages(walk, async ({ afterId, place }) => {
    const limit = settings.idsPageSize;
    const args = {
      domain: [['id', '>', afterId]],
      ...{ fields: ['id'], order: 'id', limit, context: { active_test: false } },
    };
    const records = (await odoo(model, 'search_read', args, { signal })) as OdooRecord[];
    const next = place(records, limit);
    const ids = records.map(({ id }) => id);
    const moved = await ledger.noteIds(next, ids);
    found += await look(walking, moved.unknown, moved.askedAt);
    return { ...moved, untilId: next.untilId };
  });
  return { removed, found };
}

/** Looks where many2many fields lead. @returns How many changes it told of. */
export async function walkLinks(walking: Walking, everySeconds: number): Promise<number> {
  const { odoo, ledger, settings, instance, model, links: fields, signal } = walking;
  if (fields.length === 0) return 0;
  const walk = await ledger.beginWalk({ instance, model, kind: 'links', everySeconds });
  if (!walk) return 0;
  let told = 0;
  await walkPages(walk, async ({ afterId, place }) => {
    const domain = [['id', '>', afterId]];
    const records = await readLinks(odoo, { model, fields, domain, limit: settings.pageSize, signal });
    const next = place(records, settings.pageSize);
    const moved = await ledger.noteLinks(next, records);
    told += await look(walking, moved.differing, moved.askedAt);
    return { ...moved, untilId: next.untilId };
  });
  return told;
}

interface PageGiven {
  readonly afterId: number;
  /** Where the walk goes on after these records, of which a whole page has `limit`. */
  readonly place: (records: readonly { readonly id: number }[], limit: number) => Place;
}

type Page = (given: PageGiven) => Promise<{ step: number; told: number; untilId: number | null }>;

/** Page after page, each of which moves the cursor: what a page has told, nobody tells again. */
async function walkPages(walk: Walk, page: Page): Promise<number> {
  let { step, afterId } = walk;
  let told = 0;
  for (;;) {
    const place: PageGiven['place'] = (records, limit) => ({
      ...{ id: walk.id, step },
      untilId: records.length < limit ? null : (records.at(-1)?.id ?? null),
    });
    const moved = await page({ afterId, place });
    told += moved.told;
    if (moved.untilId === null) return told;
    step = moved.step;
    afterId = moved.untilId;
  }
}

/** Looks at single records. @param askedAt The database's time, before they are asked for. */
async function look(walking: Walking, ids: readonly number[], askedAt: string): Promise<number> {
  const { odoo, ledger, settings, instance, model, signal } = walking;
  let told = 0;
  for (let start = 0; start < ids.length; start += settings.pageSize) {
    const some = ids.slice(start, start + settings.pageSize);
    const written = await readWritten(odoo, { model, domain: [['id', 'in', some]], limit: some.length, signal });
    const records = await withLinks(walking, written);
    told += await ledger.noteRecords({ instance, model, records, askedAt });
  }
  return told;
}

/** Between two looks at the times: where a record is written meanwhile, its next version says where it leads. */
async function withLinks(
  { odoo, model, links: fields, signal }: Walking,
  written: readonly Written[],
): Promise<readonly (Written & Partial<Linked>)[]> {
  if (fields.length === 0 || written.length === 0) return written;
  const domain = [['id', 'in', written.map(({ id }) => id)]];
  const linked = await readLinks(odoo, { model, fields, domain, limit: written.length, signal });
  const settled = await readSettled(odoo, { model, written, signal });
  const byId = new Map(linked.filter(({ id }) => settled.has(id)).map(({ id, links }) => [id, links]));
  return written.map((record) => ({ ...record, ...(byId.has(record.id) && { links: String(byId.get(record.id)) }) }));
}
