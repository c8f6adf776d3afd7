/**
 * Records of the soak's own in the real Odoo: archived or drafts, of equal times, with ties, nulls and accents, and
 * removed again whatever happens. A batch is one transaction, so its records share their microseconds.
 */
import { createJson2Call, type OdooCall } from '../../src/demo/record/call.ts';
import { openOwnPartners } from '../support/odoo-partners.ts';
import { stackVariable } from '../support/stack.ts';

/** One list to walk, and the filter that finds the soak's own records in it. */
export interface OwnList {
  readonly type: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly count: number;
}

/** All of them; closing removes them. */
export interface OwnRecords extends AsyncDisposable {
  readonly lists: readonly OwnList[];
  /** Id of the project that all tasks are of. */
  readonly projectId: number;
}

type Triple = [number, number, number];

const QUIET = { tracking_disable: true, mail_create_nolog: true, mail_notrack: true, active_test: false };
/** More than a page holds, so that pages end among equals; few enough for a call to Odoo. */
const BATCH = 500;
const NAMES = ['Ana', 'ana', 'Ána', 'Ängström', 'Zoë', 'ñandú', 'Ñandú', "O'Hara", 'a b', 'ab', '~', '日本', 'Çelik'];
const TIMES = ['2026-03-01 08:00:00', '2026-03-01 08:00:01', '1999-12-31 23:59:59', '2026-11-30 00:00:00'];

/** @param choose Gives a whole number below its argument. @param total How many records, of all models together. */
export async function openOwnRecords(choose: (below: number) => number, total: number): Promise<OwnRecords> {
  const call = createJson2Call({
    url: stackVariable('ODOO_URL'),
    apiKey: stackVariable('ODOO_ADMIN_API_KEY'),
    database: process.env.ODOO_DB ?? '',
  });
  const pick = <T>(items: readonly T[]): T => items[choose(items.length)] as T;
  const maybe = <T>(items: readonly T[]): T | false => (choose(4) === 0 ? false : pick(items));
  const prefix = `tripoint-soak-${process.pid}-${Date.now().toString(36)}-`;
  const name = () => `${pick(NAMES)} ${choose(40)}`;
  await removeAll(call, 'tripoint-soak-');
  const [projectId] = await create(call, 'project.project', [{ name: `${prefix}project`, active: false }]);
  const [partnerId] = (await call('res.partner', 'search', { domain: [], limit: 1 })) as number[];
  const partners = await openOwnPartners(choose);
  const [tasks, partnersMade, products] = [0.4, 0.45, 0.1].map((share) => Math.round(total * share)) as Triple;
  const counts = { tasks, partners: partnersMade, products, orders: total - tasks - partnersMade - products };
  const task = () => ({
    name: name(),
    project_id: projectId,
    active: false,
    description: pick([false, '<p>Ünder</p>', '<p>a &amp; b</p>', '<p>x</p><p>y</p>']),
    priority: pick(['0', '1', '2', '3']),
    state: pick(['01_in_progress', '02_changes_requested', '1_done', '1_canceled']),
    sequence: choose(5),
    allocated_hours: pick([0, 0.1, 0.30000000000000004, 2.5, 1e-7, 123_456.789]),
    date_deadline: maybe(TIMES),
  });
  const product = () => ({
    name: name(),
    default_code: `${prefix}${choose(30)}`,
    active: false,
    type: pick(['consu', 'service']),
    list_price: pick([0, 0.01, 19.99, 1_234_567.89]),
    description_sale: maybe(['Größe', 'grosse', '']),
  });
  const order = () => ({
    partner_id: partnerId,
    company_id: 1,
    client_order_ref: `${prefix}${choose(30)}`,
    date_order: pick(TIMES),
    commitment_date: maybe(TIMES),
    note: maybe(['<p>a</p>', '<p>Ä</p>']),
  });
  const dispose = async () => {
    await removeAll(call, prefix);
    await partners[Symbol.asyncDispose]();
  };
  try {
    await createMany(call, 'project.task', counts.tasks, task);
    for (let made = 0; made < counts.partners; made += BATCH)
      await partners.create(Math.min(BATCH, counts.partners - made));
    await createMany(call, 'product.template', counts.products, product);
    await createMany(call, 'sale.order', counts.orders, order);
  } catch (error) {
    await dispose();
    throw error;
  }
  const archived = { active: { eq: false } };
  return {
    projectId: projectId as number,
    lists: [
      { type: 'Task', filter: { ...archived, project: { id: { eq: String(projectId) } } }, count: counts.tasks },
      { type: 'Partner', filter: partners.filter, count: counts.partners },
      { type: 'ProductTemplate', filter: { ...archived, defaultCode: { startsWith: prefix } }, count: counts.products },
      { type: 'Product', filter: { ...archived, defaultCode: { startsWith: prefix } }, count: counts.products },
      { type: 'SaleOrder', filter: { clientOrderRef: { startsWith: prefix } }, count: counts.orders },
    ],
    [Symbol.asyncDispose]: dispose,
  };
}

async function create(call: OdooCall, model: string, records: readonly object[]): Promise<number[]> {
  return (await call(model, 'create', { vals_list: records, context: QUIET })) as number[];
}

async function createMany(call: OdooCall, model: string, count: number, draw: () => object): Promise<void> {
  for (let made = 0; made < count; made += BATCH)
    await create(call, model, Array.from({ length: Math.min(BATCH, count - made) }, draw));
}

/** What holds the prefix, of this run or of one that was killed. */
async function removeAll(call: OdooCall, prefix: string): Promise<void> {
  const fields = [
    ['sale.order', 'client_order_ref'],
    ['product.template', 'default_code'],
    ['project.task', 'project_id.name'],
    ['project.project', 'name'],
  ];
  for (const [model = '', field] of fields) {
    const domain = [[field, '=like', `${prefix}%`]];
    for (;;) {
      const ids = (await call(model, 'search', { domain, limit: 500, context: QUIET })) as number[];
      if (ids.length === 0) break;
      await call(model, 'unlink', { ids, context: QUIET });
    }
  }
}
