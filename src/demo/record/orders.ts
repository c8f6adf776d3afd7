/** Purchase and sale orders in several states. */
import { dateOf, serial } from './dates.ts';
import { partnerNames } from './partners.ts';
import { productKeys, readProduct } from './products.ts';
import type { World } from './world.ts';

const PURCHASES = 28;
const SALES = 24;

/** Makes 28 purchase orders: quotations, sent, confirmed, cancelled. */
export async function createPurchases(world: World): Promise<void> {
  const vendors = partnerNames('v').filter((name) => name !== 'partner_gulong_tires');
  const rows = Array.from({ length: PURCHASES }, (_, index) => ({
    name: `purchase_2026_${serial(index + 1)}`,
    values: {
      partner_id: world.id(vendors[(index * 3) % vendors.length] as string),
      partner_ref: index % 4 === 0 ? `QT-${900 + index}` : false,
      date_order: `${dateOf(1 + Math.floor((index * 9) / PURCHASES), 3 + ((index * 5) % 24))} 02:00:00`,
      date_planned: `${dateOf(2 + Math.floor((index * 9) / PURCHASES), 3 + ((index * 5) % 24))} 02:00:00`,
      currency_id: world.id(index % 7 === 6 ? 'base.USD' : 'base.PHP'),
      user_id: world.id('user_antonio_reyes'),
      company_id: world.id('company_tala'),
      order_line: Array.from({ length: 1 + (index % 3) }, (_, line) => [0, 0, purchaseLine(world, index, line)]),
    },
  }));
  await world.ensure('purchase.order', rows);
  await settle(world, 'purchase.order', 'purchase_2026', PURCHASES, {
    confirm: 'button_confirm',
    cancel: 'button_cancel',
  });
}

/** Makes 24 sale orders: quotations, sent, confirmed, cancelled. */
export async function createSales(world: World): Promise<void> {
  const customers = partnerNames('c').filter((name) => name !== 'partner_kapwa_ngo');
  const rows = Array.from({ length: SALES }, (_, index) => ({
    name: `sale_2026_${serial(index + 1)}`,
    values: {
      partner_id: world.id(customers[(index * 7) % customers.length] as string),
      client_order_ref: index % 3 === 0 ? `CPO-${300 + index}` : false,
      date_order: `${dateOf(1 + Math.floor((index * 10) / SALES), 4 + ((index * 5) % 22))} 03:30:00`,
      validity_date: dateOf(2 + Math.floor((index * 10) / SALES), 20),
      user_id: world.id(index % 2 ? 'user_jasmine_cruz' : 'user_maria_santos'),
      company_id: world.id('company_tala'),
      order_line: Array.from({ length: 1 + (index % 3) }, (_, line) => [0, 0, saleLine(world, index, line)]),
    },
  }));
  await world.ensure('sale.order', rows);
  await settle(world, 'sale.order', 'sale_2026', SALES, { confirm: 'action_confirm', cancel: 'action_cancel' });
}

function purchaseLine(world: World, index: number, line: number) {
  const keys = productKeys('hardware', 'office', 'devices', 'pantry');
  const product = readProduct(keys[(index * 5 + line * 3) % keys.length] as string);
  return {
    product_id: world.id(product.variant),
    product_qty: 2 + ((index * 3 + line) % 20),
    price_unit: product.cost,
    ...taxed(world, 'tax_vat_purchase'),
  };
}

function saleLine(world: World, index: number, line: number) {
  const keys = productKeys('hardware', 'devices', 'consulting', 'logistics');
  const product = readProduct(keys[(index * 3 + line * 7) % keys.length] as string);
  return {
    product_id: world.id(product.variant),
    product_uom_qty: 1 + ((index + line) % 12),
    price_unit: product.price,
    ...taxed(world, 'tax_vat_sale'),
  };
}

// Said outright: the chart's fiscal positions map the products' taxes to none.
function taxed(world: World, tax: string) {
  return { tax_ids: [[6, 0, [world.id(tax)]]] };
}

async function settle(
  world: World,
  model: string,
  prefix: string,
  count: number,
  methods: { confirm: string; cancel: string },
): Promise<void> {
  const named = (rest: number) =>
    Array.from({ length: count }, (_, index) => index)
      .filter((index) => index % 5 === rest)
      .map((index) => world.id(`${prefix}_${serial(index + 1)}`));
  const inDraft = async (ids: number[]) =>
    (await world.call(model, 'search', {
      domain: [
        ['id', 'in', ids],
        ['state', '=', 'draft'],
      ],
      order: 'id',
    })) as number[];
  const confirmed = await inDraft([...named(0), ...named(1), ...named(4)]);
  const dates = await readDates(world, model, confirmed);
  if (confirmed.length > 0) await world.call(model, methods.confirm, { ids: confirmed });
  // Confirming a sale order dates it today.
  for (const [id, date] of dates) await world.call(model, 'write', { ids: [id], vals: { date_order: date } });
  const cancelled = await inDraft(named(3));
  if (cancelled.length > 0) await world.call(model, methods.cancel, { ids: cancelled });
  // Chosen among all of them, not among those still in draft: run again, the others stay quotations.
  const sent = await inDraft(named(2).filter((_, index) => index % 2 === 0));
  if (sent.length > 0) await world.call(model, 'write', { ids: sent, vals: { state: 'sent' } });
}

async function readDates(world: World, model: string, ids: number[]): Promise<ReadonlyMap<number, string>> {
  const rows = (await world.call(model, 'read', { ids, fields: ['date_order'] })) as {
    id: number;
    date_order: string;
  }[];
  return new Map(model === 'sale.order' ? rows.map((row) => [row.id, row.date_order]) : []);
}
