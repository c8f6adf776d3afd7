/** The groups of the demo company's users: what each of them may read of the recording, far simpler than Odoo's own. */
import type { Rights } from './store.ts';

/** Groups beside that of employees, which everybody is. */
export type DemoGroup = 'accounting' | 'sales' | 'purchase' | 'hr';

/** Who a user is to the record rules. */
export interface DemoUser {
  /** Id in `res.users`. */
  readonly userId: number;
  readonly groups: readonly DemoGroup[];
  readonly companies: readonly number[];
}

/** The company of the recording. */
export const TALA = 4;
/** A company of which the recording has no record: who is of it sees what belongs to no company. */
export const ELSEWHERE = 99;

/** Models that everybody may read. */
const OF_EMPLOYEES = [
  ...['res.partner', 'res.partner.category', 'res.company', 'res.country', 'res.country.state', 'res.currency'],
  ...['res.users', 'hr.employee', 'hr.department', 'hr.job', 'hr.expense', 'product.template', 'product.product'],
  ...['product.category', 'uom.uom', 'project.project', 'project.task', 'project.task.type', 'project.tags'],
  ...['account.analytic.line'],
];

const MODELS: Readonly<Record<DemoGroup, readonly string[]>> = {
  accounting: [
    ...['account.account', 'account.analytic.account', 'account.journal', 'account.move', 'account.move.line'],
    ...['account.payment', 'account.payment.term', 'account.tax'],
  ],
  sales: ['sale.order', 'sale.order.line', 'account.tax', 'account.payment.term'],
  purchase: ['purchase.order', 'purchase.order.line', 'account.tax'],
  hr: [],
};

/** Fields above the groups of who is not in `hr`. */
const OF_HR = { 'hr.employee': ['hourly_cost', 'work_permit_name', 'distance_home_work'] };

/** What a user may read of the recording. */
export function rightsOf({ userId, groups, companies }: DemoUser): Rights {
  const isOfHr = groups.includes('hr');
  return {
    models: new Set([...OF_EMPLOYEES, ...groups.flatMap((group) => MODELS[group])]),
    closed: isOfHr ? {} : OF_HR,
    shows: (model, record) => {
      if (!isOfCompany(model, record, companies)) return false;
      // One's own hours, and no expenses: those of others are none of one's business.
      if (model === 'account.analytic.line') return isOfHr || record.user_id === userId;
      if (model === 'hr.expense') return isOfHr || groups.includes('accounting');
      return true;
    },
  };
}

/** A record without a company is everybody's. */
function isOfCompany(model: string, record: Readonly<Record<string, unknown>>, companies: readonly number[]): boolean {
  if (model === 'res.company') return companies.includes(Number(record.id));
  return typeof record.company_id !== 'number' || companies.includes(record.company_id);
}
