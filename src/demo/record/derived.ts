/** External ids for what Odoo makes by itself: lines, entries of payments, journals, accounts, analytic accounts. */
import { serial } from './dates.ts';
import type { World } from './world.ts';

/** Names derived from another record: `<name of the record in field><suffix>`, numbered where several share one. */
const BY_FIELD: readonly (readonly [string, string, string])[] = [
  ['account.move.line', 'move_id', '_line_#'],
  ['purchase.order.line', 'order_id', '_line_#'],
  ['sale.order.line', 'order_id', '_line_#'],
];

/** Names made of a field's own text. */
const BY_TEXT: readonly (readonly [string, string, string])[] = [
  ['account.journal', 'code', 'journal_'],
  ['account.account', 'code', 'account_'],
  ['account.tax', 'name', 'tax_chart_'],
  ['account.analytic.account', 'name', 'analytic_'],
  ['account.analytic.line', 'name', 'analytic_line_'],
  ['account.payment.term', 'name', 'term_chart_'],
  ['res.partner', 'name', 'partner_auto_'],
  ['hr.employee', 'name', 'employee_auto_'],
  ['project.project', 'name', 'project_auto_'],
  ['project.task', 'name', 'task_auto_'],
];

type NamedRecord = Record<string, unknown> & { id: number };

/** Gives every record of the demo company a readable external id; run last. */
export async function nameDerived(world: World): Promise<void> {
  await nameReceipts(world);
  // Before their lines: what is left are entries of Odoo's own, e.g. of exchange differences.
  await nameByField(world, 'account.move', 'origin_payment_id', '_entry');
  await nameByText(world, 'account.move', 'name', 'move_');
  for (const [model, field, suffix] of BY_FIELD) await nameByField(world, model, field, suffix);
  for (const [model, field, prefix] of BY_TEXT) await nameByText(world, model, field, prefix);
}

async function readUnnamed(world: World, model: string, fields: readonly string[]): Promise<readonly NamedRecord[]> {
  const company = world.id('company_tala');
  const known = [...world.names.values()].filter((row) => row.model === model).map((row) => row.id);
  const owned = model === 'account.account' ? ['company_ids', 'in', [company]] : ['company_id', '=', company];
  const domain = [owned, ['id', 'not in', known]];
  const context = { active_test: false };
  return (await world.call(model, 'search_read', {
    domain,
    fields,
    order: 'id',
    load: null,
    context,
  })) as NamedRecord[];
}

async function nameReceipts(world: World): Promise<void> {
  const names = new Map<string, number>();
  const expenses = new Map(
    [...world.names].filter(([, r]) => r.model === 'hr.expense').map(([name, r]) => [r.id, name]),
  );
  for (const move of await readUnnamed(world, 'account.move', ['expense_ids'])) {
    const expense = (move.expense_ids as number[]).map((id) => expenses.get(id)).find(Boolean);
    if (expense) names.set(`${expense}_receipt`, move.id);
  }
  await world.adopt('account.move', names);
}

async function nameByField(world: World, model: string, field: string, suffix: string): Promise<void> {
  const parents = new Map([...world.names].map(([name, row]) => [`${row.model},${row.id}`, name]));
  const relation =
    { origin_payment_id: 'account.payment', move_id: 'account.move' }[field] ?? model.replace('.line', '');
  const counts = new Map<string, number>();
  const names = new Map<string, number>();
  for (const record of await readUnnamed(world, model, [field])) {
    const parent = parents.get(`${relation},${record[field]}`);
    if (!parent) continue;
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    names.set(`${parent}${suffix.replace('#', String(count))}`, record.id);
  }
  await world.adopt(model, names);
}

async function nameByText(world: World, model: string, field: string, prefix: string): Promise<void> {
  const names = new Map<string, number>();
  for (const record of await readUnnamed(world, model, [field])) {
    const name = `${prefix}${slug(String(record[field] || 'none'))}`;
    const taken = (candidate: string) => names.has(candidate) || world.has(candidate);
    let free = name;
    for (let count = 2; taken(free); count++) free = `${name}_${serial(count)}`;
    names.set(free, record.id);
  }
  await world.adopt(model, names);
}

function slug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
}
