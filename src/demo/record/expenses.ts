/** Expenses of employees, from draft to paid and refused. */
import { dateOf, serial } from './dates.ts';
import type { World } from './world.ts';

const TEXTS = [
  'Grab ride to client',
  'Ferry Cebu to Bohol',
  'Client lunch, Binondo',
  'Toll NLEX',
  'Packing tape and gloves',
  'Hotel, Davao',
];
const PRODUCTS = [
  'expense_travel',
  'expense_travel',
  'expense_meals',
  'expense_travel',
  'expense_supplies',
  'expense_travel',
];
const EMPLOYEES = ['paolo_garcia', 'noel_fernandez', 'antonio_reyes', 'jasmine_cruz', 'liza_mendoza'];
const COUNT = 25;

/** Makes 25 expenses: five each of draft, submitted, approved, refused and posted. */
export async function createExpenses(world: World): Promise<void> {
  const rows = Array.from({ length: COUNT }, (_, index) => ({
    name: `expense_2026_${serial(index + 1)}`,
    values: {
      name: TEXTS[index % TEXTS.length],
      employee_id: world.id(`employee_${EMPLOYEES[(index * 2) % EMPLOYEES.length]}`),
      product_id: world.id(`product_${PRODUCTS[index % PRODUCTS.length]}_variant`),
      total_amount_currency: 180 + index * 137.5,
      date: dateOf(1 + Math.floor((index * 10) / COUNT), 5 + index),
      currency_id: world.id('base.PHP'),
      payment_mode: 'own_account',
      company_id: world.id('company_tala'),
      description: index % 4 === 0 ? 'With official receipt' : false,
    },
  }));
  await world.ensure('hr.expense', rows);
  await advance(world, [1, 2, 3, 4], 'draft', 'action_submit');
  await advance(world, [2, 4], 'submitted', 'action_approve');
  await refuse(world);
  await post(world);
}

async function find(world: World, rests: readonly number[], state: string): Promise<number[]> {
  const wanted = Array.from({ length: COUNT }, (_, index) => index).filter((index) => rests.includes(index % 5));
  const ids = wanted.map((index) => world.id(`expense_2026_${serial(index + 1)}`));
  return (await world.call('hr.expense', 'search', {
    domain: [
      ['id', 'in', ids],
      ['state', '=', state],
    ],
    order: 'id',
  })) as number[];
}

async function advance(world: World, rests: readonly number[], state: string, method: string): Promise<void> {
  const ids = await find(world, rests, state);
  if (ids.length > 0) await world.call('hr.expense', method, { ids });
}

async function refuse(world: World): Promise<void> {
  const ids = await find(world, [3], 'submitted');
  if (ids.length === 0) return;
  const context = { active_ids: ids, active_model: 'hr.expense' };
  const vals = { reason: 'No official receipt attached', expense_ids: [[6, 0, ids]] };
  const wizard = (await world.call('hr.expense.refuse.wizard', 'create', { vals_list: [vals], context })) as number[];
  await world.call('hr.expense.refuse.wizard', 'action_refuse', { ids: wizard, context });
}

async function post(world: World): Promise<void> {
  const ids = await find(world, [4], 'approved');
  if (ids.length === 0) return;
  // `company_paid_move_ids`: Odoo adds a tuple to a list when the key is absent.
  const context = { active_ids: ids, active_model: 'hr.expense', company_paid_move_ids: [] };
  const vals = { accounting_date: dateOf(10, 30) };
  const wizard = (await world.call('hr.expense.post.wizard', 'create', { vals_list: [vals], context })) as number[];
  await world.call('hr.expense.post.wizard', 'action_post_entry', { ids: wizard, context });
}
