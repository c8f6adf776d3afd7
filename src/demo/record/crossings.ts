/** What joins the demo's records where a screen would otherwise be empty: bills of orders, texts, heads of departments. */
import { dateOf, serial } from './dates.ts';
import type { World } from './world.ts';

/** Confirmed purchase orders in pesos that are billed, by number; the last one in part. */
const BILLED = [1, 6, 11, 16];

const TEXTS: readonly (readonly [string, string, string, string])[] = [
  [
    'project.task',
    'description',
    'task_warehouse_rollout_',
    '<p>Agree with the site manager first.</p><ul><li>Photos</li><li>Sign-off</li></ul>',
  ],
  ['project.task', 'description', 'task_bir_efiling_', '<p>See <b>RMC 8-2024</b> for the forms.</p>'],
  ['res.partner', 'comment', 'partner_agila_logistics', '<p>Deliveries only before <i>10:00</i>.</p>'],
  ['res.partner', 'website', 'partner_agila_logistics', 'https://agila.example'],
  ['purchase.order', 'note', 'purchase_2026_001', '<p>Deliver to the warehouse in Pasig.</p>'],
  ['sale.order', 'note', 'sale_2026_001', '<p>Prices hold for 30 days.</p>'],
];

type Line = Record<string, unknown> & { id: number };

/** Bills orders and fills texts; what has a value keeps it. */
export async function createCrossings(world: World): Promise<void> {
  for (const [model, field, prefix, text] of TEXTS) await fill(world, model, field, prefix, text);
  await fillManagers(world);
  for (const number of BILLED) await bill(world, number);
  await post(world);
}

async function fill(world: World, model: string, field: string, prefix: string, text: string): Promise<void> {
  const named = [...world.names].filter(([name, row]) => row.model === model && name.startsWith(prefix));
  await writeEmpty(
    world,
    model,
    { [field]: text },
    named.map(([, { id }]) => id),
  );
}

/** Each department is headed by the first of its people whom the others report to, or else by the first. */
async function fillManagers(world: World): Promise<void> {
  const departments = [...world.names.values()].filter(({ model }) => model === 'hr.department');
  for (const { id } of departments) {
    const domain = [['department_id', '=', id]];
    const people = (await world.call('hr.employee', 'search_read', {
      domain,
      fields: ['child_ids'],
      order: 'id',
    })) as Line[];
    const head = people.find(({ child_ids: below }) => (below as number[]).length > 0) ?? people[0];
    if (head) await writeEmpty(world, 'hr.department', { manager_id: head.id }, [id]);
  }
}

async function writeEmpty(
  world: World,
  model: string,
  vals: Record<string, unknown>,
  ids: readonly number[],
): Promise<void> {
  const fields = Object.keys(vals);
  const rows = (await world.call(model, 'read', { ids, fields })) as Line[];
  const empty = rows.filter((row) => fields.every((field) => !row[field])).map(({ id }) => id);
  if (empty.length > 0) await world.call(model, 'write', { ids: empty, vals });
}

/** A draft bill of all lines of an order; of the last order half of each. */
async function bill(world: World, number: number): Promise<void> {
  const order = `purchase_2026_${serial(number)}`;
  const name = `bill_of_${order}`;
  if (world.has(name)) return;
  const ids = [world.id(order)];
  const [{ name: origin, partner_id: partner, state }] = (await world.call('purchase.order', 'read', {
    ids,
    fields: ['name', 'partner_id', 'state'],
    load: null,
  })) as [Line];
  if (state !== 'purchase') throw new Error(`${order} is not confirmed`);
  const fields = ['product_id', 'product_qty', 'price_unit', 'tax_ids'];
  const lines = (await world.call('purchase.order.line', 'search_read', {
    domain: [['order_id', '=', ids[0]]],
    fields,
    order: 'id',
    load: null,
  })) as Line[];
  const share = number === BILLED.at(-1) ? 0.5 : 1;
  const date = dateOf(2 + Math.floor(number / 3), 27);
  const values = {
    move_type: 'in_invoice',
    partner_id: partner,
    invoice_date: date,
    date,
    currency_id: world.id('base.PHP'),
    ref: `PO-${serial(number)}`,
    invoice_origin: origin,
    invoice_line_ids: lines.map((line) => [
      0,
      0,
      {
        purchase_line_id: line.id,
        product_id: line.product_id,
        quantity: (line.product_qty as number) * share,
        price_unit: line.price_unit,
        tax_ids: [[6, 0, line.tax_ids]],
      },
    ]),
  };
  await world.ensure('account.move', [{ name, values }]);
}

async function post(world: World): Promise<void> {
  const ids = BILLED.map((number) => world.id(`bill_of_purchase_2026_${serial(number)}`));
  const domain = [
    ['id', 'in', ids],
    ['state', '=', 'draft'],
  ];
  const drafts = (await world.call('account.move', 'search', { domain, order: 'id' })) as number[];
  if (drafts.length > 0) await world.call('account.move', 'action_post', { ids: drafts });
}
