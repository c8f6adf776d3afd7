/** The partners that the seed's pages are about, in whatever Odoo it is: the demo company's, else the first that there are. */
import type { MigrationClient } from '../../postgres/migrate.ts';
import { type ModelCall, resolveExternalIds } from '../external-ids.ts';
import { SEED_EXTERNAL_IDS, seedId } from './seed.ts';
import { SPACES } from './workspace.ts';

/** No Odoo has it: the seed shows a page whose partner has left. */
const GONE = 'tripoint_demo.partner_that_left';

/** What an Odoo has for the pages. */
export interface SeedPartners {
  /** External id → id in this Odoo. */
  readonly ids: ReadonlyMap<string, number>;
  /** Whether they are the demo company's; other companies' partners stand in for them. */
  readonly areDemo: boolean;
}

/** Asks Odoo, by two or three calls. @throws what the call throws. */
export async function findSeedPartners(call: ModelCall): Promise<SeedPartners> {
  const ids = await resolveExternalIds(call, SEED_EXTERNAL_IDS);
  if (ids.size > 0) return { ids, areDemo: true };
  const wanted = SEED_EXTERNAL_IDS.filter((name) => name !== GONE);
  const rows = (await call('res.partner', 'search_read', {
    ...{ domain: [['is_company', '=', true]], fields: ['id'], order: 'id', limit: wanted.length },
  })) as readonly { id: number }[];
  return { ids: new Map(rows.map(({ id }, index) => [wanted[index] ?? GONE, id])), areDemo: false };
}

/**
 * Links the seed's pages anew that link to no partner of this Odoo, as after a seed beside another one; all others stay.
 *
 * @returns How many of the seed's pages link to a partner now.
 */
export async function relinkPages(client: MigrationClient, call: ModelCall, partners: SeedPartners): Promise<number> {
  const pages = SPACES.flatMap(({ pages: all }) => all).filter(({ partner }) => partner && partners.ids.has(partner));
  const rows = await client.query('select id, odoo_partner_id from work.pages where id = any($1)', [
    pages.map(({ name }) => seedId('page', name)),
  ]);
  const linked = new Map(rows.map(({ id, odoo_partner_id: partner }) => [id, Number(partner)]));
  const found = (await call('res.partner', 'search_read', {
    ...{ domain: [['id', 'in', [...linked.values()]]], fields: ['id'], context: { active_test: false } },
  })) as readonly { id: number }[];
  const present = new Set(found.map(({ id }) => id));
  for (const { name, partner = '' } of pages) {
    const id = seedId('page', name);
    if (!linked.has(id) || present.has(linked.get(id) ?? 0)) continue;
    await client.query('update work.pages set odoo_partner_id = $2 where id = $1', [id, partners.ids.get(partner)]);
  }
  return linked.size;
}
