/** The projects of Odoo beside those of the ledger: what is missing is made, what differs is corrected, what is orphaned is told. */
import type { OdooCall, OdooRecord } from '../odoo/call.ts';
import type { BridgeLedger, Difference, SeenInstance } from './bridge-ledger.ts';
import { PROJECT } from './models.ts';
import { toOdooProject } from './odoo-project.ts';

/** What projects are compared with. */
export interface Reconciling {
  readonly odoo: OdooCall;
  readonly ledger: BridgeLedger;
  readonly instance: SeenInstance;
  readonly signal: AbortSignal;
  /** Told of each difference as it is found. */
  readonly tell: (difference: Difference) => Promise<void>;
}

const PAGE = 500;

/** One call of Odoo and one statement a page. @returns How many there are of each kind of difference. */
export async function reconcileProjects(reconciling: Reconciling): Promise<Readonly<Record<string, number>>> {
  const { odoo, ledger, instance, signal, tell } = reconciling;
  const counts: Record<string, number> = {};
  for (let afterId: number | null = 0; afterId !== null; ) {
    const askedAt = await ledger.now();
    const domain = [['id', '>', afterId]];
    const args = { domain, fields: ['name'], order: 'id', limit: PAGE, context: { active_test: false } };
    const records = (await odoo(PROJECT, 'search_read', args, { signal })) as OdooRecord[];
    const untilId: number | null = records.length < PAGE ? null : (records.at(-1)?.id ?? null);
    const projects = records.map(({ id, name }) => toOdooProject({ id, name }, instance));
    for (const difference of await ledger.reconcileProjects({ instance, projects, askedAt, afterId, untilId })) {
      counts[difference.difference] = (counts[difference.difference] ?? 0) + 1;
      await tell(difference);
    }
    afterId = untilId;
  }
  return counts;
}
