/** Journal entries, invoices, bills, refunds and receipts, of every type in every state. */
import { dateOf, serial } from './dates.ts';
import { partnerNames } from './partners.ts';
import { productKeys, readProduct } from './products.ts';
import type { DemoRow, World } from './world.ts';

interface Family {
  /** External ids are `<prefix>_2026_001` and on. */
  readonly prefix: string;
  readonly type: string;
  readonly count: number;
  readonly side: 'c' | 'v';
}

/** The families of moves and how many of each there are. */
export const MOVE_FAMILIES: readonly Family[] = [
  { prefix: 'invoice', type: 'out_invoice', count: 62, side: 'c' },
  { prefix: 'bill', type: 'in_invoice', count: 38, side: 'v' },
  { prefix: 'credit_note', type: 'out_refund', count: 10, side: 'c' },
  { prefix: 'vendor_credit', type: 'in_refund', count: 8, side: 'v' },
  { prefix: 'sales_receipt', type: 'out_receipt', count: 10, side: 'c' },
  { prefix: 'purchase_receipt', type: 'in_receipt', count: 8, side: 'v' },
];
const ENTRIES = 16;

/** Makes the moves, posts most of them and cancels some. */
export async function createMoves(world: World): Promise<void> {
  for (const family of MOVE_FAMILIES) {
    const rows = Array.from({ length: family.count }, (_, index) => invoiceRow(world, family, index));
    await world.ensure('account.move', rows);
  }
  const accounts = await readAccounts(world);
  await world.ensure(
    'account.move',
    Array.from({ length: ENTRIES }, (_, index) => entryRow(accounts, index)),
  );
  await settleStates(world);
}

/** What becomes of the nth move of a family: every family has drafts, cancelled and posted ones. */
export function finalState(index: number): 'draft' | 'posted' | 'cancel' {
  if (index % 8 === 5) return 'draft';
  return index % 8 === 7 ? 'cancel' : 'posted';
}

function invoiceRow(world: World, family: Family, index: number): DemoRow {
  const partners = partnerNames(family.side).filter(
    (name) => !['partner_kapwa_ngo', 'partner_gulong_tires'].includes(name),
  );
  const date = dateOf(1 + Math.floor((index * 10) / family.count), 2 + ((index * 11) % 26));
  const dollars = index % 6 === 4;
  const reference = family.side === 'v' ? `SI-${4100 + index * 7}` : index % 3 === 0 ? `PO ${7000 + index}` : false;
  return {
    name: `${family.prefix}_2026_${serial(index + 1)}`,
    values: {
      move_type: family.type,
      partner_id: world.id(partners[(index * 5) % partners.length] as string),
      invoice_date: date,
      date,
      currency_id: world.id(dollars ? 'base.USD' : 'base.PHP'),
      invoice_user_id: world.id(index % 2 ? 'user_jasmine_cruz' : 'user_maria_santos'),
      ref: reference,
      narration:
        index % 10 === 0 ? '<p>Input VAT is claimable. Please issue BIR Form 2307 for tax withheld.</p>' : false,
      invoice_line_ids: Array.from({ length: 1 + (index % 4) }, (_, line) => [
        0,
        0,
        lineValues(world, family, index, line, dollars),
      ]),
    },
  };
}

function lineValues(world: World, family: Family, index: number, line: number, dollars: boolean) {
  if (line === 3) return { display_type: 'line_note', name: 'Deliver to the receiving bay, weekdays only.' };
  const keys = productKeys('hardware', 'office', 'devices', 'pantry', 'consulting', 'logistics');
  const product = readProduct(keys[(index * 7 + line * 5) % keys.length] as string);
  const pesos = family.side === 'c' ? product.price : product.cost;
  const withheld = family.side === 'v' && line === 0 && index % 5 === 1;
  const taxes = family.side === 'c' ? [dollars ? 'tax_zero_sale' : 'tax_vat_sale'] : ['tax_vat_purchase'];
  return {
    product_id: world.id(product.variant),
    quantity: 1 + ((index + line * 3) % 9),
    price_unit: dollars ? Math.round((pesos / 57) * 100) / 100 : pesos,
    discount: index % 9 === 8 ? 5 : 0,
    tax_ids: [[6, 0, [...taxes, ...(withheld ? ['tax_ewt_services'] : [])].map((name) => world.id(name))]],
  };
}

async function readAccounts(world: World): Promise<readonly number[]> {
  const domain = [['account_type', 'in', ['expense', 'asset_current', 'liability_current', 'equity']]];
  return (await world.call('account.account', 'search', { domain, order: 'id', limit: 6 })) as number[];
}

function entryRow(accounts: readonly number[], index: number): DemoRow {
  const amount = 1500 + index * 425.25;
  const label = ['Accrual of rent', 'Payroll accrual', 'Depreciation', 'Reclassification'][index % 4];
  const [debit, credit] = [accounts[index % accounts.length], accounts[(index + 1) % accounts.length]];
  return {
    name: `entry_2026_${serial(index + 1)}`,
    values: {
      move_type: 'entry',
      date: dateOf(1 + (index % 10), 28),
      ref: `${label} ${dateOf(1 + (index % 10), 28).slice(0, 7)}`,
      line_ids: [
        [0, 0, { account_id: debit, name: label, debit: amount, credit: 0 }],
        [0, 0, { account_id: credit, name: label, debit: 0, credit: amount }],
      ],
    },
  };
}

async function settleStates(world: World): Promise<void> {
  const families = [...MOVE_FAMILIES, { prefix: 'entry', count: ENTRIES }];
  const wanted = new Map<number, string>();
  for (const { prefix, count } of families) {
    for (let index = 0; index < count; index++) {
      wanted.set(world.id(`${prefix}_2026_${serial(index + 1)}`), finalState(index));
    }
  }
  const domain = [
    ['id', 'in', [...wanted.keys()]],
    ['state', '=', 'draft'],
  ];
  const drafts = (await world.call('account.move', 'search', { domain, order: 'id' })) as number[];
  const toPost = drafts.filter((id) => wanted.get(id) === 'posted');
  const toCancel = drafts.filter((id) => wanted.get(id) === 'cancel');
  if (toPost.length > 0) await world.call('account.move', 'action_post', { ids: toPost });
  if (toCancel.length > 0) await world.call('account.move', 'button_cancel', { ids: toCancel });
}
